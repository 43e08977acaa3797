import Vocabulary

/// Lines along which a function of two numbers has the same value.
public struct ContourMark: Mark {
  /// The function at places of equal distance: a row for each place up, a column for each across.
  public var matrix: Matrix
  /// The places of the first and last column.
  public var x: Bounds
  /// The places of the first and last row.
  public var y: Bounds
  /// The values of the lines, in rising order.
  public var levels: [Double]
  public var label: String?
  public var pen: Pen

  public init(
    _ matrix: Matrix, x: Bounds, y: Bounds, at levels: [Double], label: String? = nil,
    pen: Pen = Pen(.guide, dash: .solid, weight: .thin)
  ) {
    self.matrix = matrix
    self.x = x
    self.y = y
    self.levels = levels
    self.label = label
    self.pen = pen
  }

  /// With at most so many levels, at fractions of the places, so that lines are closest where the function is lowest.
  public init(_ matrix: Matrix, x: Bounds, y: Bounds, levels count: Int = 10) {
    let sorted = matrix.elements.filter(\.isFinite).sorted()
    var levels: [Double] = []
    for index in 0..<(sorted.isEmpty ? 0 : count) {
      let fraction = (Double(index) + 0.5) / Double(count)
      let level = sorted[min(Int(fraction * fraction * Double(sorted.count)), sorted.count - 1)]
      if level != levels.last { levels.append(level) }
    }
    self.init(matrix, x: x, y: y, at: levels)
  }

  public var kind: String { "contours" }

  public var legend: [LegendEntry] {
    if let label { return [LegendEntry(label, .line(pen))] }
    guard let first = levels.first, let last = levels.last, levels.count > 1 else { return [] }
    let range = "from \(Wording.number(first)) to \(Wording.number(last))"
    return [LegendEntry("\(levels.count) heights \(range)", .line(pen))]
  }

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
    let fraction = index / Double(count - 1)
    return bounds.low * (1 - fraction) + bounds.high * fraction
  }

  public var summary: String {
    let name = label.map { " of '\($0)'" } ?? ""
    return "contour lines\(name) at \(levels.map { Wording.number($0) }.joined(separator: ", "))"
  }

  public var properties: [Property] {
    Wording.property("label", label) + [
      Property("x", .vector([x.low, x.high])), Property("y", .vector([y.low, y.high])),
      Property("values", .matrix(matrix)),
      Property("levels", .vector(levels)),
    ]
  }
}
