import Vocabulary

/// A sum taken apart: its terms, those that differ only by a number gathered.
struct Terms {
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
