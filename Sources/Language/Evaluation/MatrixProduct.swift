import Vocabulary

/// `@`: the products of rows with columns; a vector is a row on the left and a column on the right.
enum MatrixProduct {
  static func value(_ left: Value, _ right: Value) throws(Failure) -> Value {
    switch (left, right) {
    case (.vector(let a), .vector(let b)):
      try check(a.count, b.count, left, right)
      return .number(dot(a, b))
    case (.matrix(let a), .vector(let b)):
      try check(a.columns, b.count, left, right)
      return .vector((0..<a.rows).map { dot(a.row($0), b) })
    case (.vector(let a), .matrix(let b)):
      try check(a.count, b.rows, left, right)
      return .vector((0..<b.columns).map { dot(a, b.column($0)) })
    case (.matrix(let a), .matrix(let b)):
      try check(a.columns, b.rows, left, right)
      let columns = (0..<b.columns).map { b.column($0) }
      var elements: [Double] = []
      elements.reserveCapacity(a.rows * b.columns)
      for row in 0..<a.rows {
        let numbers = a.row(row)
        for column in columns { elements.append(dot(numbers, column)) }
      }
      return .matrix(Matrix(rows: a.rows, columns: b.columns, elements: elements))
    default:
      throw Failure(.type, "@ multiplies vectors and matrices, not \(left.brief) and \(right.brief)")
    }
  }

  private static func check(_ a: Int, _ b: Int, _ left: Value, _ right: Value) throws(Failure) {
    if a != b { throw Failure(.type, "\(left.noun) @ \(right.noun): the inner sizes are \(a) and \(b)") }
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for (x, y) in zip(a, b) { sum += x * y }
    return sum
  }
}
