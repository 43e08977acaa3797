/// The operators between two values, with the sign that gradus prints for them.
public enum BinaryOperator: String, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "×"
  case divide = "/"
  case remainder = "%"
  case matrixProduct = "@"
  case power = "^"
  case less = "<"
  case lessOrEqual = "≤"
  case greater = ">"
  case greaterOrEqual = "≥"
  case equal = "=="
  case notEqual = "≠"
  case and
  case or

  public var isComparison: Bool {
    switch self {
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual: true
    default: false
    }
  }

  /// The comparison that holds for `b, a` when this one holds for `a, b`.
  public var mirrored: BinaryOperator {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: self
    }
  }
}

/// An object that takes part in arithmetic and comparison, such as a distribution or an event.
public protocol Operand: Object {
  /// `self operator other`, or nil where that has no meaning.
  func applying(_ operator: BinaryOperator, to other: Value) throws(Failure) -> Value?

  /// `other operator self`, or nil where that has no meaning.
  func applied(_ operator: BinaryOperator, after other: Value) throws(Failure) -> Value?

  /// `-self`, or nil where that has no meaning.
  func negated() throws(Failure) -> Value?

  /// `|self|`, or nil where that has no meaning.
  func magnitude() throws(Failure) -> Value?

  /// `not self`, or nil where that has no meaning.
  func complement() throws(Failure) -> Value?
}

extension Operand {
  public func negated() throws(Failure) -> Value? { nil }
  public func magnitude() throws(Failure) -> Value? { nil }
  public func complement() throws(Failure) -> Value? { nil }
}
