import Vocabulary

/// Orthonormal columns that span those of a matrix.
enum OrthonormalColumns {
  /// The Q of the QR decomposition in which R has no negative number on its diagonal, by Householder's reflections
  /// (G. Golub, C. Van Loan, Matrix Computations, 5.2); there must be at least as many rows as columns.
  static func of(_ matrix: Matrix) -> Matrix {
    let (rows, columns) = (matrix.rows, matrix.columns)
    // Column after column, so that a reflection reads memory in order.
    var work = (0..<columns).map { matrix.column($0) }
    var signs = [Double](repeating: 1, count: columns)
    for pivot in 0..<columns {
      let length = norm(work[pivot][pivot...])
      let head = work[pivot][pivot]
      signs[pivot] = head > 0 ? -1 : 1
      guard length > 0 else { continue }
      // The reflection's vector, of length √2, takes the place of what it makes zero.
      let first = head + (head > 0 ? length : -length)
      let scale = 1 / (length * (length + head.magnitude)).squareRoot()
      work[pivot][pivot] = first
      for row in pivot..<rows { work[pivot][row] *= scale }
      for column in pivot + 1..<max(pivot + 1, columns) { reflect(&work[column], by: work[pivot], from: pivot) }
    }
    var result = (0..<columns).map { column in (0..<rows).map { $0 == column ? signs[column] : 0 } }
    for pivot in stride(from: columns - 1, through: 0, by: -1) {
      for column in pivot..<columns { reflect(&result[column], by: work[pivot], from: pivot) }
    }
    var elements = [Double](repeating: 0, count: rows * columns)
    for column in 0..<columns { for row in 0..<rows { elements[row * columns + column] = result[column][row] } }
    return Matrix(rows: rows, columns: columns, elements: elements)
  }

  private static func reflect(_ target: inout [Double], by vector: [Double], from start: Int) {
    var product = 0.0
    for row in start..<target.count { product += vector[row] * target[row] }
    for row in start..<target.count { target[row] -= product * vector[row] }
  }

  private static func norm(_ elements: ArraySlice<Double>) -> Double {
    var sum = 0.0
    for element in elements { sum += element * element }
    return sum.squareRoot()
  }
}
