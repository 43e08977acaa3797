import Vocabulary

/// A function of one number that works on vectors and matrices element by element.
public struct ElementaryFunction: Sendable {
  let function: @Sendable (Double) -> Double
  /// The same bits for many numbers at once, where there is a faster way.
  let ofMany: @Sendable ([Double]) -> [Double]

  public init(_ function: @escaping @Sendable (Double) -> Double) {
    self.function = function
    ofMany = { $0.map(function) }
  }

  public init(
    _ function: @escaping @Sendable (Double) -> Double, ofMany: @escaping @Sendable ([Double]) -> [Double]
  ) {
    self.function = function
    self.ofMany = ofMany
  }
}

extension Environment {
  /// The function of a number, or of every element.
  ///
  /// Throws a failure of kind `type` for any other value.
  public mutating func apply(_ elementary: ElementaryFunction, to value: Value) throws(Failure) -> Value {
    switch value {
    case .number(let number):
      return .number(elementary.function(number))
    case .vector(let elements):
      return .vector(try apply(elementary, to: elements))
    case .matrix(let matrix):
      return .matrix(
        Matrix(rows: matrix.rows, columns: matrix.columns, elements: try apply(elementary, to: matrix.elements)))
    case .list(let values):
      var row = Row()
      for value in values { row.append(try apply(elementary, to: value)) }
      return try row.value()
    default:
      throw Failure(.type, "a number or vector is wanted here, not \(value.brief)")
    }
  }

  /// In pieces, so that it can be stopped.
  private mutating func apply(_ elementary: ElementaryFunction, to elements: [Double]) throws(Failure) -> [Double] {
    let piece = 1 << 16
    try machine.step(by: elements.count)
    guard elements.count > piece else { return elementary.ofMany(elements) }
    var results: [Double] = []
    results.reserveCapacity(elements.count)
    for start in stride(from: 0, to: elements.count, by: piece) {
      try machine.interruption.check()
      results += elementary.ofMany(Array(elements[start..<min(start + piece, elements.count)]))
    }
    return results
  }
}
