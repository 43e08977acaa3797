import Vocabulary

/// Lines of equal height of a function over a rectangle.
public struct ContourMark: Mark {
  /// A row for each place up, the first at the low end, from rim to rim; a column for each place across.
  public var matrix: Matrix
  public var x: Bounds
  public var y: Bounds
  /// The heights of the lines, in rising order.
  public var levels: [Double]

  /// With about so many levels: at equal shares of the places, so that they crowd where the function is level too.
  public init(_ matrix: Matrix, x: Bounds, y: Bounds, levels count: Int = 10) {
    self.matrix = matrix
    self.x = x
    self.y = y
    let sorted = matrix.elements.filter(\.isFinite).sorted()
    levels = sorted.isEmpty ? [] : (0..<count).map { level in
      // Squares, so that the lines are closest where it is lowest.
      let share = (Double(level) + 0.5) / Double(count)
      return sorted[min(Int(share * share * Double(sorted.count)), sorted.count - 1)]
    }.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  public var kind: String { "contours" }

  public var legend: [LegendEntry] {
    guard let first = levels.first, let last = levels.last, levels.count > 1 else { return [] }
    return [
      LegendEntry(
        "\(levels.count) heights from \(Wording.number(first)) to \(Wording.number(last))",
        .line(Pen(.guide, dash: .solid, weight: .thin)))
    ]
  }

  public func extent(on scales: Scales) -> Extent {
    var extent = Extent()
    for edge in [x.low, x.high] { extent.include(x: edge, on: scales.x) }
    for edge in [y.low, y.high] { extent.include(y: edge, on: scales.y) }
    extent.firmX = [x.low, x.high]
    extent.firmY = [y.low, y.high]
    return extent
  }

  public func draw(on surface: any Surface) {
    for level in levels {
      let line = self.line(at: level)
      surface.stroke(x: line.x, y: line.y, with: Pen(.guide, dash: .solid, weight: .thin))
    }
  }

  /// The line of a height, in pieces that nan parts: a piece for each cell of the matrix that it crosses (marching squares).
  func line(at level: Double) -> (x: [Double], y: [Double]) {
    var (xs, ys): ([Double], [Double]) = ([], [])
    for row in 0..<max(0, matrix.rows - 1) {
      for column in 0..<max(0, matrix.columns - 1) {
        let corners = [(0, 0), (1, 0), (1, 1), (0, 1)].map { (x: column + $0.0, y: row + $0.1) }
        let heights = corners.map { matrix[$0.y, $0.x] - level }
        guard heights.allSatisfy(\.isFinite) else { continue }
        var crossings: [(x: Double, y: Double)] = []
        for side in 0..<4 {
          let (from, to) = (heights[side], heights[(side + 1) % 4])
          guard (from < 0) != (to < 0) else { continue }
          let share = from / (from - to)
          let (start, end) = (corners[side], corners[(side + 1) % 4])
          crossings.append(
            (place(Double(start.x) + share * Double(end.x - start.x), matrix.columns, x),
             place(Double(start.y) + share * Double(end.y - start.y), matrix.rows, y)))
        }
        // Of a saddle the pairs follow each other around the cell.
        for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
          xs += [crossings[pair].x, crossings[pair + 1].x, .nan]
          ys += [crossings[pair].y, crossings[pair + 1].y, .nan]
        }
      }
    }
    return (xs, ys)
  }

  private func place(_ index: Double, _ count: Int, _ bounds: Bounds) -> Double {
    bounds.low + (bounds.high - bounds.low) * index / Double(count - 1)
  }

  public var summary: String {
    guard let bounds = Wording.bounds(matrix.elements) else { return "no contours" }
    return "contours of heights \(Wording.range(bounds))"
  }

  public var properties: [Property] {
    [
      Property("x", .vector([x.low, x.high])), Property("y", .vector([y.low, y.high])), Property("levels", .vector(levels)),
      Property("values", .matrix(matrix)),
    ]
  }
}
