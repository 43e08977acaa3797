import Vocabulary

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
