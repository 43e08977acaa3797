import Platform
import Vocabulary

/// A function of one number that works on vectors and matrices element by element.
public struct ElementaryFunction: Sendable {
  public let function: @Sendable (Double) -> Double
  /// The same bits for many numbers at once, where there is a faster way.
  let ofMany: OfMany

  /// Writes the results for some numbers into a buffer of their count.
  public typealias OfMany = @Sendable (UnsafeBufferPointer<Double>, UnsafeMutableBufferPointer<Double>) -> Void

  public init(_ function: @escaping @Sendable (Double) -> Double) {
    self.init(function) { numbers, results in
      for index in numbers.indices { results[index] = function(numbers[index]) }
    }
  }

  public init(_ function: @escaping @Sendable (Double) -> Double, ofMany: @escaping OfMany) {
    self.function = function
    self.ofMany = ofMany
  }
}

extension Evaluator {
  /// The function of a number, or of every element.
  ///
  /// Throws a failure of kind `type` for any other value.
  public mutating func apply(_ elementary: ElementaryFunction, to value: Value) throws(Failure) -> Value {
    switch value.countingTruths {
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

  /// Whether something holds of a number, or of every element.
  ///
  /// Throws a failure of kind `type` for any other value.
  public mutating func ask(_ value: Value, _ holds: (Double) -> Bool) throws(Failure) -> Value {
    switch value.countingTruths {
    case .number(let number): return .truth(holds(number))
    case .vector(let elements):
      try context.step(by: elements.count)
      return .truths(Truths(elements.map(holds)))
    case .matrix(let matrix):
      try context.step(by: matrix.elements.count)
      return .truths(Truths(rows: matrix.rows, columns: matrix.columns, elements: matrix.elements.map(holds)))
    case .list(let values):
      var row = Row()
      for value in values { row.append(try ask(value, holds)) }
      return try row.value()
    default:
      throw Failure(.type, "a number or vector is wanted here, not \(value.brief)")
    }
  }

  /// In pieces, so that it can be stopped.
  private mutating func apply(_ elementary: ElementaryFunction, to elements: [Double]) throws(Failure) -> [Double] {
    try context.step(by: elements.count)
    let interruption = context.interruption
    let results = [Double](unsafeUninitializedCapacity: elements.count) { results, filled in
      elements.withUnsafeBufferPointer { numbers in
        // Each piece is read and written by one thread.
        nonisolated(unsafe) let (numbers, results) = (numbers, results)
        Pieces.forEach(of: numbers.count) { piece in
          elementary.ofMany(
            UnsafeBufferPointer(rebasing: numbers[piece]), UnsafeMutableBufferPointer(rebasing: results[piece]))
          return !interruption.isRequested
        }
      }
      filled = elements.count
    }
    try interruption.check()
    return results
  }
}
