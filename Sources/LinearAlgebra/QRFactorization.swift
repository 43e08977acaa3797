import Vocabulary

/// A matrix as a product of orthonormal columns and an upper triangle, by Householder's reflections (G. Golub, C. Van Loan,
/// Matrix Computations, 5.2).
///
/// Signs are LAPACK's, and so NumPy's: a number on R's diagonal is negative where the column that it came from began with
/// a positive one.
public struct QRFactorization: Sendable {
  /// As many columns as the matrix, or as rows where those are fewer.
  public let q: Matrix
  public let r: Matrix

  /// The numbers must be finite. Throws a failure of kind `interrupted`.
  public init(_ matrix: Matrix, _ interruption: Interruption) throws(Failure) {
    let exponent = matrix.largestExponent
    // A column of the matrix in each row, so that a reflection reads memory in order.
    let columns = Grid(matrix.transposed, timesTwoTo: -exponent)
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
        let number = row == column ? reflections[row].length : columns[column, row]
        r[row, column] = number.timesTwo(to: exponent)
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
    self.r = r
  }
}
