import Vocabulary

/// Functions of two numbers over vectors and matrices, element by element; a number is repeated for every element, a
/// vector for every row of a matrix, as NumPy does.
public enum Elementwise {
  /// Numbers between two looks at whether to stop.
  private static let piece = 1 << 18

  /// The results, nil where a value is neither number nor vector nor matrix.
  ///
  /// Throws a failure of kind `type` where the shapes do not meet; the word names the function in it.
  @inline(__always)
  public static func value(
    _ left: Value, _ right: Value, _ word: String, _ limits: Limits, _ body: (Double, Double) -> Double
  ) throws(Failure) -> Value? {
    switch (left, right) {
    case (.number(let a), .number(let b)):
      return .number(body(a, b))
    case (.number(let a), .vector(let b)):
      return .vector(try numbers(b.count, limits) { body(a, b[$0]) })
    case (.vector(let a), .number(let b)):
      return .vector(try numbers(a.count, limits) { body(a[$0], b) })
    case (.vector(let a), .vector(let b)) where a.count == b.count:
      return .vector(try numbers(a.count, limits) { body(a[$0], b[$0]) })
    case (.number(let a), .matrix(let b)):
      return .matrix(try matrix(like: b, limits) { body(a, b.elements[$0]) })
    case (.matrix(let a), .number(let b)):
      return .matrix(try matrix(like: a, limits) { body(a.elements[$0], b) })
    case (.matrix(let a), .matrix(let b)) where a.rows == b.rows && a.columns == b.columns:
      return .matrix(try matrix(like: a, limits) { body(a.elements[$0], b.elements[$0]) })
    case (.matrix(let a), .vector(let b)) where a.columns == b.count:
      return .matrix(try matrix(like: a, limits) { body(a.elements[$0], b[$0 % b.count]) })
    case (.vector(let a), .matrix(let b)) where b.columns == a.count:
      return .matrix(try matrix(like: b, limits) { body(a[$0 % a.count], b.elements[$0]) })
    case (.vector, .vector), (.matrix, .matrix), (.matrix, .vector), (.vector, .matrix):
      throw Failure(.type, "\(left.noun) \(word) \(right.noun): the shapes do not meet")
    default:
      return nil
    }
  }

  @inline(__always)
  private static func matrix(
    like shape: Matrix, _ limits: Limits, _ body: (Int) -> Double
  ) throws(Failure) -> Matrix {
    Matrix(rows: shape.rows, columns: shape.columns, elements: try numbers(shape.elements.count, limits, body))
  }

  @inline(__always)
  private static func numbers(_ count: Int, _ limits: Limits, _ body: (Int) -> Double) throws(Failure) -> [Double] {
    let numbers = [Double](unsafeUninitializedCapacity: count) { results, filled in
      while filled < count, !limits.interruption.isRequested {
        let end = min(filled + piece, count)
        for index in filled..<end { results[index] = body(index) }
        filled = end
      }
    }
    try limits.interruption.check()
    return numbers
  }
}
