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
  public var primal: Value { Dual(self)?.value.primal ?? self }

  /// The level of the derivative that the value carries, 0 where it carries none.
  var level: Int { Dual(self)?.level ?? 0 }

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
