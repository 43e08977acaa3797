import ElementaryFunctions
import Vocabulary

/// The operators between values: element by element, a number broadcast, objects by their own rules.
public enum Arithmetic {
  /// Throws a failure of kind `type` where the operator has no meaning for the values, or the shapes do not meet.
  public static func apply(
    _ sign: BinaryOperator, _ left: Value, _ right: Value, limits: Limits = Limits()
  ) throws(Failure) -> Value {
    switch (left, right) {
    case (.number(let a), .number(let b)):
      return sign.isComparison ? .truth(compare(sign, a, b)) : .number(try number(sign, a, b))
    case (.object(is Dual), _), (_, .object(is Dual)):
      if let value = try Dual.combine(sign, left, right, limits) { return value }
    case (.object(let operand as any Operand), _):
      if let value = try operand.applying(sign, to: right) { return value }
      if case .object(let other as any Operand) = right, let value = try other.applied(sign, after: left) {
        return value
      }
    case (_, .object(let operand as any Operand)):
      if let value = try operand.applied(sign, after: left) { return value }
    case (.truth(let a), .truth(let b)) where sign == .equal || sign == .notEqual:
      return .truth((a == b) == (sign == .equal))
    case (.text(let a), .text(let b)) where sign == .equal || sign == .notEqual:
      return .truth((a == b) == (sign == .equal))
    default:
      if sign == .matrixProduct { return try MatrixProduct.value(left, right, limits) }
      if let value = try elementwise(sign, left, right, limits) { return value }
    }
    throw Failure(.type, "\(left.brief) \(sign.rawValue) \(right.brief) has no meaning")
  }

  /// The four operations on numbers where a vector's memory can be used again; nil elsewhere.
  static func applyInPlace(
    _ sign: BinaryOperator, _ left: inout Value, isFree isLeftFree: Bool, _ right: inout Value,
    isFree isRightFree: Bool,
    _ limits: Limits
  ) throws(Failure) -> Value? {
    switch sign {
    case .add: try Elementwise.valueInPlace(&left, isFree: isLeftFree, &right, isFree: isRightFree, limits, Sum())
    case .subtract:
      try Elementwise.valueInPlace(&left, isFree: isLeftFree, &right, isFree: isRightFree, limits, Difference())
    case .multiply:
      try Elementwise.valueInPlace(&left, isFree: isLeftFree, &right, isFree: isRightFree, limits, Product())
    case .divide:
      try Elementwise.valueInPlace(&left, isFree: isLeftFree, &right, isFree: isRightFree, limits, Quotient())
    default: nil
    }
  }

  /// With the sign of the divisor, as Python and NumPy have it.
  static func remainder(_ a: Double, _ b: Double) -> Double {
    let rest = a.truncatingRemainder(dividingBy: b)
    return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest
  }

  /// IEEE's power; the square is one multiplication.
  public static func power(_ a: Double, _ b: Double) -> Double { b == 2 ? a * a : pow(a, b) }

  private static func number(_ sign: BinaryOperator, _ a: Double, _ b: Double) throws(Failure) -> Double {
    switch sign {
    case .add: return a + b
    case .subtract: return a - b
    case .multiply: return a * b
    case .divide: return a / b
    case .power: return power(a, b)
    case .remainder: return remainder(a, b)
    default: throw Failure(.type, "@ multiplies vectors and matrices, not numbers", hint: "write ×")
    }
  }

  private static func compare(_ sign: BinaryOperator, _ a: Double, _ b: Double) -> Bool {
    switch sign {
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    case .equal: a == b
    default: a != b
    }
  }

  /// Comparisons yield 1 where they hold and 0 where not, so that their mean is a share.
  private static func elementwise(
    _ sign: BinaryOperator, _ left: Value, _ right: Value, _ limits: Limits
  ) throws(Failure) -> Value? {
    let word = sign.rawValue
    return switch sign {
    case .add: try Elementwise.value(left, right, word, limits, Sum())
    case .subtract: try Elementwise.value(left, right, word, limits, Difference())
    case .multiply: try Elementwise.value(left, right, word, limits, Product())
    case .divide: try Elementwise.value(left, right, word, limits, Quotient())
    case .remainder: try Elementwise.value(left, right, word, limits) { remainder($0, $1) }
    case .power: try Elementwise.value(left, right, word, limits, Power())
    default: try Elementwise.value(left, right, word, limits) { compare(sign, $0, $1) ? 1 : 0 }
    }
  }

  private struct Sum: Elementwise.Function {
    var operation: Kernels.Operation? { .add }
    func callAsFunction(_ a: Double, _ b: Double) -> Double { a + b }
  }

  private struct Difference: Elementwise.Function {
    var operation: Kernels.Operation? { .subtract }
    func callAsFunction(_ a: Double, _ b: Double) -> Double { a - b }
  }

  private struct Product: Elementwise.Function {
    var operation: Kernels.Operation? { .multiply }
    func callAsFunction(_ a: Double, _ b: Double) -> Double { a * b }
  }

  private struct Quotient: Elementwise.Function {
    var operation: Kernels.Operation? { .divide }
    func callAsFunction(_ a: Double, _ b: Double) -> Double { a / b }
  }

  private struct Power: Elementwise.Function {
    func callAsFunction(_ a: Double, _ b: Double) -> Double { power(a, b) }
  }

  // MARK: Signs and truth

  public static func negate(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .number(let number): return .number(-number)
    case .vector(let elements): return .vector(elements.map { -$0 })
    case .matrix(let matrix): return .matrix(matrix.map { -$0 })
    case .object(let operand as any Operand):
      if let result = try operand.negated() { return result }
    default: break
    }
    throw Failure(.type, "-\(value.brief) has no meaning")
  }

  static func magnitude(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .number(let number): return .number(number.magnitude)
    case .vector(let elements): return .vector(elements.map(\.magnitude))
    case .matrix(let matrix): return .matrix(matrix.map { $0.magnitude })
    case .object(let operand as any Operand):
      if let result = try operand.magnitude() { return result }
    default: break
    }
    throw Failure(.type, "\(value.brief) has no absolute value")
  }

  static func invert(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .truth(let truth): return .truth(!truth)
    case .object(let operand as any Operand):
      if let result = try operand.complement() { return result }
    default: break
    }
    throw Failure(.type, "'not' needs true or false, not \(value.brief)")
  }

  /// `and`, `or` of truths, of events, and of comparisons of vectors.
  static func combine(_ sign: BinaryOperator, _ left: Value, _ right: Value) throws(Failure) -> Value {
    switch (left, right) {
    case (.truth(let a), .truth(let b)):
      return .truth(sign == .and ? a && b : a || b)
    case (.vector(let a), .vector(let b)) where a.count == b.count:
      return .vector(Swift.zip(a, b).map { sign == .and ? min($0, $1) : max($0, $1) })
    case (.object(let operand as any Operand), _):
      if let value = try operand.applying(sign, to: right) { return value }
    default: break
    }
    throw Failure(
      .type, "'\(sign.rawValue)' needs true or false on both sides, not \(left.brief) and \(right.brief)")
  }
}

extension Matrix {
  func map(_ transform: (Double) throws(Failure) -> Double) throws(Failure) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: try elements.map(transform))
  }

  func map(_ transform: (Double) -> Double) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: elements.map(transform))
  }
}
