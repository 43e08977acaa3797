import Vocabulary

/// Reading parts of vectors, matrices and lists.
enum Elements {
  static func read(_ value: Value, _ places: [Place]) throws(Failure) -> Value {
    switch value {
    case .vector(let elements):
      let positions = Array(try only(places, of: value).positions(of: elements.count, in: value.noun))
      return places[0].keepsAxis ? .vector(positions.map { elements[$0] }) : .number(elements[positions[0]])
    case .list(let values):
      let positions = Array(try only(places, of: value).positions(of: values.count, in: value.noun))
      return places[0].keepsAxis ? .list(positions.map { values[$0] }) : values[positions[0]]
    case .matrix(let matrix):
      return try read(matrix, places, noun: value.noun)
    case .object(let dual as Dual):
      return .object(
        Dual(value: try read(dual.value, places), slope: try read(dual.slope, places), level: dual.level))
    default:
      throw Failure(.type, "\(value.noun) has no elements to choose from")
    }
  }

  private static func only(_ places: [Place], of value: Value) throws(Failure) -> Place {
    guard places.count == 1 else { throw Failure(.type, "\(value.noun) takes one index, not \(places.count)") }
    return places[0]
  }

  private static func read(_ matrix: Matrix, _ places: [Place], noun: String) throws(Failure) -> Value {
    guard places.count <= 2 else { throw Failure(.type, "\(noun) takes at most two indices, not \(places.count)") }
    let column = places.count == 2 ? places[1] : .slice(nil, nil, step: 1)
    let rows = Array(try places[0].positions(of: matrix.rows, in: "the rows of \(noun)"))
    let columns = Array(try column.positions(of: matrix.columns, in: "the columns of \(noun)"))
    var elements: [Double] = []
    elements.reserveCapacity(rows.count * columns.count)
    for row in rows { for column in columns { elements.append(matrix[row, column]) } }
    switch (places[0].keepsAxis, column.keepsAxis) {
    case (true, true): return .matrix(Matrix(rows: rows.count, columns: columns.count, elements: elements))
    case (false, false): return .number(elements[0])
    default: return .vector(elements)
    }
  }
}
