import ElementaryFunctions
import Vocabulary

/// Functions of two numbers over vectors and matrices, element by element; what is shorter is repeated, as NumPy does.
public enum Elementwise {
  /// A function of two numbers.
  protocol Function<Output> {
    /// A number, or a truth.
    associatedtype Output
    func callAsFunction(_ a: Double, _ b: Double) -> Output
    /// The loop over two arrays that does the same, where there is one.
    var operation: Kernels.Operation? { get }
    /// The results in their shape.
    static func value(of results: [Output], in shape: Shape) -> Value
  }

  /// Numbers between two looks at whether to stop.
  static let piece = 1 << 18

  /// The results, nil where a value is neither number nor vector nor matrix.
  ///
  /// Throws a failure of kind `type` where the shapes do not meet; the word names the function in it.
  public static func value(
    _ left: Value, _ right: Value, _ word: String, _ limits: Limits, _ body: @escaping (Double, Double) -> Double
  ) throws(Failure) -> Value? {
    try value(left, right, word, limits, Closure(body: body))
  }

  private struct Closure: Function {
    let body: (Double, Double) -> Double
    func callAsFunction(_ a: Double, _ b: Double) -> Double { body(a, b) }
  }

  /// The same for a function that the compiler can put into the loops.
  static func value<Body: Function>(
    _ left: Value, _ right: Value, _ word: String, _ limits: Limits, _ function: Body
  ) throws(Failure) -> Value? {
    guard let first = Shape(left), let second = Shape(right), let a = left.numberRow, let b = right.numberRow else {
      return nil
    }
    if first == second || second.rank == 0 {
      return Body.value(of: try results(a, b, first.count, 1, first, second, limits, function), in: first)
    }
    if first.rank == 0 {
      return Body.value(of: try results(a, b, second.count, 1, first, second, limits, function), in: second)
    }
    let shape = try first.joined(with: second, by: word)
    try limits.reserve(rows: shape.rows, columns: shape.columns)
    return Body.value(of: try results(a, b, shape.columns, shape.rows, first, second, limits, function), in: shape)
  }

  /// The results for some rows of some length; where there is one row, each side has as many numbers, or one.
  private static func results<Body: Function>(
    _ a: [Double], _ b: [Double], _ columns: Int, _ rows: Int, _ first: Shape, _ second: Shape, _ limits: Limits,
    _ function: Body
  ) throws(Failure) -> [Body.Output] {
    let results = [Body.Output](unsafeUninitializedCapacity: rows * columns) { results, filled in
      a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
          for row in 0..<rows {
            let left = Side(a, row: row, first.steps.row, repeats: a.count == 1 || (rows > 1 && first.columns == 1))
            let right = Side(b, row: row, second.steps.row, repeats: b.count == 1 || (rows > 1 && second.columns == 1))
            for start in stride(from: 0, to: columns, by: piece) {
              guard !limits.interruption.isRequested else { return }
              let range = start..<min(start + piece, columns)
              fill(UnsafeMutableBufferPointer(rebasing: results[(row * columns)...]), range, left, right, function)
              filled = row * columns + range.upperBound
            }
          }
        }
      }
    }
    try limits.interruption.check()
    return results
  }

  /// What a function meets on one side of a row.
  private enum Side {
    case one(Double)
    case each(UnsafeBufferPointer<Double>)

    init(_ numbers: UnsafeBufferPointer<Double>, row: Int, _ step: Int, repeats: Bool) {
      self = repeats ? .one(numbers[row * step]) : .each(UnsafeBufferPointer(rebasing: numbers[(row * step)...]))
    }
  }

  /// Writes the results for a range of a row; the loops run over buffers, so that they become vector instructions.
  private static func fill<Body: Function>(
    _ results: UnsafeMutableBufferPointer<Body.Output>, _ range: Range<Int>, _ left: Side, _ right: Side,
    _ function: Body
  ) {
    switch (left, right) {
    case (.each(let a), .each(let b)): fill(results, range, a, b, function)
    case (.one(let a), .each(let b)): for index in range { results[index] = function(a, b[index]) }
    case (.each(let a), .one(let b)): for index in range { results[index] = function(a[index], b) }
    case (.one(let a), .one(let b)): for index in range { results[index] = function(a, b) }
    }
  }
}

extension Elementwise {
  /// Element by element; the results may be written over either side.
  static func fill<Body: Function>(
    _ results: UnsafeMutableBufferPointer<Body.Output>, _ range: Range<Int>, _ a: UnsafeBufferPointer<Double>,
    _ b: UnsafeBufferPointer<Double>, _ function: Body
  ) {
    guard let operation = function.operation,
      let numbers = UnsafeMutableBufferPointer(rebasing: results[range]) as? UnsafeMutableBufferPointer<Double>
    else {
      for index in range { results[index] = function(a[index], b[index]) }
      return
    }
    Kernels.best.combine(
      operation, UnsafeBufferPointer(rebasing: a[range]), UnsafeBufferPointer(rebasing: b[range]), into: numbers)
  }
}

extension Elementwise.Function {
  var operation: Kernels.Operation? { nil }
}

extension Elementwise.Function<Double> {
  static func value(of results: [Double], in shape: Shape) -> Value { shape.value(of: results) }
}

extension Elementwise.Function<Bool> {
  static func value(of results: [Bool], in shape: Shape) -> Value { shape.value(of: results) }
}

extension Elementwise {
  /// The results written over the elements of a vector that was computed for this operation alone, so that a long
  /// expression takes the memory of one vector; nil where nothing can be reused, with the values as they were.
  static func valueInPlace(
    _ left: inout Value, isFree isLeftFree: Bool, _ right: inout Value, isFree isRightFree: Bool, _ limits: Limits,
    _ function: some Function<Double>
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
