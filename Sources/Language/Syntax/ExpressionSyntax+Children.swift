import Vocabulary

extension ExpressionSyntax {
  /// The same expression with its direct parts transformed.
  func mapChildren(_ transform: (ExpressionSyntax) throws(Failure) -> ExpressionSyntax) throws(Failure)
    -> ExpressionSyntax
  {
    let mapped: Node
    switch node {
    case .number, .constant, .truth, .text, .local, .variable, .builtin: return self
    case .row(let elements): mapped = .row(try elements.map(transform))
    case .range(let first, let last): mapped = .range(try transform(first), try transform(last))
    case .comprehension(let body, let local, let name, let source, let condition):
      let condition: ExpressionSyntax? = if let condition { try transform(condition) } else { nil }
      mapped = .comprehension(
        body: try transform(body), local: local, name: name, source: try transform(source), condition: condition)
    case .negation(let operand): mapped = .negation(try transform(operand))
    case .not(let operand): mapped = .not(try transform(operand))
    case .magnitude(let operand): mapped = .magnitude(try transform(operand))
    case .root(let operand): mapped = .root(try transform(operand))
    case .elided(let operand): mapped = .elided(try transform(operand))
    case .binary(let sign, let left, let right): mapped = .binary(sign, try transform(left), try transform(right))
    case .comparison(let first, let links):
      let head = try transform(first)
      mapped = .comparison(
        head,
        try links.map { (link) throws(Failure) in Comparison(sign: link.sign, right: try transform(link.right)) })
    case .conditional(let condition, let then, let otherwise):
      mapped = .conditional(
        try transform(condition), then: try transform(then), otherwise: try transform(otherwise))
    case .element(let operand, let subscripts):
      let head = try transform(operand)
      mapped = .element(head, try subscripts.map { (place) throws(Failure) in try place.map(transform) })
    case .call(let callee, let arguments):
      let head = try transform(callee)
      mapped = .call(head, try arguments.map(transform))
    case .derivative(let operand, let order): mapped = .derivative(try transform(operand), order: order)
    }
    return ExpressionSyntax(mapped, at: span)
  }

  /// Whether the expression or some part of it satisfies a condition.
  func contains(where holds: (ExpressionSyntax) -> Bool) -> Bool {
    if holds(self) { return true }
    var found = false
    _ = try? mapChildren { child in
      found = found || child.contains(where: holds)
      return child
    }
    return found
  }
}

extension ExpressionSyntax.Subscript {
  fileprivate func map(
    _ transform: (ExpressionSyntax) throws(Failure) -> ExpressionSyntax
  ) throws(Failure) -> ExpressionSyntax.Subscript {
    switch self {
    case .index(let index): return .index(try transform(index))
    case .slice(let first, let end, let step):
      let first: ExpressionSyntax? = if let first { try transform(first) } else { nil }
      let end: ExpressionSyntax? = if let end { try transform(end) } else { nil }
      let step: ExpressionSyntax? = if let step { try transform(step) } else { nil }
      return .slice(first, end, step: step)
    }
  }
}
