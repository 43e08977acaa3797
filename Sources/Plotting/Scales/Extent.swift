/// What a mark asks its axes to show, and the numbers that they cannot show.
public struct Extent: Sendable, Equatable {
  public var x: Bounds?
  public var y: Bounds?
  /// Ends that need no air beyond them: the foot of bars, the rim of a heat map.
  public var firmX: [Double] = []
  public var firmY: [Double] = []
  /// How many numbers are nan or infinite.
  public var notFinite = 0
  /// How many numbers are not positive and would have to be on a logarithmic scale.
  public var notPositive = 0

  public init() {}

  /// Whether some numbers have no place.
  var isLacking: Bool { notFinite > 0 || notPositive > 0 }

  /// Includes points, leaving out those with a coordinate that has no place.
  public mutating func include(x: [Double], y: [Double], on scales: Scales) {
    var (horizontal, vertical) = (self.x, self.y)
    for index in 0..<min(x.count, y.count) {
      let (across, up) = (x[index], y[index])
      guard scales.x.accepts(across), scales.y.accepts(up) else {
        if across.isFinite && up.isFinite { notPositive += 1 } else { notFinite += 1 }
        continue
      }
      if horizontal == nil { horizontal = Bounds(across) } else { horizontal?.include(across) }
      if vertical == nil { vertical = Bounds(up) } else { vertical?.include(up) }
    }
    (self.x, self.y) = (horizontal, vertical)
  }

  /// Includes one number of the horizontal axis, where it has a place there.
  public mutating func include(x number: Double, on scale: Scale) {
    guard scale.accepts(number) else { return }
    if x == nil { x = Bounds(number) } else { x?.include(number) }
  }

  /// Includes one number of the vertical axis, where it has a place there.
  public mutating func include(y number: Double, on scale: Scale) {
    guard scale.accepts(number) else { return }
    if y == nil { y = Bounds(number) } else { y?.include(number) }
  }

  public mutating func include(_ other: Extent) {
    if let bounds = other.x { if x == nil { x = bounds } else { x?.include(bounds) } }
    if let bounds = other.y { if y == nil { y = bounds } else { y?.include(bounds) } }
    firmX += other.firmX
    firmY += other.firmY
    notFinite += other.notFinite
    notPositive += other.notPositive
  }
}

/// The scales of a panel's two axes.
public struct Scales: Sendable, Equatable {
  public let x: Scale
  public let y: Scale
}

/// The least and greatest of the numbers met so far.
public struct Bounds: Sendable, Equatable {
  public private(set) var low: Double
  public private(set) var high: Double

  public init(_ number: Double) { (low, high) = (number, number) }

  public init(_ low: Double, _ high: Double) { (self.low, self.high) = (min(low, high), max(low, high)) }

  public mutating func include(_ number: Double) {
    if number < low { low = number }
    if number > high { high = number }
  }

  public mutating func include(_ other: Bounds) {
    include(other.low)
    include(other.high)
  }
}

/// What an axis shows of the numbers that the marks hold.
enum Domain {
  /// The domain of an axis: as asked for, or the bounds with a little air at ends that are not firm.
  static func of(_ axis: Axis, _ bounds: Bounds?, firm: [Double], air: Double) -> ClosedRange<Double> {
    if let domain = axis.domain, axis.scale.accepts(domain.lowerBound), axis.scale.accepts(domain.upperBound),
      domain.lowerBound < domain.upperBound
    {
      return domain
    }
    guard let bounds else { return axis.scale == .linear ? 0...1 : 1...10 }
    let domain = widened(bounds, scale: axis.scale)
    guard bounds.low < bounds.high, axis.scale == .linear else { return domain }
    let margin = (domain.upperBound * air) - (domain.lowerBound * air)
    let low = firm.contains(bounds.low) ? domain.lowerBound : domain.lowerBound - margin
    let high = firm.contains(bounds.high) ? domain.upperBound : domain.upperBound + margin
    return max(low, -.greatestFiniteMagnitude)...min(high, .greatestFiniteMagnitude)
  }

  /// The bounds, or where they are too near each other, a stretch around them.
  static func widened(_ bounds: Bounds, scale: Scale) -> ClosedRange<Double> {
    let (low, high) = (bounds.low, bounds.high)
    switch scale {
    case .linear:
      let size = max(low.magnitude, high.magnitude)
      if high / 2 - low / 2 > size * 1e-12 && high - low >= .leastNormalMagnitude { return low...high }
      let margin = size < 1e-300 ? 1 : size / 2
      return max(low - margin, -.greatestFiniteMagnitude)...min(high + margin, .greatestFiniteMagnitude)
    case .logarithmic:
      if high / low > 1.001 { return low...high }
      return max(low / 10, .leastNonzeroMagnitude)...min(high * 10, .greatestFiniteMagnitude)
    }
  }
}
