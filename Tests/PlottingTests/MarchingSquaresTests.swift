import Testing
import Vocabulary

import Plotting

@Suite struct MarchingSquaresTests {
  @Test func `the contour of a circle is one`() {
    let count = 101
    let elements = (0..<count * count).map { index -> Double in
      let (x, y) = (Double(index % count) - 50, Double(index / count) - 50)
      return x * x + y * y
    }
    let segments = MarchingSquares.segments(of: Matrix(rows: count, columns: count, elements: elements), at: 900)
    var length = 0.0
    for segment in segments {
      for place in [segment.from, segment.to] {
        let (x, y) = (place.column - 50, place.row - 50)
        #expect(abs((x * x + y * y).squareRoot() - 30) < 0.01)
      }
      let (x, y) = (segment.to.column - segment.from.column, segment.to.row - segment.from.row)
      length += (x * x + y * y).squareRoot()
    }
    #expect(abs(length - 2 * Double.pi * 30) < 0.1)
  }

  @Test func `saddles and gaps`() {
    let saddle = Matrix(rows: 2, columns: 2, elements: [1, 0, 0, 1])
    #expect(MarchingSquares.segments(of: saddle, at: 0.5).count == 2)
    #expect(MarchingSquares.segments(of: Matrix(rows: 2, columns: 2, elements: [1, .nan, 0, 1]), at: 0.5).isEmpty)
    #expect(MarchingSquares.segments(of: Matrix(rows: 1, columns: 3, elements: [0, 1, 2]), at: 0.5).isEmpty)
    #expect(MarchingSquares.segments(of: Matrix(rows: 2, columns: 2, elements: [1, 1, 1, 1]), at: 1).isEmpty)
  }
}
