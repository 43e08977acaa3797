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
