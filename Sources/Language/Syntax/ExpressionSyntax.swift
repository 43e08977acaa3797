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
    /// A parameter or a comprehension's variable: its place in the frame, and its name.
    case local(Int, String)
    case variable(String)
    /// A built-in by its number in the lexicon.
    case builtin(Int, String)
    /// `[a, b, c]`
    case row([ExpressionSyntax])
    /// `a..b`, both ends included.
    indirect case range(ExpressionSyntax, ExpressionSyntax)
    /// `[body for name in source if condition]`; the variable's place in the frame.
    indirect case comprehension(
      body: ExpressionSyntax, local: Int, name: String, source: ExpressionSyntax, condition: ExpressionSyntax?)
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
    case .field(let owner, let name, let place): mapped = .field(try transform(owner), name, at: place)
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
