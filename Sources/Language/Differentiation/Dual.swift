import ElementaryFunctions
import Vocabulary

/// A number that carries its derivative: forward-mode automatic differentiation (Wengert 1964).
///
/// Both parts are values, so that duals nest and higher derivatives come by themselves. The level tells nested ones
/// apart: an inner derivative treats an outer dual as a constant.
struct Dual: Operand {
  let value: Value
  let slope: Value
  let level: Int

  var kind: String { "number" }
  var display: Display { value.display }

  func applying(_ sign: BinaryOperator, to other: Value) throws(Failure) -> Value? {
    if let dual = Dual(other), dual.level > level { return nil }
    return try combine(sign, self, lifted(other))
  }

  func applied(_ sign: BinaryOperator, after other: Value) throws(Failure) -> Value? {
    try combine(sign, lifted(other), self)
  }

  func negated() throws(Failure) -> Value? {
    .object(Dual(value: try Arithmetic.negate(value), slope: try Arithmetic.negate(slope), level: level))
  }

  func magnitude() throws(Failure) -> Value? {
    value.isNegative ? try negated() : .object(self)
  }

  init(value: Value, slope: Value, level: Int) {
    self.value = value
    self.slope = slope
    self.level = level
  }

  init?(_ value: Value) {
    guard case .object(let dual as Dual) = value else { return nil }
    self = dual
  }

  /// The other operand at this level: itself, or a constant.
  private func lifted(_ other: Value) -> Dual {
    if let dual = Dual(other), dual.level == level { return dual }
    return Dual(value: other, slope: .number(0), level: level)
  }

  private func combine(_ sign: BinaryOperator, _ a: Dual, _ b: Dual) throws(Failure) -> Value? {
    if sign.isComparison { return try Arithmetic.apply(sign, a.value, b.value) }
    let value = try Arithmetic.apply(sign, a.value, b.value)
    let slope: Value
    switch sign {
    case .add, .subtract: slope = try Arithmetic.apply(sign, a.slope, b.slope)
    case .multiply: slope = try sum(product(a.slope, b.value), product(a.value, b.slope))
    case .divide:
      let rest = try Arithmetic.apply(.subtract, a.slope, product(value, b.slope))
      slope = try Arithmetic.apply(.divide, rest, b.value)
    case .power: slope = try powerSlope(a, b, value)
    default: return nil
    }
    return .object(Dual(value: value, slope: slope, level: level))
  }

  /// `b × a^(b - 1) × a′ + a^b × ln a × b′`, the second part left out where the exponent is constant.
  private func powerSlope(_ a: Dual, _ b: Dual, _ value: Value) throws(Failure) -> Value {
    let lowered = try Arithmetic.apply(.power, a.value, try Arithmetic.apply(.subtract, b.value, .number(1)))
    let byBase = b.value.number == 0 ? .number(0) : try product(product(b.value, lowered), a.slope)
    if b.slope.number == 0 { return byBase }
    let logarithm = try Dual.logarithm(of: a.value)
    return try sum(byBase, product(product(value, logarithm), b.slope))
  }

  private static func logarithm(of value: Value) throws(Failure) -> Value {
    guard let dual = Dual(value) else { return .number(log(value.number ?? .nan)) }
    return .object(
      Dual(
        value: try logarithm(of: dual.value), slope: try Arithmetic.apply(.divide, dual.slope, dual.value),
        level: dual.level))
  }

  private func product(_ a: Value, _ b: Value) throws(Failure) -> Value { try Arithmetic.apply(.multiply, a, b) }
  private func sum(_ a: Value, _ b: Value) throws(Failure) -> Value { try Arithmetic.apply(.add, a, b) }
}

extension Value {
  /// Whether the number, with its derivatives taken off, is below 0.
  var isNegative: Bool {
    if let dual = Dual(self) { return dual.value.isNegative }
    return (number ?? 0) < 0
  }
}
