import Vocabulary

/// A curve through points.
public struct LineMark: Mark {
  public var x: [Double]
  public var y: [Double]
  public var label: String?
  public var pen: Pen

  public init(x: [Double], y: [Double], label: String? = nil, pen: Pen = Pen(.series(0))) {
    self.x = x
    self.y = y
    self.label = label
    self.pen = pen
  }

  /// The numbers at 0, 1, 2 … or from another start.
  public init(_ y: [Double], from start: Int = 0, label: String? = nil, pen: Pen = Pen(.series(0))) {
    self.init(x: y.indices.map { Double(start + $0) }, y: y, label: label, pen: pen)
  }

  public var kind: String { "line" }
  public var legend: [LegendEntry] { label.map { [LegendEntry($0, .line(pen))] } ?? [] }

  public func extent(on scales: Scales) -> Extent {
    var extent = Extent()
    extent.include(x: x, y: y, on: scales)
    if let bounds = extent.x { extent.firmX = [bounds.low, bounds.high] }
    return extent
  }

  public func draw(on surface: any Surface) { surface.stroke(x: x, y: y, with: pen) }

  public var summary: String {
    guard let first = y.first(where: \.isFinite), let last = y.last(where: \.isFinite) else { return "an empty line" }
    let range = "from \(Wording.number(first)) to \(Wording.number(last))\(Wording.turn(y, first, last))"
    return "a line \(label.map { "'\($0)' " } ?? "")\(range)"
  }

  public var properties: [Property] {
    Wording.property("label", label) + [Property("x", .vector(x)), Property("y", .vector(y))]
  }
}
