import Vocabulary

/// What a symmetric matrix does along its own axes.
public struct SymmetricEigenvalues: Sendable {
  /// From the smallest to the largest.
  public let values: [Double]
  /// A vector of length 1 in each column, in the order of the values, its largest number positive (the first of several);
  /// nil where only values were asked for.
  public let vectors: Matrix?

  /// Reflections leave three diagonals, the values of which are found by implicit QL steps with shifts (G. Golub, C. Van
  /// Loan, Matrix Computations, 8.3): an error is small beside the largest value.
  ///
  /// Only the numbers on and above the diagonal count; they must be finite. Throws a failure of kind `interrupted`.
  public init(of matrix: Matrix, withVectors: Bool, _ interruption: Interruption) throws(Failure) {
    precondition(matrix.rows == matrix.columns)
    let size = matrix.rows
    let exponent = matrix.largestExponent
    let a = Grid(matrix, timesTwoTo: -exponent)
    for row in 0..<size { for column in 0..<row { a[row, column] = a[column, row] } }
    var tridiagonal = try Self.tridiagonalized(a, interruption)
    let axes = withVectors ? try Self.axes(a, tridiagonal.weights, interruption) : nil
    try tridiagonal.settle(turning: axes, interruption)
    let diagonal = tridiagonal.diagonal
    let order = diagonal.indices.sorted { diagonal[$0] < diagonal[$1] || (diagonal[$0] == diagonal[$1] && $0 < $1) }
    values = order.map { diagonal[$0].timesTwo(to: exponent) }
    guard let axes else { vectors = nil; return }
    var vectors = Matrix(rows: size, columns: size, elements: [Double](repeating: 0, count: size * size))
    for (column, place) in order.enumerated() {
      let axis = axes.row(place)
      let largest = (0..<size).reduce(0) { axis[$1].magnitude > axis[$0].magnitude ? $1 : $0 }
      for row in 0..<size { vectors[row, column] = axis[largest] < 0 ? -axis[row] : axis[row] }
    }
    self.vectors = vectors
  }

  /// Reflections from both sides; their vectors stay in the rows of the grid, right of the diagonal.
  private static func tridiagonalized(_ a: Grid, _ interruption: Interruption) throws(Failure) -> Tridiagonal {
    let size = a.rows
    var result = Tridiagonal()
    let products = Grid(rows: 1, columns: size)
    for pivot in 0..<size {
      try interruption.check()
      result.diagonal.append(a[pivot, pivot])
      let rest = size - pivot - 1
      guard rest > 0 else { result.beside.append(0); break }
      let (v, w) = (a.row(pivot) + pivot + 1, products.row(0))
      let reflection = Reflection(of: v, count: rest)
      result.beside.append(reflection.length)
      result.weights.append(reflection.weight)
      guard reflection.weight != 0 else { continue }
      for row in 0..<rest {
        w[row] = reflection.weight * Stretch.dot(a.row(pivot + 1 + row) + pivot + 1, v, rest)
      }
      Stretch.add(-reflection.weight / 2 * Stretch.dot(w, v, rest), times: v, to: w, rest)
      for row in 0..<rest {
        let line = a.row(pivot + 1 + row) + pivot + 1
        Stretch.add(-v[row], times: w, to: line, rest)
        Stretch.add(-w[row], times: v, to: line, rest)
      }
    }
    return result
  }

  /// The product of the reflections, transposed.
  private static func axes(
    _ a: Grid, _ weights: [Double], _ interruption: Interruption
  ) throws(Failure) -> Grid {
    let size = a.rows
    let axes = Grid(rows: size, columns: size)
    for row in 0..<size { axes[row, row] = 1 }
    for pivot in weights.indices.reversed() where weights[pivot] != 0 {
      try interruption.check()
      let rest = size - pivot - 1
      let v = a.row(pivot) + pivot + 1
      for row in pivot + 1..<size {
        let line = axes.row(row) + pivot + 1
        Stretch.add(-weights[pivot] * Stretch.dot(line, v, rest), times: v, to: line, rest)
      }
    }
    return axes
  }
}

/// A symmetric matrix with numbers on its diagonal and beside it only.
private struct Tridiagonal {
  var diagonal: [Double] = []
  /// As many numbers as the diagonal has; the last is 0.
  var beside: [Double] = []
  /// Of the reflections that led to it.
  var weights: [Double] = []

  /// Turns the matrix until only its diagonal is left, and the rows of a grid with it.
  mutating func settle(turning axes: Grid?, _ interruption: Interruption) throws(Failure) {
    let size = diagonal.count
    var steps = 0
    var start = 0
    while start < size {
      try interruption.check()
      var end = start
      while end < size - 1, !isNegligible(end) { end += 1 }
      guard end > start else {
        (start, steps) = (start + 1, 0)
        continue
      }
      steps += 1
      guard steps < 1000 else { throw Failure(.limit, "the eigenvalues do not settle") }
      step(from: start, to: end, turning: axes)
    }
  }

  private mutating func isNegligible(_ place: Int) -> Bool {
    let neighbours = diagonal[place].magnitude + diagonal[place + 1].magnitude
    guard beside[place].magnitude <= max(Double.epsilon / 2 * neighbours, 0x1p-200) else { return false }
    beside[place] = 0
    return true
  }

  /// One implicit QL step with the shift of the first two rows.
  private mutating func step(from start: Int, to end: Int, turning axes: Grid?) {
    let half = (diagonal[start + 1] - diagonal[start]) / (2 * beside[start])
    let root = (half * half + 1).squareRoot()
    var g = diagonal[end] - diagonal[start] + beside[start] / (half + (half < 0 ? -root : root))
    var (cosine, sine, shift) = (1.0, 1.0, 0.0)
    for place in stride(from: end - 1, through: start, by: -1) {
      let (f, b) = (sine * beside[place], cosine * beside[place])
      let turn = Rotation(turning: g, f)
      beside[place + 1] = turn.length
      guard turn.length > 0 else {
        // The block falls apart here.
        diagonal[place + 1] -= shift
        beside[end] = 0
        return
      }
      (cosine, sine) = (turn.cosine, turn.sine)
      g = diagonal[place + 1] - shift
      let r = (diagonal[place] - g) * sine + 2 * cosine * b
      shift = sine * r
      diagonal[place + 1] = g + shift
      g = cosine * r - b
      if let axes { Stretch.rotate(axes.row(place + 1), axes.row(place), turn, axes.columns) }
    }
    diagonal[start] -= shift
    beside[start] = g
    beside[end] = 0
  }
}

extension Matrix {
  /// Whether the numbers on both sides of the diagonal are the same, but for the last places.
  public var isSymmetric: Bool {
    rows == columns
      && (0..<rows).allSatisfy { row in
        (0..<row).allSatisfy { column in
          let (a, b) = (self[row, column], self[column, row])
          return a == b || (a - b).magnitude <= 8 * Double.epsilon * max(a.magnitude, b.magnitude)
        }
      }
  }
}
