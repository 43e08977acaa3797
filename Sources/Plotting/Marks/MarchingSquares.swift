import Vocabulary

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
