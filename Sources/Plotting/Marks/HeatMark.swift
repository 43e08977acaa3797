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
