import Vocabulary

/// How far a matrix stretches: the lengths of the half axes of the ellipsoid that it makes of the unit ball.
public enum SingularValues {
  /// All of them, the largest first; as many as the matrix has rows or columns, whichever are fewer.
  ///
  /// Reflections from both sides leave two diagonals, the values of which are found by implicit QR steps with shifts (G.
  /// Golub, W. Kahan, 1965): an error is small beside the largest value. The numbers must be finite. Throws a failure of
  /// kind `interrupted`.
  public static func of(_ matrix: Matrix, _ interruption: Interruption) throws(Failure) -> [Double] {
    let tall = matrix.rows >= matrix.columns ? matrix : matrix.transposed
    guard tall.columns > 0 else { return [] }
    let exponent = tall.largestExponent
    var bidiagonal = try bidiagonalized(Grid(tall, timesTwoTo: -exponent), interruption)
    return try bidiagonal.singularValues(interruption).map { $0.timesTwo(to: exponent) }
  }

  /// The two diagonals that reflections from the left and the right leave of a matrix with at least as many rows as columns.
  private static func bidiagonalized(_ a: Grid, _ interruption: Interruption) throws(Failure) -> Bidiagonal {
    let (rows, columns) = (a.rows, a.columns)
    var result = Bidiagonal(diagonal: [], above: [])
    let left = Grid(rows: 1, columns: rows), products = Grid(rows: 1, columns: columns)
    for pivot in 0..<columns {
      try interruption.check()
      let (u, w) = (left.row(0), products.row(0))
      for row in pivot..<rows { u[row - pivot] = a[row, pivot] }
      let reflection = Reflection(of: u, count: rows - pivot)
      result.diagonal.append(reflection.length)
      let rest = columns - pivot - 1
      guard rest > 0 else { break }
      for column in 0..<rest { w[column] = 0 }
      for row in pivot..<rows {
        Stretch.add(-reflection.weight * u[row - pivot], times: a.row(row) + pivot + 1, to: w, rest)
      }
      // The reflection from the right is known once the pivot's row is; then both go through all rows at once.
      let v = a.row(pivot) + pivot + 1
      Stretch.add(u[0], times: w, to: v, rest)
      let other = Reflection(of: v, count: rest)
      result.above.append(other.length)
      for row in pivot + 1..<max(pivot + 1, rows) {
        let line = a.row(row) + pivot + 1
        Stretch.add(u[row - pivot], times: w, to: line, rest)
        other.apply(v, to: line, rest)
      }
    }
    return result
  }
}

/// A matrix with numbers on its diagonal and above it only.
struct Bidiagonal {
  var diagonal: [Double]
  var above: [Double]

  /// What counts as 0 beside 1: no square that matters underflows, and values are far below any rounding error.
  private static let negligible = 0x1p-200

  /// Its singular values, the largest first; its numbers are of size 1 or smaller. Throws a failure of kind `interrupted`.
  mutating func singularValues(_ interruption: Interruption) throws(Failure) -> [Double] {
    var end = diagonal.count
    var steps = 0
    while end > 0 {
      if steps & 0xF == 0 { try interruption.check() }
      // The last block that does not fall apart.
      var start = end - 1
      while start > 0 {
        let neighbours = diagonal[start - 1].magnitude + diagonal[start].magnitude
        if above[start - 1].magnitude <= max(Double.epsilon * neighbours, Self.negligible) {
          above[start - 1] = 0
          break
        }
        start -= 1
      }
      if start == end - 1 {
        end -= 1
        steps = 0
        continue
      }
      steps += 1
      guard steps < 1000 else { throw Failure(.limit, "the singular values do not settle") }
      if let zero = (start..<end).last(where: { isNegligible($0, from: start, to: end) }) {
        diagonal[zero] = 0
        if zero == end - 1 { chaseUp(from: start, to: end) } else { chaseDown(from: zero, to: end) }
      } else {
        step(from: start, to: end)
      }
    }
    return diagonal.map(\.magnitude).sorted(by: >)
  }

  private func isNegligible(_ place: Int, from start: Int, to end: Int) -> Bool {
    let neighbours =
      (place < end - 1 ? above[place].magnitude : 0) + (place > start ? above[place - 1].magnitude : 0)
    return diagonal[place].magnitude <= max(Double.epsilon * neighbours, Self.negligible)
  }

  /// Makes the last column 0, where the last number on the diagonal is.
  private mutating func chaseUp(from start: Int, to end: Int) {
    var bulge = above[end - 2]
    above[end - 2] = 0
    for place in stride(from: end - 2, through: start, by: -1) {
      let turn = Rotation(turning: diagonal[place], bulge)
      diagonal[place] = turn.length
      if place > start {
        bulge = -turn.sine * above[place - 1]
        above[place - 1] *= turn.cosine
      }
    }
  }

  /// Makes the row of a zero on the diagonal 0.
  private mutating func chaseDown(from zero: Int, to end: Int) {
    var bulge = above[zero]
    above[zero] = 0
    for place in zero + 1..<end {
      let turn = Rotation(turning: diagonal[place], bulge)
      diagonal[place] = turn.length
      if place < end - 1 {
        bulge = -turn.sine * above[place]
        above[place] *= turn.cosine
      }
    }
  }

  /// One implicit QR step with the shift of the last two rows.
  private mutating func step(from start: Int, to end: Int) {
    let last = end - 1
    let (p, q, r) = (diagonal[last], diagonal[last - 1], above[last - 1])
    let half = ((q + p) * (q - p) + r * r) / 2
    let product = (p * r) * (p * r)
    var shift = 0.0
    if half != 0 || product != 0 {
      let root = (half * half + product).squareRoot()
      let divisor = half + (half < 0 ? -root : root)
      if divisor != 0 { shift = product / divisor }
    }
    var f = (diagonal[start] + p) * (diagonal[start] - p) + shift
    var g = diagonal[start] * above[start]
    diagonal.withUnsafeMutableBufferPointer { diagonal in
      above.withUnsafeMutableBufferPointer { above in
        for place in start..<last {
          let right = Rotation(turning: f, g)
          if place > start { above[place - 1] = right.length }
          f = right.cosine * diagonal[place] + right.sine * above[place]
          above[place] = right.cosine * above[place] - right.sine * diagonal[place]
          g = right.sine * diagonal[place + 1]
          diagonal[place + 1] *= right.cosine
          let left = Rotation(turning: f, g)
          diagonal[place] = left.length
          f = left.cosine * above[place] + left.sine * diagonal[place + 1]
          diagonal[place + 1] = left.cosine * diagonal[place + 1] - left.sine * above[place]
          if place < last - 1 {
            g = left.sine * above[place + 1]
            above[place + 1] *= left.cosine
          }
        }
        above[last - 1] = f
      }
    }
  }
}
