import Vocabulary

/// The area between two curves: under a density, around a mean.
public struct AreaMark: Mark {
  public var x: [Double]
  public var low: [Double]
  public var high: [Double]
  public var label: String?
  public var ink: Ink

  public init(x: [Double], low: [Double], high: [Double], label: String? = nil, ink: Ink = .series(0)) {
    self.x = x
    self.low = low
    self.high = high
    self.label = label
    self.ink = ink
  }

  /// The area between a curve and 0.
  public init(x: [Double], under y: [Double], label: String? = nil, ink: Ink = .series(0)) {
    self.init(x: x, low: [Double](repeating: 0, count: y.count), high: y, label: label, ink: ink)
  }

  public var kind: String { "area" }
  public var legend: [LegendEntry] { label.map { [LegendEntry($0, .patch(ink))] } ?? [] }

  public func extent(on scales: Scales) -> Extent {
    var extent = Extent()
    extent.include(x: x, y: high, on: scales)
    let isGrounded = low.allSatisfy { $0 == 0 }
    if isGrounded {
      extent.include(y: 0, on: scales.y)
    } else {
      extent.include(x: x, y: low, on: scales)
    }
    if let bounds = extent.x { extent.firmX = [bounds.low, bounds.high] }
    extent.firmY = isGrounded ? [0] : []
    // The line that it belongs to counts what has no place.
    (extent.notFinite, extent.notPositive) = (0, 0)
    return extent
  }

  public func draw(on surface: any Surface) { surface.fill(x: x, from: low, to: high, with: ink) }

  public var summary: String {
    let name = label.map { "'\($0)' " } ?? ""
    guard let bounds = Wording.bounds(x) else { return "an empty area" }
    return "a shaded area \(name)\(Wording.range(bounds))"
  }

  public var properties: [Property] {
    Wording.property("label", label)
      + [Property("x", .vector(x)), Property("low", .vector(low)), Property("high", .vector(high))]
  }
}
