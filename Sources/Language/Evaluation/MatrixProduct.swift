import Vocabulary

/// `@`: the products of rows with columns; a vector is a row on the left and a column on the right.
enum MatrixProduct {
  /// Throws a failure of kind `type` where the inner sizes differ, and of kind `interrupted` where it was stopped.
  static func value(_ left: Value, _ right: Value, _ limits: Limits) throws(Failure) -> Value {
    switch (left, right) {
    case (.vector(let a), .vector(let b)):
      try check(a.count, b.count, left, right)
      return .number(try product(row(a), column(b), limits).elements[0])
    case (.matrix(let a), .vector(let b)):
      try check(a.columns, b.count, left, right)
      return .vector(try product(a, column(b), limits).elements)
    case (.vector(let a), .matrix(let b)):
      try check(a.count, b.rows, left, right)
      return .vector(try product(row(a), b, limits).elements)
    case (.matrix(let a), .matrix(let b)):
      try check(a.columns, b.rows, left, right)
      return .matrix(try product(a, b, limits))
    default:
      throw Failure(.type, "@ multiplies vectors and matrices, not \(left.brief) and \(right.brief)")
    }
  }

  private static func check(_ a: Int, _ b: Int, _ left: Value, _ right: Value) throws(Failure) {
    if a != b { throw Failure(.type, "\(left.noun) @ \(right.noun): the inner sizes are \(a) and \(b)") }
  }

  private static func row(_ elements: [Double]) -> Matrix {
    Matrix(rows: 1, columns: elements.count, elements: elements)
  }

  private static func column(_ elements: [Double]) -> Matrix {
    Matrix(rows: elements.count, columns: 1, elements: elements)
  }

  private static func product(_ a: Matrix, _ b: Matrix, _ limits: Limits) throws(Failure) -> Matrix {
    try limits.reserve(numbers: Double(a.rows) * Double(b.columns))
    return try a.product(b, limits.interruption)
  }
}
