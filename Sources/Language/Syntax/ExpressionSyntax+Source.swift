import Vocabulary

/// How tightly an operator holds its operands, loosest first.
enum Precedence: Int, Comparable {
  case conditional, or, and, not, comparison, range, sum, product, sign, power, atom

  static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

  var next: Precedence { Precedence(rawValue: rawValue + 1) ?? .atom }

  init(_ sign: BinaryOperator) {
    self =
      switch sign {
      case .or: .or
      case .and: .and
      case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual: .comparison
      case .add, .subtract: .sum
      case .multiply, .divide, .remainder, .matrixProduct: .product
      case .power: .power
      }
  }
}

extension ExpressionSyntax {
  /// The expression in gradus's own notation, with the brackets that it needs and no others.
  public var source: String { source(atLeast: .conditional) }

  func source(atLeast least: Precedence) -> String {
    precedence < least ? "(\(bare))" : bare
  }

  private var precedence: Precedence {
    switch node {
    case .conditional: .conditional
    case .not: .not
    case .comparison: .comparison
    case .range: .range
    case .negation: .sign
    case .root: .sign
    case .binary(let sign, _, _): Precedence(sign)
    case .number(let number): number < 0 ? .sign : .atom
    case .elided(let operand): operand.precedence
    case .function: .conditional
    case .captured(.number(let number), _): number < 0 ? .sign : .atom
    case .captured(.function(let function as UserFunction), _): function.syntax.name == nil ? .conditional : .atom
    default: .atom
    }
  }

  private var bare: String {
    switch node {
    case .number(let number): ExpressionSyntax.spelling(of: number)
    case .truth(let truth): truth ? "true" : "false"
    case .text(let text): Value.text(text).display.printed().text
    case .constant(_, let name), .local(_, let name), .outer(_, _, let name), .variable(let name),
      .builtin(_, let name):
      name
    case .captured(let value, let name): ExpressionSyntax.source(of: value) ?? name
    case .row(let elements): "[\(elements.map(\.source).joined(separator: ", "))]"
    case .range(let first, let last): first.source(atLeast: .sum) + ".." + last.source(atLeast: .sum)
    case .comprehension(let body, let clauses):
      "[\(body.source)\(clauses.map(\.text).joined())]"
    case .block(let steps, let value): "(\((steps.map(\.text) + [value.source]).joined(separator: "; ")))"
    case .function(let function): function.source
    case .elided: "…"
    case .negation(let operand): "-" + operand.source(atLeast: .sign)
    case .not(let operand): "not " + operand.source(atLeast: .not)
    case .magnitude(let operand): "|\(operand.source)|"
    case .root(let operand): "√" + operand.source(atLeast: operand.isPower ? .atom : .power)
    case .binary(let sign, let left, let right): ExpressionSyntax.source(sign, left, right)
    case .comparison(let first, let links):
      links.reduce(first.source(atLeast: .range)) { "\($0) \($1.sign.rawValue) \($1.right.source(atLeast: .range))" }
    case .conditional(let condition, let then, let otherwise):
      "if \(condition.source) then \(then.source) else \(otherwise.source)"
    case .element(let operand, let subscripts):
      operand.source(atLeast: .atom) + "[\(subscripts.map(ExpressionSyntax.source).joined(separator: ", "))]"
    case .field(let owner, let name, _): owner.source(atLeast: .atom) + "." + name
    case .call(let callee, let arguments):
      callee.source(atLeast: .atom) + "(\(arguments.written.map(ExpressionSyntax.source).joined(separator: ", ")))"
    case .derivative(let operand, let order):
      operand.source(atLeast: .atom) + Primes.text(order)
    }
  }

  /// Under a root a power keeps its brackets: `√a^b` reads either way.
  private var isPower: Bool {
    switch node {
    case .binary(.power, _, _): true
    case .elided(let operand): operand.isPower
    default: false
    }
  }

  private static func source(_ sign: BinaryOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax) -> String {
    let precedence = Precedence(sign)
    guard sign == .power else {
      return "\(left.source(atLeast: precedence)) \(sign.rawValue) \(right.source(atLeast: precedence.next))"
    }
    let base = left.source(atLeast: .atom)
    if let exponent = right.wholeNumber { return base + Superscript.text(exponent) }
    return base + "^" + right.source(atLeast: .power)
  }

  /// What stands between quotation marks, else the source.
  var word: String {
    if case .text(let text) = node { text } else { source }
  }

  /// The value of a literal whole number, with its sign.
  private var wholeNumber: Int? {
    switch node {
    case .number(let number): Int(exactly: number)
    case .negation(let operand): operand.wholeNumber.map { -$0 }
    default: nil
    }
  }

  private static func source(_ element: Subscript) -> String {
    switch element {
    case .index(let index): index.source
    case .slice(let first, let end, let step):
      (first?.source ?? "") + ":" + (end?.source ?? "") + (step.map { ":" + $0.source } ?? "")
    }
  }

  private static func source(_ argument: ArgumentSyntax) -> String {
    (argument.label.map { $0 + "=" } ?? "") + argument.expression.source
  }

  /// A value that reads back as the same; nil where its name says more, or all that can be said.
  private static func source(of value: Value) -> String? {
    switch value {
    case .number(let number): spelling(of: number)
    case .truth, .text: value.display.printed().text
    case .vector(let elements) where elements.count <= 8: "[\(elements.map(spelling).joined(separator: ", "))]"
    case .function(let function): function.name
    default: nil
    }
  }

  /// All digits that the number has, in the shortest form that reads back as the same number and binds like one.
  private static func spelling(of number: Double) -> String {
    let forms = (6...17).lazy.map { NumberStyle(digits: $0, notation: .e).text(number) }
    return forms.first { Double($0) == number } ?? NumberStyle(notation: .e).text(number)
  }
}

extension ExpressionSyntax.Clause {
  fileprivate var text: String { " for \(name) in \(source.source)\(condition.map { " if " + $0.source } ?? "")" }
}

extension ExpressionSyntax.Step {
  fileprivate var text: String {
    if case .function(let function) = value.node, function.name != nil { return function.source }
    return targets.isEmpty ? value.source : "\(targets.map(\.name).joined(separator: ", ")) = \(value.source)"
  }
}

/// The marks of derivatives: `′`, `″`, `‴`, `‴′` …
enum Primes {
  static func text(_ order: Int) -> String {
    String(repeating: "‴", count: order / 3) + ["", "′", "″"][order % 3]
  }
}
