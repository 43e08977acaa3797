import Vocabulary

/// The rows and columns of numbers or truths, and how two such are repeated to meet, as NumPy has it: from the last axis
/// on two lengths must be equal, or one of them 1.
struct Shape: Equatable {
  /// 0 of a number, 1 of a vector, which is a row, 2 of a matrix.
  let rank: Int
  let rows: Int
  let columns: Int

  var count: Int { rows * columns }

  /// Nil where the value is made of neither numbers nor truths.
  init?(_ value: Value) {
    switch value.primal {
    case .number, .truth: self.init(rank: 0, rows: 1, columns: 1)
    case .vector(let elements): self.init(rank: 1, rows: 1, columns: elements.count)
    case .matrix(let matrix): self.init(rank: 2, rows: matrix.rows, columns: matrix.columns)
    case .truths(let truths):
      self.init(rank: truths.rows == nil ? 1 : 2, rows: truths.rows ?? 1, columns: truths.columns)
    default: return nil
    }
  }

  private init(rank: Int, rows: Int, columns: Int) { (self.rank, self.rows, self.columns) = (rank, rows, columns) }

  /// The shape that both fill.
  ///
  /// A column against a vector of the same length, which NumPy would repeat to a square, is refused: who writes it means
  /// one number for each row. Throws a failure of kind `type`; the word names what joins them in it.
  func joined(with other: Shape, by word: String) throws(Failure) -> Shape {
    let failure: Failure
    if isColumn(besideVector: other) || other.isColumn(besideVector: self) {
      let count = max(rows, other.rows)
      failure = Failure(
        .type, "\(noun) \(word) \(other.noun) would make \(count)×\(count) numbers",
        hint: "for \(count) numbers make the matrix a vector with flatten(…), for all pairs the vector a row with "
          + "reshape(…, [1, \(count)])")
    } else if let rows = Self.length(rows, other.rows), let columns = Self.length(columns, other.columns) {
      return Shape(rank: max(rank, other.rank), rows: rows, columns: columns)
    } else {
      failure = Failure(
        .type, "\(noun) \(word) \(other.noun): the shapes do not meet",
        hint: columnLength(beside: other).map { "one number for each row is a column: reshape(…, [\($0), 1])" })
    }
    throw failure
  }

  private func isColumn(besideVector other: Shape) -> Bool {
    rank == 2 && columns == 1 && other.rank == 1 && rows == other.columns && rows > 1
  }

  /// How many numbers the vector among the two has, where it would fit the matrix as a column.
  private func columnLength(beside other: Shape) -> Int? {
    if rank == 1, other.rank == 2, columns == other.rows { return columns }
    if rank == 2, other.rank == 1, other.columns == rows { return rows }
    return nil
  }

  private static func length(_ a: Int, _ b: Int) -> Int? { a == b || b == 1 ? a : a == 1 ? b : nil }

  private var noun: String {
    switch rank {
    case 0: "a number"
    case 1: "a vector of \(counted(columns, "number"))"
    default: "a \(rows)×\(columns) matrix"
    }
  }

  /// How far apart the next row and the next column of this shape are when it is repeated to fill another.
  var steps: (row: Int, column: Int) { (rows == 1 ? 0 : columns, columns == 1 ? 0 : 1) }

  /// Numbers in this shape.
  func value(of numbers: [Double]) -> Value {
    switch rank {
    case 0: .number(numbers[0])
    case 1: .vector(numbers)
    default: .matrix(Matrix(rows: rows, columns: columns, elements: numbers))
    }
  }

  /// Truths in this shape.
  func value(of truths: [Bool]) -> Value {
    switch rank {
    case 0: .truth(truths[0])
    case 1: .truths(Truths(truths))
    default: .truths(Truths(rows: rows, columns: columns, elements: truths))
    }
  }
}

extension Value {
  /// The numbers of a number, a vector or a matrix, row after row; nil of anything else.
  var numberRow: [Double]? {
    switch self {
    case .number(let number): [number]
    case .vector(let elements): elements
    case .matrix(let matrix): matrix.elements
    default: nil
    }
  }

  /// The same value, repeated to fill a shape.
  func repeated(to shape: Shape, _ limits: Limits) throws(Failure) -> Value {
    guard let own = Shape(self), own != shape else { return self }
    try limits.reserve(numbers: Double(shape.rows) * Double(shape.columns))
    return try Arithmetic.apply(
      .multiply, self, shape.value(of: [Double](repeating: 1, count: shape.count)), limits: limits)
  }
}
