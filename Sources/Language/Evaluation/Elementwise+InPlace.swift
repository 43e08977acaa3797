import Vocabulary

extension Elementwise {
  /// The results written over the elements of a vector that was computed for this operation alone, so that a long
  /// expression takes the memory of one vector; nil where nothing can be reused, with the values as they were.
  static func valueInPlace(
    _ left: inout Value, isFree isLeftFree: Bool, _ right: inout Value, isFree isRightFree: Bool, _ limits: Limits,
    _ function: some Function
  ) throws(Failure) -> Value? {
    switch (left, right) {
    case (.vector(var a), .number(let b)) where isLeftFree:
      left = .nothing
      try overwrite(&a, limits) { a, _ in function(a, b) }
      return .vector(a)
    case (.number(let a), .vector(var b)) where isRightFree:
      right = .nothing
      try overwrite(&b, limits) { b, _ in function(a, b) }
      return .vector(b)
    case (.vector(var a), .vector(let b)) where isLeftFree && a.count == b.count:
      left = .nothing
      try b.withUnsafeBufferPointer { (b) throws(Failure) in
        try overwrite(&a, limits) { a, index in function(a, b[index]) }
      }
      return .vector(a)
    case (.vector(let a), .vector(var b)) where isRightFree && a.count == b.count:
      right = .nothing
      try a.withUnsafeBufferPointer { (a) throws(Failure) in
        try overwrite(&b, limits) { b, index in function(a[index], b) }
      }
      return .vector(b)
    default:
      return nil
    }
  }

  /// In pieces, so that it can be stopped.
  @inline(__always)
  private static func overwrite(
    _ elements: inout [Double], _ limits: Limits, _ body: (Double, Int) -> Double
  ) throws(Failure) {
    elements.withUnsafeMutableBufferPointer { elements in
      var done = 0
      while done < elements.count, !limits.interruption.isRequested {
        let end = min(done + piece, elements.count)
        for index in done..<end { elements[index] = body(elements[index], index) }
        done = end
      }
    }
    try limits.interruption.check()
  }
}

extension Expression {
  /// Whether the value of the expression is made anew, so that nobody else holds it.
  var isComputed: Bool {
    switch node {
    case .binary, .negation, .call, .range, .comprehension: true
    default: false
    }
  }
}
