import Vocabulary

/// A straight line across the panel at one number: a mean, a threshold.
public struct RuleMark: Mark {
  public enum Place: Sendable, Equatable {
    /// Upright, at a number of the horizontal axis.
    case x(Double)
    /// Level, at a number of the vertical axis.
    case y(Double)
  }

  public var place: Place
  public var label: String?
  public var pen: Pen

  public init(_ place: Place, label: String? = nil, pen: Pen = Pen(.guide, weight: .thin)) {
    self.place = place
    self.label = label
    self.pen = pen
  }

  public var kind: String { "rule" }
  public var legend: [LegendEntry] { label.map { [LegendEntry($0, .line(pen))] } ?? [] }

  public func extent(on scales: Scales) -> Extent {
    var extent = Extent()
    switch place {
    case .x(let number): extent.include(x: number, on: scales.x)
    case .y(let number): extent.include(y: number, on: scales.y)
    }
    return extent
  }

  public func draw(on surface: any Surface) {
    let (x, y) = (surface.plane.x.domain, surface.plane.y.domain)
    switch place {
    case .x(let number): surface.stroke(x: [number, number], y: [y.lowerBound, y.upperBound], with: pen)
    case .y(let number): surface.stroke(x: [x.lowerBound, x.upperBound], y: [number, number], with: pen)
    }
  }

  public var summary: String {
    let name = label.map { " '\($0)'" } ?? ""
    return switch place {
    case .x(let number): "an upright line\(name) at \(Wording.number(number))"
    case .y(let number): "a level line\(name) at \(Wording.number(number))"
    }
  }

  public var properties: [Property] {
    switch place {
    case .x(let number): Wording.property("label", label) + [Property("x", .number(number))]
    case .y(let number): Wording.property("label", label) + [Property("y", .number(number))]
    }
  }
}
