import ElementaryFunctions

/// How numbers are spread along an axis.
public enum Scale: String, Sendable, CaseIterable {
  case linear
  /// Equal distances are equal factors; zero and negative numbers have no place.
  case logarithmic

  /// Whether the number has a place on the axis.
  public func accepts(_ number: Double) -> Bool {
    number.isFinite && (self == .linear || number > 0)
  }

  /// So many numbers from one end to the other, at equal distances on the axis, on a logarithmic one the ends exact.
  public func places(_ count: Int, in range: ClosedRange<Double>) -> [Double] {
    let (low, high) = (range.lowerBound, range.upperBound)
    return (0..<count).map { index in
      let (step, steps) = (Double(index), Double(max(1, count - 1)))
      switch self {
      case .linear:
        let width = high - low
        return width.isFinite ? low + width * step / steps : low * (1 - step / steps) + high * (step / steps)
      case .logarithmic:
        return index == 0 ? low : index == count - 1 ? high : exp(log(low) + (log(high) - log(low)) * step / steps)
      }
    }
  }

  /// The number on a ruler of even spacing.
  func ruled(_ number: Double) -> Double {
    switch self {
    case .linear: number
    case .logarithmic: log10(number)
    }
  }
}

/// Takes numbers to places between 0 and 1 along an axis.
public struct Projection: Sendable, Equatable {
  public let scale: Scale
  public let domain: ClosedRange<Double>
  public let isReversed: Bool
  /// Numbers are made smaller first where the length of the domain would overflow.
  private let shrinking: Double
  private let start: Double
  private let length: Double

  init(scale: Scale, domain: ClosedRange<Double>, isReversed: Bool = false) {
    self.scale = scale
    self.domain = domain
    self.isReversed = isReversed
    let isHuge = scale == .linear && max(domain.lowerBound.magnitude, domain.upperBound.magnitude) > 0x1p1000
    shrinking = isHuge ? 0x1p-10 : 1
    start = scale.ruled(domain.lowerBound) * shrinking
    length = scale.ruled(domain.upperBound) * shrinking - start
  }

  /// From 0 at the left or bottom to 1; beyond them outside the domain, and nan for a number without a place.
  public func callAsFunction(_ number: Double) -> Double {
    guard scale.accepts(number) else { return .nan }
    let fraction = (scale.ruled(number) * shrinking - start) / length
    return isReversed ? 1 - fraction : fraction
  }

  /// The same, moved to the nearest end where the number is outside or below everything that a logarithm has.
  public func clamped(_ number: Double) -> Double {
    if number.isNaN { return .nan }
    let nearest = min(max(number, domain.lowerBound), domain.upperBound)
    return min(max(self(nearest), 0), 1)
  }
}

/// Where the points of a panel lie: two projections.
public struct Plane: Sendable, Equatable {
  public let x: Projection
  public let y: Projection
}
