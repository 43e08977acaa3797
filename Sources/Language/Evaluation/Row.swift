import Vocabulary

/// Vectors, matrices and lists as rows of values: put together and taken apart.
public struct Row {
  /// As long as only numbers come.
  private var numbers: [Double] = []
  /// From the first other value on.
  private var values: [Value]?
  /// How many numbers all of it holds.
  public private(set) var size = 0

  public init() {}

  public mutating func append(_ value: Value) {
    switch value {
    case .vector(let elements): size += elements.count
    case .matrix(let matrix): size += matrix.elements.count
    default: size += 1
    }
    if values != nil {
      values?.append(value)
    } else if case .number(let number) = value {
      numbers.append(number)
    } else {
      values = numbers.map { .number($0) } + [value]
      numbers = []
    }
  }

  /// Numbers make a vector, vectors of one length a matrix, anything else a list.
  ///
  /// Throws where vectors differ in length.
  public func value() throws(Failure) -> Value {
    guard let values else { return .vector(numbers) }
    if let dual = try Row.dual(of: values) { return dual }
    let rows = values.compactMap { value -> [Double]? in
      if case .vector(let row) = value { row } else { nil }
    }
    guard rows.count == values.count, let columns = rows.first?.count else { return .list(values) }
    if let odd = rows.first(where: { $0.count != columns }) {
      throw Failure(.type, "the rows of a matrix must be equally long, not \(columns) and \(odd.count)")
    }
    return .matrix(Matrix(rows: rows.count, columns: columns, elements: rows.flatMap { $0 }))
  }

  /// A row in which something carries a derivative carries one as a whole; nil where nothing does.
  private static func dual(of values: [Value]) throws(Failure) -> Value? {
    guard let level = values.lazy.map(\.level).max(), level > 0 else { return nil }
    var (row, slopes) = (Row(), Row())
    for value in values {
      let parts = value.parts(at: level)
      row.append(parts.value)
      slopes.append(parts.slope ?? parts.value.zeros)
    }
    let value = try row.value()
    if case .list = value { return nil }
    return .object(Dual(value: value, slope: try slopes.value(), level: level))
  }

  /// How many numbers, rows or values there are to go through; nil where the value is no row.
  public static func count(of value: Value) -> Int? {
    switch value {
    case .vector(let elements): elements.count
    case .matrix(let matrix): matrix.rows
    case .list(let values): values.count
    case .object(let dual as Dual): count(of: dual.value)
    default: nil
    }
  }

  /// One of them.
  public static func element(_ index: Int, of value: Value) -> Value {
    switch value {
    case .vector(let elements): .number(elements[index])
    case .matrix(let matrix): .vector(matrix.row(index))
    case .list(let values): values[index]
    case .object(let dual as Dual):
      .object(
        Dual(value: element(index, of: dual.value), slope: element(index, of: dual.slope), level: dual.level))
    default: .nothing
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
