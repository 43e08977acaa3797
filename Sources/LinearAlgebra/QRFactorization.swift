import Vocabulary

/// A matrix as a product of orthonormal columns and an upper triangle, by Householder's reflections (G. Golub, C. Van Loan,
/// Matrix Computations, 5.2).
///
/// Signs are LAPACK's, and so NumPy's: a number on R's diagonal is negative where the column that it came from began with
/// a positive one.
public struct QRFactorization: Sendable {
  /// As many columns as the matrix, or as rows where those are fewer.
  public let q: Matrix
  /// The triangle of the matrix whose columns were divided by powers of two, so that their largest numbers are between 1
  /// and 2.
  private let scaledR: Matrix
  private let exponents: [Int]

  /// The upper triangle; a number that is no double any more is infinite.
  public var r: Matrix { scaledR.timesTwo(toExponentsOfColumns: exponents) }

  /// The numbers must be finite. Throws a failure of kind `interrupted`.
  public init(_ matrix: Matrix, _ interruption: Interruption) throws(Failure) {
    exponents = (0..<matrix.columns).map { matrix.column($0).largestExponent }
    // A column of the matrix in each row, so that a reflection reads memory in order.
    let columns = Grid(matrix.timesTwo(toExponentsOfColumns: exponents.map { -$0 }).transposed)
    let (rows, count) = (matrix.rows, min(matrix.rows, matrix.columns))
    var reflections: [Reflection] = []
    for pivot in 0..<count {
      try interruption.check()
      let v = columns.row(pivot) + pivot
      let reflection = Reflection(of: v, count: rows - pivot)
      for column in pivot + 1..<max(pivot + 1, matrix.columns) {
        reflection.apply(v, to: columns.row(column) + pivot, rows - pivot)
      }
      reflections.append(reflection)
    }
    var r = Matrix(
      rows: count, columns: matrix.columns, elements: [Double](repeating: 0, count: count * matrix.columns))
    for column in 0..<matrix.columns {
      for row in 0..<min(column + 1, count) {
        r[row, column] = row == column ? reflections[row].length : columns[column, row]
      }
    }
    let q = Grid(rows: count, columns: rows)
    for column in 0..<count { q[column, column] = 1 }
    for pivot in stride(from: count - 1, through: 0, by: -1) {
      try interruption.check()
      for column in pivot..<count {
        reflections[pivot].apply(columns.row(pivot) + pivot, to: q.row(column) + pivot, rows - pivot)
      }
    }
    self.q = q.matrix().transposed
    scaledR = r
  }

  /// The columns x for which the sum of the squares of `A x - b` is smallest, for each column b, of any size; `solve` finds
  /// the y with `R y = c`, given R and the columns c.
  public func leastSquares(
    _ right: Matrix, _ interruption: Interruption, solve: (Matrix, Matrix) throws(Failure) -> Matrix
  ) throws(Failure) -> Matrix {
    let units = (0..<right.columns).map { right.column($0).largestExponent }
    let projected = try q.transposed.product(right.timesTwo(toExponentsOfColumns: units.map { -$0 }), interruption)
    var solution = try solve(scaledR, projected)
    for row in 0..<solution.rows {
      for column in 0..<solution.columns {
        solution[row, column] = solution[row, column].timesTwo(to: units[column] - exponents[row])
      }
    }
    return solution
  }
}

extension Matrix {
  /// Each column times two to a power of its own.
  fileprivate func timesTwo(toExponentsOfColumns exponents: [Int]) -> Matrix {
    var result = self
    for row in 0..<rows {
      for column in 0..<columns { result[row, column] = self[row, column].timesTwo(to: exponents[column]) }
    }
    return result
  }
}
