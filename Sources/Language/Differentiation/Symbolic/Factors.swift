import Vocabulary

/// A product taken apart: the number in front, and each factor with its power.
struct Factors {
  var coefficient = 1.0
  private var powers: [(base: ExpressionSyntax, exponent: Double)] = []

  init(_ expression: ExpressionSyntax) { multiply(by: expression) }

  /// Takes out what a numerator and its denominator have in common, and gives the numerator the sign.
  mutating func cancel(with other: inout Factors) {
    let ratio = coefficient / other.coefficient
    if ratio == ratio.rounded(), ratio * other.coefficient == coefficient {
      (coefficient, other.coefficient) = (ratio, 1)
    } else if other.coefficient < 0 {
      (coefficient, other.coefficient) = (-coefficient, -other.coefficient)
    }
    for index in powers.indices {
      let source = powers[index].base.source
      guard let place = other.powers.firstIndex(where: { $0.base.source == source }) else { continue }
      let common = min(powers[index].exponent, other.powers[place].exponent)
      guard common > 0 else { continue }
      powers[index].exponent -= common
      other.powers[place].exponent -= common
    }
  }

  mutating func multiply(by expression: ExpressionSyntax) {
    switch expression.node {
    case .number(let number): coefficient *= number
    case .negation(let operand):
      coefficient = -coefficient
      multiply(by: operand)
    case .binary(.multiply, let left, let right):
      multiply(by: left)
      multiply(by: right)
    case .binary(.power, let base, let exponent):
      if let number = exponent.literal { add(base, number) } else { add(expression, 1) }
    default: add(expression, 1)
    }
  }

  private mutating func add(_ base: ExpressionSyntax, _ exponent: Double) {
    let source = base.source
    if let index = powers.firstIndex(where: { $0.base.source == source }) {
      powers[index].exponent += exponent
    } else {
      powers.append((base, exponent))
    }
  }

  var expression: ExpressionSyntax {
    if coefficient == 0 { return Algebra.zero }
    let factors = powers.filter { $0.exponent != 0 }.map { Algebra.power($0.base, Algebra.number($0.exponent)) }
    guard let first = factors.first else { return Algebra.number(coefficient) }
    let head: ExpressionSyntax =
      switch coefficient {
      case 1: first
      case -1: Algebra.node(.negation(first))
      default: Algebra.node(.binary(.multiply, Algebra.number(coefficient), first))
      }
    return factors.dropFirst().reduce(head) { Algebra.node(.binary(.multiply, $0, $1)) }
  }

  /// The same for products that differ only in the order of their factors and in the number in front.
  var key: String {
    powers.filter { $0.exponent != 0 }.map { "\($0.base.source)^\($0.exponent)" }.sorted().joined(separator: " × ")
  }
}
