import ElementaryFunctions
import Vocabulary

/// A value that carries its derivative: forward-mode automatic differentiation (Wengert 1964).
///
/// The value is a number, vector or matrix, and the slope has its shape; both are values, so that duals nest and higher
/// derivatives come by themselves. The level tells nested ones apart: an inner derivative treats an outer dual as a
/// constant.
struct Dual: Object {
  let value: Value
  let slope: Value
  let level: Int

  init(value: Value, slope: Value, level: Int) {
    self.value = value
    self.slope = slope
    self.level = level
  }

  init?(_ value: Value) {
    guard case .object(let dual as Dual) = value else { return nil }
    self = dual
  }

  var kind: String { value.kind }
  var noun: String { value.noun }
  var display: Display { value.display }
}

extension Value {
  /// The value with all derivatives taken off.
  public var primal: Value { (Dual(self)?.value ?? DualThing(self)?.lower)?.primal ?? self }

  /// The level of the derivative that the value carries, 0 where it carries none.
  public var level: Int { Dual(self)?.level ?? DualThing(self)?.level ?? 0 }

  /// 0 in the shape of the value.
  var zeros: Value {
    switch self {
    case .vector(let elements): .vector([Double](repeating: 0, count: elements.count))
    case .matrix(let matrix): .matrix(matrix.map { _ in 0 })
    case .object(let dual as Dual): dual.value.zeros
    default: .number(0)
    }
  }

  /// The value and its slope as one of some level sees them; the slope of a constant is nil.
  func parts(at level: Int) -> (value: Value, slope: Value?) {
    if let thing = DualThing(self), thing.level == level { return (thing.lower, nil) }
    guard let dual = Dual(self), dual.level == level else { return (self, nil) }
    return (dual.value, dual.slope)
  }

  /// Whether two values are rows and columns of the same lengths.
  fileprivate func hasShape(of other: Value) -> Bool {
    switch (primal, other.primal) {
    case (.vector(let a), .vector(let b)): a.count == b.count
    case (.matrix(let a), .matrix(let b)): a.rows == b.rows && a.columns == b.columns
    case (.vector, _), (.matrix, _), (_, .vector), (_, .matrix): false
    default: true
    }
  }
}

extension Dual {
  /// The dual of a value and a slope that may have to be repeated to get its shape; a constant where there is none.
  static func value(_ value: Value, slope: Value?, level: Int) throws(Failure) -> Value {
    guard let slope else { return value }
    let shaped = slope.hasShape(of: value) ? slope : try Arithmetic.apply(.add, value.zeros, slope)
    return .object(Dual(value: value, slope: shaped, level: level))
  }
}

extension Dual: Operand {
  func applying(_ sign: BinaryOperator, to other: Value) throws(Failure) -> Value? {
    try Dual.combine(sign, .object(self), other, Limits())
  }

  func applied(_ sign: BinaryOperator, after other: Value) throws(Failure) -> Value? {
    try Dual.combine(sign, other, .object(self), Limits())
  }

  func negated() throws(Failure) -> Value? {
    .object(Dual(value: try Arithmetic.negate(value), slope: try Arithmetic.negate(slope), level: level))
  }

  /// The slope at 0 is taken as 0.
  func magnitude() throws(Failure) -> Value? {
    let slope = try Arithmetic.apply(.multiply, Self.sign(of: value), slope)
    return .object(Dual(value: try Arithmetic.magnitude(value), slope: slope, level: level))
  }

