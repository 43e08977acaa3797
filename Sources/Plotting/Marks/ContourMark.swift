import Vocabulary

/// Lines along which a function of two numbers has the same value.
public struct ContourMark: Mark {
  /// The function at places of equal distance: a row for each place up, a column for each across.
  public var matrix: Matrix
  /// The places of the first and last column.
  public var x: Bounds
  /// The places of the first and last row.
  public var y: Bounds
  public var levels: [Double]
  public var label: String?
  public var pen: Pen

  /// Without levels, those are round numbers between the least and the greatest.
  public init(
    _ matrix: Matrix, x: Bounds, y: Bounds, levels: [Double]? = nil, label: String? = nil,
    pen: Pen = Pen(.guide, dash: .solid, weight: .thin)
  ) {
    self.matrix = matrix
    self.x = x
    self.y = y
    let bounds = Wording.bounds(matrix.elements)
    self.levels = levels ?? bounds.map { Ticks(scale: .linear, domain: $0.low...$0.high, about: 8).values } ?? []
    self.label = label
    self.pen = pen
  }

  public var kind: String { "contours" }
  public var legend: [LegendEntry] { label.map { [LegendEntry($0, .line(pen))] } ?? [] }

  public func extent(on scales: Scales) -> Extent {
    var extent = Extent()
    guard !matrix.elements.isEmpty else { return extent }
    extent.include(x: [x.low, x.high], y: [y.low, y.high], on: scales)
    (extent.firmX, extent.firmY) = ([x.low, x.high], [y.low, y.high])
    for number in matrix.elements where !number.isFinite { extent.notFinite += 1 }
    return extent
  }

  public func draw(on surface: any Surface) {
    for level in levels {
      let segments = MarchingSquares.segments(of: matrix, at: level)
      var (across, up): ([Double], [Double]) = ([], [])
      for segment in segments {
        across += [place(segment.from.column, x, matrix.columns), place(segment.to.column, x, matrix.columns), .nan]
        up += [place(segment.from.row, y, matrix.rows), place(segment.to.row, y, matrix.rows), .nan]
      }
      surface.stroke(x: across, y: up, with: pen)
    }
  }

  private func place(_ index: Double, _ bounds: Bounds, _ count: Int) -> Double {
    let share = index / Double(count - 1)
    return bounds.low * (1 - share) + bounds.high * share
  }

  public var summary: String {
    let name = label.map { " of '\($0)'" } ?? ""
    return "contour lines\(name) at \(levels.map { Wording.number($0) }.joined(separator: ", "))"
  }

  public var properties: [Property] {
    Wording.property("label", label) + [
      Property("x", .vector([x.low, x.high])), Property("y", .vector([y.low, y.high])), Property("values", .matrix(matrix)),
      Property("levels", .vector(levels)),
    ]
  }
}
