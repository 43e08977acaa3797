import Probability
import Vocabulary
import Workbench

/// What has a mean: numbers, or a distribution.
enum Numbers {
  /// A number, a vector or a matrix.
  case numbers(Value)
  case distribution(any Distribution)

  /// Throws a failure of kind `argument` for anything else.
  init(_ value: Value) throws(Failure) {
    switch value {
    case .number, .vector, .matrix: self = .numbers(value)
    case .truths(let truths): self = .numbers(truths.numbers)
    default:
      guard let distribution = try Kind<any Distribution>.distribution.read(value) else {
        let hint: String? =
          if case .object(is Event) = value { "how likely a condition is, is its probability: P(…)" } else { nil }
        throw Failure(
          .argument, "x must be a vector, a matrix or a distribution, not \(value.brief)", about: .argument("x"),
          hint: hint)
      }
      self = .distribution(distribution)
    }
  }
}

extension Kind where Output == Value {
  /// A number, a vector or a matrix.
  static let numbers = Kind("a vector, a matrix or a number", .numbers) { value in
    switch value {
    case .number, .vector, .matrix: value
    default: nil
    }
  }
}

extension Kind where Output == Value {
  /// What `Numbers` takes, which says what is wrong with anything else.
  static let numbersOrDistribution = Kind(
    "a vector, a matrix or a distribution", .either([.numbers, .object("distribution")]), value: { $0 }
  ) { $0 }
}

extension Kind where Output == Int {
  /// As NumPy counts them: 0 down the columns of a matrix, 1 along its rows.
  static let axis = Kind(
    "0 (down the columns) or 1 (along the rows)", .whole(-2...1), value: { .number(Double($0)) }
  ) { value in
    switch value.number {
    case 0, -2: 0
    case 1, -1: 1
    default: nil
    }
  }
}

extension Parameter where Output == Int? {
  static let axis: Parameter = .optional(
    "axis", .axis, "of a matrix: 0 for a result for each column, 1 for each row, else one for all")
}

extension Value {
  /// All numbers in it, row after row.
  var elements: [Double] {
    switch self {
    case .number(let number): [number]
    case .vector(let elements): elements
    case .matrix(let matrix): matrix.elements
    case .truths(let truths): truths.elements.map { $0 ? 1 : 0 }
    default: []
    }
  }

  /// What a function makes of all numbers in the value, or of each of its columns or rows.
  func reduced(along axis: Int?, by body: ([Double]) throws(Failure) -> Double) throws(Failure) -> Value {
    guard case .matrix(let matrix) = self, let axis else { return .number(try body(elements)) }
    var results: [Double] = []
    for index in 0..<(axis == 0 ? matrix.columns : matrix.rows) {
      results.append(try body(axis == 0 ? matrix.column(index) : matrix.row(index)))
    }
    return .vector(results)
  }

  /// What a function that keeps the count makes of a vector, or of each column or row of a matrix; of rows where no axis
  /// is given.
  func transformed(along axis: Int?, by body: ([Double]) throws(Failure) -> [Double]) throws(Failure) -> Value {
    guard case .matrix(let matrix) = self else { return .vector(try body(elements)) }
    let lines = axis == 0 ? matrix.transposed : matrix
    var elements: [Double] = []
    var count = 0
    for index in 0..<lines.rows {
      let line = try body(lines.row(index))
      count = line.count
      elements += line
    }
    let result = Matrix(rows: lines.rows, columns: count, elements: elements)
    return .matrix(axis == 0 ? result.transposed : result)
  }
}
