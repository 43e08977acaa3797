import Vocabulary

/// A shaded stretch of one axis over the whole of the other: where an activation is saturated.
public struct RangeMark: Mark {
  public enum Place: Sendable, Equatable {
    /// A stretch of the horizontal axis.
    case x(Bounds)
    /// A stretch of the vertical axis.
    case y(Bounds)
  }

  public var place: Place
  public var label: String?
  public var ink: Ink

  /// An end beyond the axis is cut off there; the stretch asks for no room of its own.
  public init(_ place: Place, label: String? = nil, ink: Ink = .warning) {
    self.place = place
    self.label = label
    self.ink = ink
  }

  public var kind: String { "range" }
  public var legend: [LegendEntry] { label.map { [LegendEntry($0, .patch(ink))] } ?? [] }

  public func extent(on scales: Scales) -> Extent { Extent() }

  public func draw(on surface: any Surface) {
    let (x, y) = (surface.plane.x.domain, surface.plane.y.domain)
    switch place {
    case .x(let range): surface.shade(x: range, y: Bounds(y.lowerBound, y.upperBound), with: ink)
    case .y(let range): surface.shade(x: Bounds(x.lowerBound, x.upperBound), y: range, with: ink)
    }
  }

  private var range: (axis: String, bounds: Bounds) {
    switch place {
    case .x(let bounds): ("x", bounds)
    case .y(let bounds): ("y", bounds)
    }
  }

  public var summary: String {
    "a shaded stretch \(label.map { "'\($0)' " } ?? "")of \(range.axis) \(Wording.range(range.bounds))"
  }

  public var properties: [Property] {
    Wording.property("label", label) + [Property(range.axis, .vector([range.bounds.low, range.bounds.high]))]
  }
}
