import ElementaryFunctions
import Vocabulary

extension Dual: Operand {
  func applying(_ sign: BinaryOperator, to other: Value) throws(Failure) -> Value? {
    other.level > level ? nil : try combine(sign, .object(self), other)
  }

  func applied(_ sign: BinaryOperator, after other: Value) throws(Failure) -> Value? {
    try combine(sign, other, .object(self))
  }

  func negated() throws(Failure) -> Value? {
    .object(Dual(value: try Arithmetic.negate(value), slope: try Arithmetic.negate(slope), level: level))
  }

  /// The slope at 0 is taken as 0.
  func magnitude() throws(Failure) -> Value? {
    let slope = try Arithmetic.apply(.multiply, Self.sign(of: value), slope)
    return .object(Dual(value: try Arithmetic.magnitude(value), slope: slope, level: level))
  }

  private func combine(_ sign: BinaryOperator, _ a: Value, _ b: Value) throws(Failure) -> Value? {
    let (x, dx) = a.parts(at: level)
    let (y, dy) = b.parts(at: level)
    let value = try Arithmetic.apply(sign, x, y)
    if sign.isComparison { return value }
    let slope: Value?
    switch sign {
    case .add: slope = try dx + dy
    case .subtract: slope = try dx - dy
    case .multiply, .matrixProduct: slope = try dx.applying(sign, y) + dy.applied(sign, x)
    case .divide: slope = try dx.applying(.divide, y) - dy.applied(.multiply, value).applying(.divide, y)
    case .remainder:
      let quotient = try Arithmetic.apply(.divide, Arithmetic.apply(.subtract, x, value), y)
      slope = try dx - dy.applied(.multiply, quotient)
    case .power: slope = try Self.slope(ofBase: x, dx, y) + Self.slope(ofExponent: y, dy, x, value)
    default: return nil
    }
    return try Dual.value(value, slope: slope, level: level)
  }

  /// `y × x^(y - 1) × x′`, which is 0 for the exponent 0, whatever the base.
  private static func slope(ofBase x: Value, _ dx: Value?, _ y: Value) throws(Failure) -> Value? {
    guard let dx else { return nil }
    if y.number == 0 { return dx.zeros }
    let lowered = try Arithmetic.apply(.power, x, Arithmetic.apply(.subtract, y, .number(1)))
    return try Arithmetic.apply(.multiply, Arithmetic.apply(.multiply, y, lowered), dx)
  }

  /// `x^y × ln x × y′`, which is 0 where x is 0 and y is not negative.
  private static func slope(
    ofExponent y: Value, _ dy: Value?, _ x: Value, _ power: Value
  ) throws(Failure) -> Value? {
    guard let dy else { return nil }
    if x.primal.number == 0, let exponent = y.primal.number, exponent >= 0 { return dy.zeros }
    return try Arithmetic.apply(.multiply, Arithmetic.apply(.multiply, power, logarithm(of: x)), dy)
  }

  private static func logarithm(of value: Value) throws(Failure) -> Value {
    switch value {
    case .number(let number): return .number(log(number))
    case .vector(let elements): return .vector(elements.map { log($0) })
    case .matrix(let matrix): return .matrix(matrix.map { log($0) })
    case .object(let dual as Dual):
      let slope = try Arithmetic.apply(.divide, dual.slope, dual.value)
      return .object(Dual(value: try logarithm(of: dual.value), slope: slope, level: dual.level))
    default: return value
    }
  }

  /// -1, 0 or 1, which has no slope of its own.
  private static func sign(of value: Value) -> Value {
    func sign(_ number: Double) -> Double { number > 0 ? 1 : number < 0 ? -1 : number }
    return switch value.primal {
    case .number(let number): .number(sign(number))
    case .vector(let elements): .vector(elements.map(sign))
    case .matrix(let matrix): .matrix(matrix.map(sign))
    default: .number(0)
    }
  }
}

/// Slopes, nil for those of constants.
extension Value? {
  fileprivate static func + (left: Value?, right: Value?) throws(Failure) -> Value? {
    guard let left else { return right }
    guard let right else { return left }
    return try Arithmetic.apply(.add, left, right)
  }

  fileprivate static func - (left: Value?, right: Value?) throws(Failure) -> Value? {
    guard let right else { return left }
    guard let left else { return try Arithmetic.negate(right) }
    return try Arithmetic.apply(.subtract, left, right)
  }

  /// `self sign other`.
  fileprivate func applying(_ sign: BinaryOperator, _ other: Value?) throws(Failure) -> Value? {
    guard let self, let other else { return self }
    return try Arithmetic.apply(sign, self, other)
  }

  /// `other sign self`.
  fileprivate func applied(_ sign: BinaryOperator, _ other: Value) throws(Failure) -> Value? {
    guard let self else { return nil }
    return try Arithmetic.apply(sign, other, self)
  }
}
