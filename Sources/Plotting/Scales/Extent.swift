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
