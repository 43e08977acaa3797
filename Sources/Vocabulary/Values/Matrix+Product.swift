extension Matrix {
  /// The product of rows with columns, as `@` writes it.
  ///
  /// Row by row of the left matrix, so that memory is read in order; each sum is taken from the first term to the last and
  /// no multiplication is fused with an addition, so that the bits are the same everywhere. The inner sizes must agree.
  /// Throws a failure of kind `interrupted` where it was stopped.
  public func product(_ right: Matrix, _ interruption: Interruption = Interruption()) throws(Failure) -> Matrix {
    precondition(columns == right.rows)
    let width = right.columns
    var result = Matrix(rows: rows, columns: width, elements: [Double](repeating: 0, count: rows * width))
    for row in 0..<rows {
      try interruption.check()
      result.elements.withUnsafeMutableBufferPointer { sums in
        let sums = UnsafeMutableBufferPointer(rebasing: sums[row * width..<(row + 1) * width])
        right.elements.withUnsafeBufferPointer { factors in
          for inner in 0..<columns {
            let factor = self[row, inner]
            for column in 0..<width { sums[column] += factor * factors[inner * width + column] }
          }
        }
      }
    }
    return result
  }
}
