/// True or false for every place of a vector or of a matrix: what a comparison of numbers yields element by element.
///
/// In arithmetic, and wherever numbers are wanted, they count as 1 and 0.
public struct Truths: Sendable, Equatable {
  /// How many rows a matrix of truths has; nil of a vector.
  public let rows: Int?
  /// How many truths a row has; of a vector, how many there are.
  public let columns: Int
  /// Row after row.
  public let elements: [Bool]

  /// A vector of truths.
  public init(_ elements: [Bool]) {
    (rows, columns, self.elements) = (nil, elements.count, elements)
  }

  /// A matrix of truths.
  public init(rows: Int, columns: Int, elements: [Bool]) {
    precondition(rows >= 0 && columns >= 0 && elements.count == rows * columns)
    (self.rows, self.columns, self.elements) = (rows, columns, elements)
  }

  /// How many are true.
  public var count: Int {
    elements.withUnsafeBytes { bytes in
      var count = 0
      for byte in bytes { count &+= Int(byte) }
      return count
    }
  }

  /// 1 for what is true and 0 for what is not, in the same shape.
  public var numbers: Value {
    let numbers = elements.map { $0 ? 1.0 : 0.0 }
    return rows.map { .matrix(Matrix(rows: $0, columns: columns, elements: numbers)) } ?? .vector(numbers)
  }

  /// One row of a matrix.
  public func row(_ index: Int) -> [Bool] { Array(elements[index * columns..<(index + 1) * columns]) }

  /// One column of a matrix.
  public func column(_ index: Int) -> [Bool] {
    stride(from: index, to: elements.count, by: max(1, columns)).map { elements[$0] }
  }

  /// The same shape with other truths.
  public func map(_ transform: (Bool) -> Bool) -> Truths {
    let elements = elements.map(transform)
    return rows.map { Truths(rows: $0, columns: columns, elements: elements) } ?? Truths(elements)
  }
}

extension Value {
  /// The value with 1 for what is true in it and 0 for what is not; any other value as it is.
  public var countingTruths: Value {
    switch self {
    case .truth(let truth): .number(truth ? 1 : 0)
    case .truths(let truths): truths.numbers
    default: self
    }
  }
}
