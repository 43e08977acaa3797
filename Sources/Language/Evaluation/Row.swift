import Vocabulary

/// Vectors, matrices and lists as rows of values: put together and taken apart.
public struct Row {
  /// As long as only numbers come.
  private var numbers: [Double] = []
  /// From the first other value on.
  private var values: [Value]?
  /// About how much memory it takes, in numbers.
  public private(set) var size = 0

  public init() {}

  var isEmpty: Bool { numbers.isEmpty && values == nil }

  /// The values one by one, whatever they are.
  var list: Value { .list(values ?? numbers.map { .number($0) }) }

  public mutating func append(_ value: Value) {
    if case .number = value, values == nil { size += 1 } else { size += value.size() }
    if values != nil {
      values?.append(value)
    } else if case .number(let number) = value {
      numbers.append(number)
    } else {
      values = numbers.map { .number($0) } + [value]
      numbers = []
    }
  }

  /// Numbers make a vector, truths a vector of truths, vectors of one length a matrix, anything else a list.
  ///
  /// Throws where vectors differ in length.
  public func value() throws(Failure) -> Value {
    guard let values else { return .vector(numbers) }
    if let truths = try Row.truths(of: values) { return .truths(truths) }
    if let dual = try Row.dual(of: values) { return dual }
    let rows = values.compactMap { value -> [Double]? in
      if case .vector(let row) = value { row } else { nil }
    }
    guard rows.count == values.count, let columns = rows.first?.count else { return .list(values) }
    if let odd = rows.first(where: { $0.count != columns }) {
      throw Self.uneven(columns, odd.count)
    }
    return .matrix(Matrix(rows: rows.count, columns: columns, elements: rows.flatMap { $0 }))
  }

  /// Truths as a vector, vectors of truths as a matrix; nil where something is neither.
  private static func truths(of values: [Value]) throws(Failure) -> Truths? {
    var elements: [Bool] = []
    var columns: Int?
    for (index, value) in values.enumerated() {
      switch value {
      case .truth(let truth) where columns == nil: elements.append(truth)
      case .truths(let row) where row.rows == nil && (index == 0 || columns != nil):
        if let columns, columns != row.columns { throw uneven(columns, row.columns) }
        columns = row.columns
        elements += row.elements
      default: return nil
      }
    }
    return columns.map { Truths(rows: values.count, columns: $0, elements: elements) } ?? Truths(elements)
  }

  private static func uneven(_ first: Int, _ second: Int) -> Failure {
    Failure(.type, "the rows of a matrix must be equally long, not \(first) and \(second)")
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
    case .truths(let truths): truths.rows ?? truths.columns
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
    case .truths(let truths): truths.rows == nil ? .truth(truths.elements[index]) : .truths(Truths(truths.row(index)))
    case .list(let values): values[index]
    case .object(let dual as Dual):
      .object(
        Dual(value: element(index, of: dual.value), slope: element(index, of: dual.slope), level: dual.level))
    default: .nothing
    }
  }
}
