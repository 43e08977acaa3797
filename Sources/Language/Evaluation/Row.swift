import Vocabulary

/// Vectors, matrices and lists as rows of values.
public enum Row {
  /// Numbers make a vector, vectors of one length a matrix, anything else a list.
  ///
  /// Throws where vectors differ in length.
  public static func value(of values: [Value]) throws(Failure) -> Value {
    let numbers = values.compactMap(\.number)
    if numbers.count == values.count { return .vector(numbers) }
    let rows = values.compactMap { value -> [Double]? in
      if case .vector(let row) = value { row } else { nil }
    }
    guard rows.count == values.count, let columns = rows.first?.count else { return .list(values) }
    if let odd = rows.first(where: { $0.count != columns }) {
      throw Failure(.type, "the rows of a matrix must be equally long, not \(columns) and \(odd.count)")
    }
    return .matrix(Matrix(rows: rows.count, columns: columns, elements: rows.flatMap { $0 }))
  }

  /// What a loop over the value runs through: numbers, rows or values; nil where it is no row.
  public static func elements(of value: Value) -> [Value]? {
    switch value {
    case .vector(let elements): elements.map { .number($0) }
    case .matrix(let matrix): (0..<matrix.rows).map { .vector(matrix.row($0)) }
    case .list(let values): values
    default: nil
    }
  }
}

/// One subscript, evaluated.
enum Place {
  case index(Int)
  case slice(Int?, Int?)

  var keepsAxis: Bool {
    if case .slice = self { true } else { false }
  }

  /// The positions that it selects of so many, counted from the end where negative, as NumPy does.
  func positions(of count: Int, in noun: String) throws(Failure) -> Range<Int> {
    switch self {
    case .index(let index):
      guard (-count..<count).contains(index) else {
        let allowed = count == 0 ? "it has none" : "indices go from 0 to \(count - 1), or -\(count) to -1"
        throw Failure(.type, "index \(index) is outside \(noun)", hint: allowed)
      }
      let position = index < 0 ? index + count : index
      return position..<position + 1
    case .slice(let first, let end):
      let start = Self.clip(first ?? 0, to: count)
      return start..<max(start, Self.clip(end ?? count, to: count))
    }
  }

  private static func clip(_ index: Int, to count: Int) -> Int {
    index < 0 ? max(0, count - min(count, Int(index.magnitude > UInt(count) ? UInt(count) : index.magnitude)))
      : min(index, count)
  }
}

/// Reading parts of vectors, matrices and lists.
enum Elements {
  static func read(_ value: Value, _ places: [Place]) throws(Failure) -> Value {
    switch value {
    case .vector(let elements):
      let range = try only(places, of: value).positions(of: elements.count, in: value.noun)
      return places[0].keepsAxis ? .vector(Array(elements[range])) : .number(elements[range.lowerBound])
    case .list(let values):
      let range = try only(places, of: value).positions(of: values.count, in: value.noun)
      return places[0].keepsAxis ? .list(Array(values[range])) : values[range.lowerBound]
    case .matrix(let matrix):
      return try read(matrix, places, noun: value.noun)
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
    let column = places.count == 2 ? places[1] : .slice(nil, nil)
    let rows = try places[0].positions(of: matrix.rows, in: "the rows of \(noun)")
    let columns = try column.positions(of: matrix.columns, in: "the columns of \(noun)")
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
