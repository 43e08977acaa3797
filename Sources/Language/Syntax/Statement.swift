import Vocabulary

/// One thought: a binding, a definition or an expression.
public struct Statement: Sendable {
  public enum Kind: Sendable {
    case binding(name: String, ExpressionSyntax)
    /// `a, b = expression`: a name for each element.
    case bindings(names: [String], ExpressionSyntax)
    case definition(UserFunction)
    case expression(ExpressionSyntax)
  }

  public let kind: Kind
  /// Whether its line ends with `;`, so that nothing is printed.
  public internal(set) var isSilent = false
  let tokens: ArraySlice<Token>
  /// UTF-8 offsets into the source.
  public let span: Range<Int>
  /// How many places its comprehensions and brackets need in the frame.
  public let localCount: Int

  /// The tokens joined by single spaces: what the fingerprint of a random draw is taken of.
  public var spelling: String { tokens.lazy.map(\.spelling).joined(separator: " ") }
}

/// A built-in as a value: `tanh` in `map(tanh, v)`.
public struct BuiltinFunction: Function {
  public let name: String
  /// Its number in the lexicon.
  public let number: Int
  public let usage: String

  public var display: Display { Display(usage) }
}

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
