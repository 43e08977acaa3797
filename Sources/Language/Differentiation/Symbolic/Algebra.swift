import Vocabulary

/// Expressions put together with what school algebra leaves out left out: `1 × x` is `x`, `x + 0` is `x`, `2 × 3` is `6`.
enum Algebra {
  static let zero = number(0)
  static let one = number(1)

  static func number(_ value: Double) -> ExpressionSyntax { node(.number(value)) }

  static func node(_ node: ExpressionSyntax.Node) -> ExpressionSyntax { ExpressionSyntax(node, at: 0..<0) }

  static func sum(_ a: ExpressionSyntax, _ b: ExpressionSyntax) -> ExpressionSyntax {
    var terms = Terms(a)
    terms.add(b, times: 1)
    return terms.expression
  }

  static func difference(_ a: ExpressionSyntax, _ b: ExpressionSyntax) -> ExpressionSyntax {
    var terms = Terms(a)
    terms.add(b, times: -1)
    return terms.expression
  }

  static func negation(_ a: ExpressionSyntax) -> ExpressionSyntax { difference(zero, a) }

  /// Numbers are gathered in front, equal factors become powers, and a fraction keeps one bar.
  static func product(_ a: ExpressionSyntax, _ b: ExpressionSyntax) -> ExpressionSyntax {
    if case .binary(.divide, let over, let under) = a.node { return quotient(product(over, b), under) }
    if case .binary(.divide, let over, let under) = b.node { return quotient(product(a, over), under) }
    for (first, second) in [(a, b), (b, a)] {
      if case .conditional(let condition, let then, let otherwise) = first.node, then.literal != nil,
        otherwise.literal != nil
      {
        return conditional(condition, then: product(then, second), otherwise: product(otherwise, second))
      }
    }
    var factors = Factors(a)
    factors.multiply(by: b)
    return factors.expression
  }

  static func quotient(_ a: ExpressionSyntax, _ b: ExpressionSyntax) -> ExpressionSyntax {
    if a.isZero { return zero }
    if b.literal == 1 { return a }
    if case .binary(.divide, let over, let under) = a.node { return quotient(over, product(under, b)) }
    if case .binary(.divide, let over, let under) = b.node { return quotient(product(a, under), over) }
    var (over, under) = (Factors(a), Factors(b))
    over.cancel(with: &under)
    let isNegative = over.coefficient < 0
    if isNegative { over.coefficient = -over.coefficient }
    let (top, bottom) = (over.expression, under.expression)
    let ratio = bottom.literal == 1 ? top : node(.binary(.divide, top, bottom))
    return isNegative ? negation(ratio) : ratio
  }

  static func power(_ a: ExpressionSyntax, _ b: ExpressionSyntax) -> ExpressionSyntax {
    if b.literal == 1 { return a }
    if b.literal == 0 { return one }
    if a.literal == 1 { return one }
    if case .binary(.power, let base, let exponent) = a.node, let x = exponent.literal, let y = b.literal,
      y == y.rounded()
    {
      return power(base, number(x * y))
    }
    return node(.binary(.power, a, b))
  }

  static func root(_ a: ExpressionSyntax) -> ExpressionSyntax { node(.root(a)) }

  static func conditional(_ condition: ExpressionSyntax, then: ExpressionSyntax, otherwise: ExpressionSyntax)
    -> ExpressionSyntax
  {
    then.source == otherwise.source ? then : node(.conditional(condition, then: then, otherwise: otherwise))
  }
}

extension ExpressionSyntax {
  var isZero: Bool { literal == 0 }

  /// The number that is written here, with its sign.
  var literal: Double? {
    switch node {
    case .number(let number): number
    case .negation(let operand): operand.literal.map { -$0 }
    default: nil
    }
  }
}

/// A product taken apart: the number in front, and each factor with its power.
private struct Factors {
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

/// A sum taken apart: its terms, those that differ only by a number gathered.
private struct Terms {
  private var terms: [(key: String, factors: Factors)] = []

  init(_ expression: ExpressionSyntax) { add(expression, times: 1) }

  mutating func add(_ expression: ExpressionSyntax, times coefficient: Double) {
    switch expression.node {
    case .binary(.add, let left, let right):
      add(left, times: coefficient)
      add(right, times: coefficient)
    case .binary(.subtract, let left, let right):
      add(left, times: coefficient)
      add(right, times: -coefficient)
    case .negation(let operand):
      add(operand, times: -coefficient)
    default:
      var factors = Factors(expression)
      factors.coefficient *= coefficient
      let key = factors.key
      if let index = terms.firstIndex(where: { $0.key == key }) {
        terms[index].factors.coefficient += factors.coefficient
      } else {
        terms.append((key, factors))
      }
    }
  }

  var expression: ExpressionSyntax {
    let left = terms.map(\.factors).filter { $0.coefficient != 0 }
    guard let first = left.first else { return Algebra.zero }
    return left.dropFirst().reduce(first.expression) { sum, term in
      var size = term
      size.coefficient = term.coefficient.magnitude
      return Algebra.node(.binary(term.coefficient < 0 ? .subtract : .add, sum, size.expression))
    }
  }
}