  /// `a sign b`, at least one of which carries a derivative; nil where that has no meaning.
  ///
  /// Each level of derivatives makes several operations of one, so that a single one may take long.
  static func combine(
    _ sign: BinaryOperator, _ a: Value, _ b: Value, _ limits: Limits
  ) throws(Failure) -> Value? {
    try limits.interruption.check()
    let level = max(a.level, b.level)
    let (x, dx) = a.parts(at: level)
    let (y, dy) = b.parts(at: level)
    let value = try Arithmetic.apply(sign, x, y, limits: limits)
    if sign.isComparison { return value }
    let slope: Value?
    switch sign {
    case .add: slope = try sum(dx, dy, limits)
    case .subtract: slope = try difference(dx, dy, limits)
    case .multiply, .matrixProduct:
      slope = try sum(dx.applying(sign, y, limits), dy.applied(sign, x, limits), limits)
    case .divide:
      let share = try dy.applied(.multiply, value, limits).applying(.divide, y, limits)
      slope = try difference(dx.applying(.divide, y, limits), share, limits)
    case .remainder:
      let whole = try Arithmetic.apply(.subtract, x, value, limits: limits)
      let quotient = try Arithmetic.apply(.divide, whole, y, limits: limits)
      slope = try difference(dx, dy.applied(.multiply, quotient, limits), limits)
    case .power:
      slope = try sum(Self.slope(ofBase: x, dx, y, limits), Self.slope(ofExponent: y, dy, x, value, limits), limits)
    default: return nil
    }
    return try Dual.value(value, slope: slope, level: level)
  }

  /// `y × x^(y - 1) × x′`, which is 0 for the exponent 0, whatever the base.
  private static func slope(
    ofBase x: Value, _ dx: Value?, _ y: Value, _ limits: Limits
  ) throws(Failure) -> Value? {
    guard let dx else { return nil }
    if y.number == 0 { return dx.zeros }
    let less = try Arithmetic.apply(.subtract, y, .number(1), limits: limits)
    let lowered = try Arithmetic.apply(.power, x, less, limits: limits)
    return try Arithmetic.apply(
      .multiply, Arithmetic.apply(.multiply, y, lowered, limits: limits), dx, limits: limits)
  }

  /// `x^y × ln x × y′`, which is 0 where x is 0 and y is not negative.
  private static func slope(
    ofExponent y: Value, _ dy: Value?, _ x: Value, _ power: Value, _ limits: Limits
  ) throws(Failure) -> Value? {
    guard let dy else { return nil }
    if x.primal.number == 0, let exponent = y.primal.number, exponent >= 0 { return dy.zeros }
    let factor = try Arithmetic.apply(.multiply, power, logarithm(of: x, limits), limits: limits)
    return try Arithmetic.apply(.multiply, factor, dy, limits: limits)
  }

  private static func logarithm(of value: Value, _ limits: Limits) throws(Failure) -> Value {
    switch value {
    case .number(let number): return .number(log(number))
    case .vector(let elements): return .vector(elements.map { log($0) })
    case .matrix(let matrix): return .matrix(matrix.map { log($0) })
    case .object(let dual as Dual):
      let slope = try Arithmetic.apply(.divide, dual.slope, dual.value, limits: limits)
      return .object(Dual(value: try logarithm(of: dual.value, limits), slope: slope, level: dual.level))
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

extension Dual {
  /// The sum of two slopes, nil for those of constants.
  private static func sum(_ left: Value?, _ right: Value?, _ limits: Limits) throws(Failure) -> Value? {
    guard let left else { return right }
    guard let right else { return left }
    return try Arithmetic.apply(.add, left, right, limits: limits)
  }

  private static func difference(_ left: Value?, _ right: Value?, _ limits: Limits) throws(Failure) -> Value? {
    guard let right else { return left }
    guard let left else { return try Arithmetic.negate(right) }
    return try Arithmetic.apply(.subtract, left, right, limits: limits)
  }
}

/// Slopes, nil for those of constants.
extension Value? {
  /// `self sign other`.
  fileprivate func applying(_ sign: BinaryOperator, _ other: Value?, _ limits: Limits) throws(Failure) -> Value? {
    guard let self, let other else { return self }
    return try Arithmetic.apply(sign, self, other, limits: limits)
  }

  /// `other sign self`.
  fileprivate func applied(_ sign: BinaryOperator, _ other: Value, _ limits: Limits) throws(Failure) -> Value? {
    guard let self else { return nil }
    return try Arithmetic.apply(sign, other, self, limits: limits)
  }
}
