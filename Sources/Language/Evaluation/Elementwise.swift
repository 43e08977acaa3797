import ElementaryFunctions
import Vocabulary

/// Functions of two numbers over vectors and matrices, element by element; a number is repeated for every element, a
/// vector for every row of a matrix, as NumPy does.
public enum Elementwise {
  /// A function of two numbers.
  protocol Function {
    func callAsFunction(_ a: Double, _ b: Double) -> Double
    /// The loop over two arrays that does the same, where there is one.
    var operation: Kernels.Operation? { get }
  }

  /// What a function meets on one side.
  private enum Side {
    case one(Double)
    case each([Double])
    /// Repeated from its beginning, as a vector for every row of a matrix.
    case cycle([Double])
  }

  /// Numbers between two looks at whether to stop.
  static let piece = 1 << 18

  /// The results, nil where a value is neither number nor vector nor matrix.
  ///
  /// Throws a failure of kind `type` where the shapes do not meet; the word names the function in it.
  public static func value(
    _ left: Value, _ right: Value, _ word: String, _ limits: Limits, _ body: (Double, Double) -> Double
  ) throws(Failure) -> Value? {
    try withoutActuallyEscaping(body) { (body) throws(Failure) in
      try value(left, right, word, limits, Closure(body: body))
    }
  }

  private struct Closure: Function {
    let body: (Double, Double) -> Double
    func callAsFunction(_ a: Double, _ b: Double) -> Double { body(a, b) }
  }

  /// The same for a function that the compiler can put into the loops.
  static func value(
    _ left: Value, _ right: Value, _ word: String, _ limits: Limits, _ function: some Function
  ) throws(Failure) -> Value? {
    switch (left, right) {
    case (.number(let a), .number(let b)):
      return .number(function(a, b))
    case (.number(let a), .vector(let b)):
      return .vector(try numbers(.one(a), .each(b), b.count, limits, function))
    case (.vector(let a), .number(let b)):
      return .vector(try numbers(.each(a), .one(b), a.count, limits, function))
    case (.vector(let a), .vector(let b)) where a.count == b.count:
      return .vector(try numbers(.each(a), .each(b), a.count, limits, function))
    case (.number(let a), .matrix(let b)):
      return .matrix(try matrix(like: b, .one(a), .each(b.elements), limits, function))
    case (.matrix(let a), .number(let b)):
      return .matrix(try matrix(like: a, .each(a.elements), .one(b), limits, function))
    case (.matrix(let a), .matrix(let b)) where a.rows == b.rows && a.columns == b.columns:
      return .matrix(try matrix(like: a, .each(a.elements), .each(b.elements), limits, function))
    case (.matrix(let a), .vector(let b)) where a.columns == b.count:
      return .matrix(try matrix(like: a, .each(a.elements), .cycle(b), limits, function))
    case (.vector(let a), .matrix(let b)) where b.columns == a.count:
      return .matrix(try matrix(like: b, .cycle(a), .each(b.elements), limits, function))
    case (.vector, .vector), (.matrix, .matrix), (.matrix, .vector), (.vector, .matrix):
      throw Failure(.type, "\(left.noun) \(word) \(right.noun): the shapes do not meet")
    default:
      return nil
    }
  }

  private static func matrix(
    like shape: Matrix, _ left: Side, _ right: Side, _ limits: Limits, _ function: some Function
  ) throws(Failure) -> Matrix {
    let elements = try numbers(left, right, shape.elements.count, limits, function)
    return Matrix(rows: shape.rows, columns: shape.columns, elements: elements)
  }

  private static func numbers(
    _ left: Side, _ right: Side, _ count: Int, _ limits: Limits, _ function: some Function
  ) throws(Failure) -> [Double] {
    let numbers = [Double](unsafeUninitializedCapacity: count) { results, filled in
      while filled < count, !limits.interruption.isRequested {
        let range = filled..<min(filled + piece, count)
        fill(results, range, left, right, function)
        filled = range.upperBound
      }
    }
    try limits.interruption.check()
    return numbers
  }

