import Vocabulary

extension Statement {
  /// The learner's names that it gives a meaning.
  public var boundNames: [String] {
    switch kind {
    case .binding(let name, _): [name]
    case .bindings(let names, _): names
    case .definition(let function): [function.name]
    case .expression: []
    }
  }

  /// The learner's names whose meaning it uses, in order.
  public var usedNames: [String] {
    switch kind {
    case .binding(_, let expression), .bindings(_, let expression), .expression(let expression): expression.usedNames
    case .definition(let function): function.usedNames
    }
  }
}

extension UserFunction {
  /// The learner's names whose meaning a call uses, in order.
  public var usedNames: [String] { body.usedNames }
}

extension ExpressionSyntax {
  fileprivate var usedNames: [String] {
    var names: Set<String> = []
    _ = contains { part in
      if case .variable(let name) = part.node { names.insert(name) }
      return false
    }
    return names.sorted()
  }
}
