import Vocabulary

/// A matrix as colours over a rectangle: weights, a loss over two parameters, a network's answer over the plane.
public struct HeatMark: Mark {
  /// A row for each place up, the first at the low end; a column for each place across.
  public var matrix: Matrix
  public var x: Bounds
  public var y: Bounds
  public var palette: HeatPalette
  public var label: String?
  /// Whether the colours are pale, for points to be seen on them.
  public var isPale: Bool

  public init(
    _ matrix: Matrix, x: Bounds, y: Bounds, palette: HeatPalette = .sequential, label: String? = nil,
    isPale: Bool = false
  ) {
    self.matrix = matrix
    self.x = x
    self.y = y
    self.palette = palette
    self.label = label
    self.isPale = isPale
  }

  /// Cells around the places 0, 1, 2 …, as of a matrix of weights.
  public init(_ matrix: Matrix, palette: HeatPalette = .diverging(center: 0), label: String? = nil) {
    self.init(
      matrix, x: Bounds(-0.5, Double(matrix.columns) - 0.5), y: Bounds(-0.5, Double(matrix.rows) - 0.5),
      palette: palette,
      label: label)
  }

  public var kind: String { "heat" }

  public var legend: [LegendEntry] {
    guard palette != .classes, let bounds = palette.range(matrix.elements) else { return [] }
    let name = label.map { "\($0) " } ?? ""
    return [LegendEntry("\(name)\(Wording.range(bounds))", .heat(palette))]
  }

  public func extent(on scales: Scales) -> Extent {
    var extent = Extent()
    guard !matrix.elements.isEmpty else { return extent }
    for edge in [x.low, x.high] { extent.include(x: edge, on: scales.x) }
    for edge in [y.low, y.high] { extent.include(y: edge, on: scales.y) }
    extent.firmX = [x.low, x.high]
    extent.firmY = [y.low, y.high]
    for number in matrix.elements where !number.isFinite { extent.notFinite += 1 }
    return extent
  }

  public func draw(on surface: any Surface) { surface.raster(matrix, x: x, y: y, palette: palette, isPale: isPale) }

  public var summary: String {
    let name = label.map { " of \($0)" } ?? ""
    let size = "a \(matrix.rows)×\(matrix.columns) map\(name)"
    guard let bounds = Wording.bounds(matrix.elements) else { return size }
    return size + " \(Wording.range(bounds))"
  }

  public var properties: [Property] {
    Wording.property("label", label) + [
      Property("x", .vector([x.low, x.high])), Property("y", .vector([y.low, y.high])),
      Property("values", .matrix(matrix)),
    ]
  }
}

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