  /// Writes the results for a range of elements; the loops run over buffers, so that they become vector instructions.
  private static func fill(
    _ results: UnsafeMutableBufferPointer<Double>, _ range: Range<Int>, _ left: Side, _ right: Side,
    _ function: some Function
  ) {
    switch (left, right) {
    case (.each(let a), .each(let b)):
      a.withUnsafeBufferPointer { a in b.withUnsafeBufferPointer { b in fill(results, range, a, b, function) } }
    case (.one(let a), .each(let b)):
      b.withUnsafeBufferPointer { b in for index in range { results[index] = function(a, b[index]) } }
    case (.each(let a), .one(let b)):
      a.withUnsafeBufferPointer { a in for index in range { results[index] = function(a[index], b) } }
    case (.each(let a), .cycle(let b)):
      for index in range { results[index] = function(a[index], b[index % b.count]) }
    case (.cycle(let a), .each(let b)):
      for index in range { results[index] = function(a[index % a.count], b[index]) }
    case (.one, _), (.cycle, _):
      preconditionFailure("one side has as many numbers as there are results")
    }
  }
}

extension Elementwise {
  /// Element by element; the results may be written over either side.
  static func fill(
    _ results: UnsafeMutableBufferPointer<Double>, _ range: Range<Int>, _ a: UnsafeBufferPointer<Double>,
    _ b: UnsafeBufferPointer<Double>, _ function: some Function
  ) {
    guard let operation = function.operation else {
      for index in range { results[index] = function(a[index], b[index]) }
      return
    }
    Kernels.best.combine(
      operation, UnsafeBufferPointer(rebasing: a[range]), UnsafeBufferPointer(rebasing: b[range]),
      into: UnsafeMutableBufferPointer(rebasing: results[range]))
  }
}

extension Elementwise.Function {
  var operation: Kernels.Operation? { nil }
}

extension Elementwise {
  /// The results written over the elements of a vector that was computed for this operation alone, so that a long
  /// expression takes the memory of one vector; nil where nothing can be reused, with the values as they were.
  static func valueInPlace(
    _ left: inout Value, isFree isLeftFree: Bool, _ right: inout Value, isFree isRightFree: Bool, _ limits: Limits,
    _ function: some Function
  ) throws(Failure) -> Value? {
    if isLeftFree, left.isVector {
      if let b = right.number {
        var a = left.takeElements()
        try overwrite(&a, limits) { a, range in for index in range { a[index] = function(a[index], b) } }
        return .vector(a)
      }
      if case .vector(let b) = right, b.count == left.elementCount {
        var a = left.takeElements()
        try b.withUnsafeBufferPointer { (b) throws(Failure) in
          try overwrite(&a, limits) { a, range in fill(a, range, UnsafeBufferPointer(a), b, function) }
        }
        return .vector(a)
      }
    }
    if isRightFree, right.isVector {
      if let a = left.number {
        var b = right.takeElements()
        try overwrite(&b, limits) { b, range in for index in range { b[index] = function(a, b[index]) } }
        return .vector(b)
      }
      if case .vector(let a) = left, a.count == right.elementCount {
        var b = right.takeElements()
        try a.withUnsafeBufferPointer { (a) throws(Failure) in
          try overwrite(&b, limits) { b, range in fill(b, range, a, UnsafeBufferPointer(b), function) }
        }
        return .vector(b)
      }
    }
    return nil
  }

  /// In pieces, so that it can be stopped.
  @inline(__always)
  private static func overwrite(
    _ elements: inout [Double], _ limits: Limits, _ body: (UnsafeMutableBufferPointer<Double>, Range<Int>) -> Void
  ) throws(Failure) {
    elements.withUnsafeMutableBufferPointer { elements in
      var done = 0
      while done < elements.count, !limits.interruption.isRequested {
        let end = min(done + piece, elements.count)
        body(elements, done..<end)
        done = end
      }
    }
    try limits.interruption.check()
  }
}

extension Value {
  fileprivate var isVector: Bool {
    if case .vector = self { true } else { false }
  }

  fileprivate var elementCount: Int {
    if case .vector(let elements) = self { elements.count } else { 0 }
  }

  /// A vector's elements, so that nobody holds them any more.
  fileprivate mutating func takeElements() -> [Double] {
    guard case .vector(let elements) = self else { return [] }
    self = .nothing
    return elements
  }
}

extension ExpressionSyntax {
  /// Whether the value of the expression is made anew, so that nobody else holds it.
  var isComputed: Bool {
    switch node {
    case .binary, .negation, .call, .range, .comprehension: true
    default: false
    }
  }
}
