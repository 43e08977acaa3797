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
    case (.truths, _) where Shape(right) != nil, (_, .truths) where Shape(left) != nil:
      return try apply(sign, left.countingTruths, right.countingTruths, limits: limits)
    case (.truth, _) where right.isDifferentiable, (_, .truth) where left.isDifferentiable, (.truth, .truth):
      return try apply(sign, left.countingTruths, right.countingTruths, limits: limits)
    case (.object(is Dual), _), (_, .object(is Dual)):
      if let value = try Dual.combine(sign, left, right, limits) { return value }
    case (.object(let operand as any Operand), _):
      if let value = try operand.applying(sign, to: right) { return value }
      if case .object(let other as any Operand) = right, let value = try other.applied(sign, after: left) {
        return value
      }
    case (_, .object(let operand as any Operand)):
      if let value = try operand.applied(sign, after: left) { return value }
    case (.text(let a), .text(let b)) where sign == .add:
      try limits.reserve(numbers: Double(a.utf8.count + b.utf8.count) / 8)
      return .text(a + b)
    case (.text, _) where sign == .add, (_, .text) where sign == .add:
      throw Failure(
        .type, "\(left.brief) + \(right.brief) has no meaning", hint: "text(x) makes a text of any value, to be joined")
    case (.text(let a), .text(let b)) where sign == .equal || sign == .notEqual:
      return .truth((a == b) == (sign == .equal))
    case (.list, .text), (.text, .list), (.list, .list):
      if let truths = try compareTexts(sign, left, right) { return truths }
    default:
      if sign == .power, case .matrix = left, case .number(-1) = right {
        throw Failure(
          .type, "the power -1 of a matrix may mean its inverse or the reciprocal of each number",
          hint: "inverse(m) is the one, 1 / m the other")
      }
      if sign == .matrixProduct { return try MatrixProduct.value(left, right, limits) }
      if let value = try elementwise(sign, left, right, limits) { return value }
    }
    throw Failure(.type, "\(left.brief) \(sign.rawValue) \(right.brief) has no meaning")
  }

  /// A text with each of a list, or the texts of two lists one by one; nil where something is no text.
  private static func compareTexts(_ sign: BinaryOperator, _ left: Value, _ right: Value) throws(Failure) -> Value? {
    func texts(_ value: Value) -> [String]? {
      guard case .list(let values) = value else { return value.text.map { [$0] } }
      let texts = values.compactMap(\.text)
      return texts.count == values.count ? texts : nil
    }
    guard sign == .equal || sign == .notEqual, let first = texts(left), let second = texts(right) else { return nil }
    guard first.count == second.count || left.text != nil || right.text != nil else {
      throw Failure(.type, "\(left.brief) \(sign.rawValue) \(right.brief): they are not equally long")
    }
    let count = left.text == nil ? first.count : second.count
    return .truths(
      Truths(
        (0..<count).map { (first[left.text == nil ? $0 : 0] == second[right.text == nil ? $0 : 0]) == (sign == .equal) }
      ))
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

  /// Comparisons yield truths, which count as 1 and 0, so that their mean is a share.
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
    case .less: try Elementwise.value(left, right, word, limits, Less())
    case .lessOrEqual: try Elementwise.value(left, right, word, limits, LessOrEqual())
    case .greater: try Elementwise.value(left, right, word, limits, Greater())
    case .greaterOrEqual: try Elementwise.value(left, right, word, limits, GreaterOrEqual())
    case .equal: try Elementwise.value(left, right, word, limits, Equal())
    case .notEqual: try Elementwise.value(left, right, word, limits, NotEqual())
    case .and: try Elementwise.value(left, right, word, limits, And())
    case .or: try Elementwise.value(left, right, word, limits, Or())
    case .matrixProduct: nil
    }
  }

  // MARK: Signs and truth

  public static func negate(_ value: Value) throws(Failure) -> Value {
    switch value.countingTruths {
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
    switch value.countingTruths {
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
    case .truths(let truths): return .truths(truths.map { !$0 })
    case .object(let operand as any Operand):
      if let result = try operand.complement() { return result }
    default: break
    }
    throw Failure(.type, "'not' needs true or false, not \(value.brief)", hint: value.comparisonHint)
  }

  /// `and`, `or` of truths, element by element where they are of vectors or matrices, and of events.
  static func combine(
    _ sign: BinaryOperator, _ left: Value, _ right: Value, limits: Limits = Limits()
  ) throws(Failure) -> Value {
    switch (left, right) {
    case (.truth(let a), .truth(let b)):
      return .truth(sign == .and ? a && b : a || b)
    case (.truths(let a), .truths(let b)) where a.rows == b.rows && a.columns == b.columns:
      let truths = Swift.zip(a.elements, b.elements).map { sign == .and ? $0 && $1 : $0 || $1 }
      return .truths(a.rows.map { Truths(rows: $0, columns: a.columns, elements: truths) } ?? Truths(truths))
    case (.truths, .truths), (.truths, .truth), (.truth, .truths):
      if let truths = try elementwise(sign, left.countingTruths, right.countingTruths, limits) { return truths }
    case (.object(let operand as any Operand), _):
      if let value = try operand.applying(sign, to: right) { return value }
    default: break
    }
    throw Failure(
      .type, "'\(sign.rawValue)' needs true or false on both sides, not \(left.brief) and \(right.brief)",
      hint: left.comparisonHint ?? right.comparisonHint)
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

extension Arithmetic {
  /// About how many numbers an operator goes through, so that long work counts as many steps.
  static func steps(_ sign: BinaryOperator, _ left: Value, _ right: Value) -> Int {
    switch (left, right) {
    case (.number, .number): return 0
    case (.matrix(let a), .matrix(let b)) where sign == .matrixProduct:
      let products = Double(a.rows) * Double(a.columns) * Double(b.columns)
      return Int(min(products, 0x1p53))
    case (.object, _), (_, .object):
      return steps(level: max(left.level, right.level))
    case (.matrix, .matrix), (.matrix, .vector), (.vector, .matrix):
      let columns = max(left.columns, right.columns)
      return columns == 0 ? 0 : Int(min(Double(columns) * Double(max(left.rows, right.rows)), 0x1p53))
    default: return max(left.size, right.size)
    }
  }

  /// The same for one number with derivatives: each level makes about four operations of one.
  static func steps(level: Int) -> Int { 1 << (2 * min(20, level)) }
}

extension Value {
  /// How many numbers it holds.
  fileprivate var size: Int {
    switch self {
    case .vector(let elements): elements.count
    case .matrix(let matrix): matrix.elements.count
    case .truths(let truths): truths.elements.count
    default: 1
    }
  }

  fileprivate var rows: Int { Shape(self)?.rows ?? 1 }

  fileprivate var columns: Int { Shape(self)?.columns ?? 1 }

  /// What to write where numbers stand for a condition.
  fileprivate var comparisonHint: String? {
    switch self {
    case .number, .vector, .matrix: "to ask which numbers are not 0, write … ≠ 0"
    default: nil
    }
  }
}

/// `@`: the products of rows with columns; a vector is a row on the left and a column on the right.
private enum MatrixProduct {
  /// Throws a failure of kind `type` where the inner sizes differ, and of kind `interrupted` where it was stopped.
  static func value(_ left: Value, _ right: Value, _ limits: Limits) throws(Failure) -> Value {
    switch (left, right) {
    case (.vector(let a), .vector(let b)):
      try check(a.count, b.count, left, right)
      return .number(try product(row(a), column(b), limits).elements[0])
    case (.matrix(let a), .vector(let b)):
      try check(a.columns, b.count, left, right)
      return .vector(try product(a, column(b), limits).elements)
    case (.vector(let a), .matrix(let b)):
      try check(a.count, b.rows, left, right)
      return .vector(try product(row(a), b, limits).elements)
    case (.matrix(let a), .matrix(let b)):
      try check(a.columns, b.rows, left, right)
      return .matrix(try product(a, b, limits))
    default:
      throw Failure(.type, "@ multiplies vectors and matrices, not \(left.brief) and \(right.brief)")
    }
  }

  private static func check(_ a: Int, _ b: Int, _ left: Value, _ right: Value) throws(Failure) {
    if a != b { throw Failure(.type, "\(left.noun) @ \(right.noun): the inner sizes are \(a) and \(b)") }
  }

  private static func row(_ elements: [Double]) -> Matrix {
    Matrix(rows: 1, columns: elements.count, elements: elements)
  }

  private static func column(_ elements: [Double]) -> Matrix {
    Matrix(rows: elements.count, columns: 1, elements: elements)
  }

  private static func product(_ a: Matrix, _ b: Matrix, _ limits: Limits) throws(Failure) -> Matrix {
    try limits.reserve(numbers: Double(a.rows) * Double(b.columns))
    return try a.product(b, limits.interruption)
  }
}
