/// Which numbers of a heat map look alike.
public enum HeatPalette: Sendable, Hashable {
  /// From the least to the greatest.
  case sequential
  /// To both sides of a middle, as far as the number that is farthest from it.
  case diverging(center: Double)
  /// Whole numbers that name classes, each with its own ink.
  case classes

  /// How many steps there are from one end to the other; even, so that no step straddles the middle.
  package static let steps = 16

  /// The numbers on the first and the last step; nil of nothing finite.
  func range(_ numbers: [Double]) -> Bounds? {
    guard let bounds = Wording.bounds(numbers) else { return nil }
    guard case .diverging(let center) = self else { return bounds }
    let reach = max(bounds.high - center, center - bounds.low)
    return Bounds(center - reach, center + reach)
  }

  /// Which step each number is on, nil for one that is not finite.
  func levels(_ numbers: [Double]) -> [Int?] {
    guard let bounds = Wording.bounds(numbers) else { return numbers.map { _ in nil } }
    let projection: Projection
    switch self {
    case .classes: return numbers.map { $0.isFinite ? Int(min(max($0, 0), 1e6)) : nil }
    case .sequential: projection = Projection(scale: .linear, domain: Domain.widened(bounds, scale: .linear))
    case .diverging(let center):
      let reach = max(bounds.high / 2 - center / 2, center / 2 - bounds.low / 2)
      guard reach > 0, reach < .greatestFiniteMagnitude / 4 else {
        return numbers.map { $0.isFinite ? ($0 < center ? 0 : $0 > center ? Self.steps - 1 : Self.steps / 2) : nil }
      }
      projection = Projection(scale: .linear, domain: center - 2 * reach...center + 2 * reach)
    }
    return numbers.map { number in
      number.isFinite ? Int(min(max(projection(number) * Double(Self.steps), 0), Double(Self.steps - 1))) : nil
    }
  }
}
