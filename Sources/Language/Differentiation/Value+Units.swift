import Vocabulary

extension Value {
  /// Whether it is made of numbers, with or without derivatives.
  var isDifferentiable: Bool {
    switch primal {
    case .number, .vector, .matrix: true
    default: false
    }
  }

  /// A value of this shape, each number being what the body makes of the unit in its direction.
  func mapUnits(_ body: (Value) throws(Failure) -> Value) throws(Failure) -> Value {
    switch primal {
    case .vector(let elements):
      return try Value.row(elements.count) { (unit) throws(Failure) in try body(.vector(unit)) }
    case .matrix(let matrix):
      var rows = Row()
      for row in 0..<matrix.rows {
        rows.append(
          try Value.row(matrix.columns) { (unit) throws(Failure) in
            var elements = [Double](repeating: 0, count: row * matrix.columns) + unit
            elements += [Double](repeating: 0, count: matrix.elements.count - elements.count)
            return try body(.matrix(Matrix(rows: matrix.rows, columns: matrix.columns, elements: elements)))
          })
      }
      return try rows.value()
    default:
      return try body(.number(1))
    }
  }

  private static func row(_ count: Int, _ body: ([Double]) throws(Failure) -> Value) throws(Failure) -> Value {
    var results = Row()
    var unit = [Double](repeating: 0, count: count)
    for index in 0..<count {
      unit[index] = 1
      results.append(try body(unit))
      unit[index] = 0
    }
    return try results.value()
  }
}
