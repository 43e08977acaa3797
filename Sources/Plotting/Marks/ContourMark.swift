import Vocabulary

/// Lines along which a function of two numbers has the same value; in text, where lines side by side would be a blot, the
/// stretches between a few of them in shades, the lowest blank.
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

  /// How many stretches of height text tells apart.
  static let bands = 5

  /// With at most so many levels.
  public init(_ matrix: Matrix, x: Bounds, y: Bounds, levels count: Int = 10) {
    self.init(matrix, x: x, y: y, at: Self.levels(count, of: matrix))
  }

  /// Levels so that around a lowest place the lines lie at equal distances: each encloses a part of the places that grows
  /// with the square of its number, as the area of a circle does with its radius.
  private static func levels(_ count: Int, of matrix: Matrix) -> [Double] {
    let sorted = matrix.elements.filter(\.isFinite).sorted()
    var levels: [Double] = []
    for index in 0..<(sorted.isEmpty ? 0 : count) {
      let fraction = (Double(index) + 0.5) / Double(count)
      let level = sorted[min(Int(fraction * fraction * Double(sorted.count)), sorted.count - 1)]
      if level != levels.last { levels.append(level) }
    }
    return levels
  }

  public var kind: String { "contours" }

  public var legend: [LegendEntry] {
    guard let bounds = Wording.bounds(matrix.elements), levels.count > 1 else { return [] }
    return [LegendEntry("\(label.map { "\($0) " } ?? "")\(Wording.range(bounds))", .heights(pen))]
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
    if surface.isText { return shade(surface) }
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

  private func shade(_ surface: any Surface) {
    guard matrix.rows > 1, matrix.columns > 1 else { return }
    let limits = Self.levels(Self.bands - 1, of: matrix)
    let shades = matrix.elements.map { height in height.isFinite ? limits.count { $0 < height } : nil }
    // Each cell around its place.
    let (across, up) = (
      (x.high - x.low) / Double(matrix.columns - 1) / 2, (y.high - y.low) / Double(matrix.rows - 1) / 2
    )
    surface.raster(
      matrix, levels: shades, x: Bounds(x.low - across, x.high + across), y: Bounds(y.low - up, y.high + up),
      palette: .heights, isPale: true)
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

/// Finds where a function that is known on a grid has one value: each square of the grid by itself, on straight lines
/// between its corners (W. E. Lorensen, H. E. Cline, Marching cubes, 1987, in the plane).
package enum MarchingSquares {
  /// A place between the rows and columns of the grid.
  package struct Place: Equatable {
    package let column: Double
    package let row: Double
  }

  package struct Segment: Equatable {
    package let from: Place
    package let to: Place
  }

  /// Squares with a corner that is not finite have none.
  package static func segments(of matrix: Matrix, at level: Double) -> [Segment] {
    guard matrix.rows > 1, matrix.columns > 1, level.isFinite else { return [] }
    var segments: [Segment] = []
    for row in 0..<matrix.rows - 1 {
      for column in 0..<matrix.columns - 1 {
        segments += square(matrix, row, column, level)
      }
    }
    return segments
  }

  private static func square(_ matrix: Matrix, _ row: Int, _ column: Int, _ level: Double) -> [Segment] {
    let corners = [
      matrix[row, column], matrix[row, column + 1], matrix[row + 1, column + 1], matrix[row + 1, column],
    ]
    guard corners.allSatisfy({ $0.isFinite }) else { return [] }
    let isAbove = corners.map { $0 > level }
    if isAbove.allSatisfy({ $0 == isAbove[0] }) { return [] }
    // Around the square: each side from a corner to the next.
    let crossings = (0..<4).compactMap { side -> Place? in
      let next = (side + 1) % 4
      guard isAbove[side] != isAbove[next] else { return nil }
      let fraction = (level / 2 - corners[side] / 2) / (corners[next] / 2 - corners[side] / 2)
      let (x, y) = (Double(column), Double(row))
      return switch side {
      case 0: Place(column: x + fraction, row: y)
      case 1: Place(column: x + 1, row: y + fraction)
      case 2: Place(column: x + 1 - fraction, row: y + 1)
      default: Place(column: x, row: y + 1 - fraction)
      }
    }
    if crossings.count == 2 { return [Segment(from: crossings[0], to: crossings[1])] }
    // A saddle: the middle tells which corners belong together.
    let middle = corners.reduce(0) { $0 + $1 / 4 }
    let isJoined = (middle > level) == isAbove[0]
    return isJoined
      ? [Segment(from: crossings[0], to: crossings[1]), Segment(from: crossings[2], to: crossings[3])]
      : [Segment(from: crossings[3], to: crossings[0]), Segment(from: crossings[1], to: crossings[2])]
  }
}
