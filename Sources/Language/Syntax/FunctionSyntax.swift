import Vocabulary

/// A function as it is written: what it takes, and what it makes of that.
public struct FunctionSyntax: Sendable {
  /// Nil of `x -> x²`.
  public let name: String?
  public let parameters: [ParameterSyntax]
  public let body: ExpressionSyntax
  /// How many places a call needs: parameters first, then what is bound in brackets and comprehensions.
  let localCount: Int
  /// The place by which a function that is named in brackets mentions itself.
  let itself: Int?

  /// The same function with other expressions.
  func map(_ transform: (ExpressionSyntax) throws(Failure) -> ExpressionSyntax) throws(Failure) -> FunctionSyntax {
    let parameters = try parameters.map { (parameter) throws(Failure) in
      let standard: ExpressionSyntax? = if let standard = parameter.standard { try transform(standard) } else { nil }
      return ParameterSyntax(name: parameter.name, standard: standard)
    }
    return FunctionSyntax(
      name: name, parameters: parameters, body: try transform(body), localCount: localCount, itself: itself)
  }

  /// `f(x, k=1) = …`, `x -> …`
  var source: String {
    guard let name else { return "\(head) -> \(body.source)" }
    return "\(name)(\(list)) = \(body.source)"
  }

  /// What stands before the arrow.
  private var head: String {
    parameters.count == 1 && parameters[0].standard == nil ? parameters[0].name : "(\(list))"
  }

  /// `x, k=1`
  public var list: String { parameters.map(\.source).joined(separator: ", ") }
}

/// A parameter, and what it is where a call leaves it out.
public struct ParameterSyntax: Sendable {
  public let name: String
  /// May mention the parameters before it; nil where an argument must be given.
  public let standard: ExpressionSyntax?

  var source: String { name + (standard.map { "=" + $0.source } ?? "") }
}

/// A function of the learner's.
public struct UserFunction: Function {
  public let syntax: FunctionSyntax
  /// About how many numbers it found where it was made, and keeps.
  public let numberCount: Int
  /// How many lists and functions it keeps inside each other.
  let nesting: Int
  /// The same in all copies of one definition, and in those alone.
  let identity = Identity()

  final class Identity: Sendable {}

  init(_ syntax: FunctionSyntax, numberCount: Int = 0, nesting: Int = 0) {
    self.syntax = syntax
    self.numberCount = numberCount
    self.nesting = nesting
  }

  public var parameters: [String] { syntax.parameters.map(\.name) }
  public var body: ExpressionSyntax { syntax.body }
  var localCount: Int { syntax.localCount }

  /// The same function under a name, or with another body.
  public func with(name: String? = nil, body: ExpressionSyntax? = nil) -> UserFunction {
    UserFunction(
      FunctionSyntax(
        name: name ?? syntax.name, parameters: syntax.parameters, body: body ?? syntax.body,
        localCount: syntax.localCount, itself: syntax.itself), numberCount: numberCount, nesting: nesting)
  }

  /// How many arguments a call needs.
  public var leastArguments: Int { syntax.parameters.count { $0.standard == nil } }

  /// Its name, or all of a function that has none.
  public var name: String { syntax.name ?? syntax.source }

  /// How it is called: `f(x, k=1)`, `(x -> x²)(x)`.
  public var usage: String { "\(callee)(\(syntax.list))" }

  public var callee: String { syntax.name ?? "(\(syntax.source))" }

  public var display: Display { Display(syntax.source) }
}
