import Vocabulary

/// A piece of syntax that yields a value, with its place in the source.
public struct ExpressionSyntax: Sendable {
  public let node: Node
  /// UTF-8 offsets into the source that was parsed.
  public let span: Range<Int>

  public init(_ node: Node, at span: Range<Int>) {
    self.node = node
    self.span = span
  }

  public enum Node: Sendable {
    case number(Double)
    /// `π`, `∞` …: the number and its name.
    case constant(Double, String)
    case truth(Bool)
    case text(String)
    /// A parameter, a comprehension's variable or a name bound in brackets: its place in the frame, and its name.
    case local(Int, String)
    /// The same of a function around the one that is read, so many functions out.
    case outer(level: Int, Int, String)
    /// What a function without a name found when it was made, and the name that it had.
    indirect case captured(Value, String)
    case variable(String)
    /// A built-in by its number in the lexicon.
    case builtin(Int, String)
    /// `[a, b, c]`
    case row([ExpressionSyntax])
    /// `a..b`, both ends included.
    indirect case range(ExpressionSyntax, ExpressionSyntax)
    /// `[body for name in source if condition for …]`
    indirect case comprehension(body: ExpressionSyntax, [Clause])
    /// `(y = x + 1; y²)`: steps, and what yields the value.
    indirect case block([Step], ExpressionSyntax)
    /// `x -> x²`
    indirect case function(FunctionSyntax)
    indirect case negation(ExpressionSyntax)
    indirect case not(ExpressionSyntax)
    /// `|x|`
    indirect case magnitude(ExpressionSyntax)
    /// `√x`
    indirect case root(ExpressionSyntax)
    indirect case binary(BinaryOperator, ExpressionSyntax, ExpressionSyntax)
    /// `a < b ≤ c`
    indirect case comparison(ExpressionSyntax, [Comparison])
    indirect case conditional(ExpressionSyntax, then: ExpressionSyntax, otherwise: ExpressionSyntax)
    indirect case element(ExpressionSyntax, [Subscript])
    /// `h.loss`: the name and where it stands.
    indirect case field(ExpressionSyntax, String, at: Range<Int>)
    indirect case call(ExpressionSyntax, CallArguments)
    /// `f″`
    indirect case derivative(ExpressionSyntax, order: Int)
    /// An expression that is printed as `…`.
    indirect case elided(ExpressionSyntax)
  }

  /// `for name in source if condition`
  public struct Clause: Sendable {
    /// The variable's place in the frame.
    public let local: Int
    public let name: String
    public let source: ExpressionSyntax
    public let condition: ExpressionSyntax?
  }

  /// A statement in brackets: what is evaluated, and the names that it or its elements get.
  public struct Step: Sendable {
    /// A name and its place in the frame.
    public struct Target: Sendable {
      public let place: Int
      public let name: String
    }

    public let targets: [Target]
    public let value: ExpressionSyntax
  }

  /// One link of a chain of comparisons.
  public struct Comparison: Sendable {
    public let sign: BinaryOperator
    public let right: ExpressionSyntax
  }

  public enum Subscript: Sendable {
    case index(ExpressionSyntax)
    /// `a:b` or `a:b:step`, the end excluded.
    case slice(ExpressionSyntax?, ExpressionSyntax?, step: ExpressionSyntax?)
  }
}

/// The arguments of a call, bound to the built-in's parameters where the line names one.
///
/// What a learner's name stands for is not known before the call, so its arguments stay as they are written.
public struct CallArguments: Sendable {
  public let written: [ArgumentSyntax]
  /// For each parameter of the built-in the indices of its arguments; nil where the callee is no built-in.
  public let groups: [[Int]]?

  /// The same arguments with other expressions.
  func map(_ transform: (ExpressionSyntax) throws(Failure) -> ExpressionSyntax) throws(Failure) -> CallArguments {
    let arguments = try written.map { (argument) throws(Failure) in
      ArgumentSyntax(
        label: argument.label, labelSpan: argument.labelSpan, expression: try transform(argument.expression))
    }
    return CallArguments(written: arguments, groups: groups)
  }
}

/// An argument as it is written.
public struct ArgumentSyntax: Sendable {
  public let label: String?
  /// Where the label stands, where there is one.
  public let labelSpan: Range<Int>?
  public let expression: ExpressionSyntax

  public init(label: String?, labelSpan: Range<Int>?, expression: ExpressionSyntax) {
    self.label = label
    self.labelSpan = labelSpan
    self.expression = expression
  }

  /// What a signature asks of an argument to find its parameter.
  var bindingLabel: ArgumentLabel { ArgumentLabel(name: label, span: labelSpan ?? expression.span) }
}

extension ExpressionSyntax {
  /// The same expression with its direct parts transformed.
  func mapChildren(_ transform: (ExpressionSyntax) throws(Failure) -> ExpressionSyntax) throws(Failure)
    -> ExpressionSyntax
  {
    let mapped: Node
    switch node {
    case .number, .constant, .truth, .text, .local, .outer, .captured, .variable, .builtin: return self
    case .row(let elements): mapped = .row(try elements.map(transform))
    case .range(let first, let last): mapped = .range(try transform(first), try transform(last))
    case .comprehension(let body, let clauses):
      let body = try transform(body)
      mapped = .comprehension(body: body, try clauses.map { (clause) throws(Failure) in try clause.map(transform) })
    case .block(let steps, let value):
      let steps = try steps.map { (step) throws(Failure) in
        Step(targets: step.targets, value: try transform(step.value))
      }
      mapped = .block(steps, try transform(value))
    case .function(let function): mapped = .function(try function.map(transform))
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
    case .field(let owner, let name, let place): mapped = .field(try transform(owner), name, at: place)
    case .call(let callee, let arguments):
      let head = try transform(callee)
      mapped = .call(head, try arguments.map(transform))
    case .derivative(let operand, let order): mapped = .derivative(try transform(operand), order: order)
    }
    return ExpressionSyntax(mapped, at: span)
  }

  /// The same for a transformation that cannot fail.
  func replacingChildren(_ transform: (ExpressionSyntax) -> ExpressionSyntax) -> ExpressionSyntax {
    func transformed(_ child: ExpressionSyntax) throws(Failure) -> ExpressionSyntax { transform(child) }
    return (try? mapChildren(transformed)) ?? self
  }

  /// How many functions enclose the parts of this expression, where so many enclose it.
  func levelInside(_ level: Int) -> Int {
    if case .function = node { level + 1 } else { level }
  }

  /// Whether the expression or some part of it satisfies a condition.
  public func contains(where holds: (ExpressionSyntax) -> Bool) -> Bool {
    if holds(self) { return true }
    var found = false
    _ = try? mapChildren { child in
      found = found || child.contains(where: holds)
      return child
    }
    return found
  }
}

extension ExpressionSyntax.Clause {
  fileprivate func map(
    _ transform: (ExpressionSyntax) throws(Failure) -> ExpressionSyntax
  ) throws(Failure) -> ExpressionSyntax.Clause {
    let source = try transform(source)
    let condition: ExpressionSyntax? = if let condition { try transform(condition) } else { nil }
    return ExpressionSyntax.Clause(local: local, name: name, source: source, condition: condition)
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
