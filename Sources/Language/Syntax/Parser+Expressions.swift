import Vocabulary

extension Parser {
  /// Reads an expression; refuses one nested too deep.
  mutating func parseExpression() throws(Failure) -> ExpressionSyntax {
    try nested { (parser: inout Parser) throws(Failure) in
      if parser.isAt(.if) { return try parser.parseConditional() }
      return parser.startsFunction ? try parser.parseArrowFunction() : try parser.parseDisjunction()
    }
  }

  mutating func nested(
    _ rule: (inout Parser) throws(Failure) -> ExpressionSyntax
  ) throws(Failure) -> ExpressionSyntax {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Parser.deepest else {
      throw Failure(.limit, "this is nested more than \(Parser.deepest) deep", at: current.span)
    }
    return try rule(&self)
  }

  private mutating func parseConditional() throws(Failure) -> ExpressionSyntax {
    let start = current.span.lowerBound
    try expect(.if)
    let outer = splitsAtSpace
    splitsAtSpace = false
    let condition = try parseExpression()
    try expect(.then)
    let then = try parseExpression()
    splitsAtSpace = outer
    try expect(.else)
    let otherwise = try parseExpression()
    return ExpressionSyntax(
      .conditional(condition, then: then, otherwise: otherwise), at: start..<otherwise.span.upperBound)
  }

  private mutating func parseDisjunction() throws(Failure) -> ExpressionSyntax {
    var left = try parseConjunction()
    var length = 0
    while isAt(.or) {
      try lengthen(&length)
      position += 1
      left = binary(.or, left, try parseConjunction())
    }
    return left
  }

  private mutating func parseConjunction() throws(Failure) -> ExpressionSyntax {
    var left = try parseInversion()
    var length = 0
    while isAt(.and) {
      try lengthen(&length)
      position += 1
      left = binary(.and, left, try parseInversion())
    }
    return left
  }

  private mutating func parseInversion() throws(Failure) -> ExpressionSyntax {
    guard isAt(.not) else { return try parseComparison() }
    let start = current.span.lowerBound
    position += 1
    let operand = try nested { (parser: inout Parser) throws(Failure) in try parser.parseInversion() }
    return ExpressionSyntax(.not(operand), at: start..<operand.span.upperBound)
  }

  private mutating func parseComparison() throws(Failure) -> ExpressionSyntax {
    let first = try parseRange()
    var links: [ExpressionSyntax.Comparison] = []
    while case .symbol(let symbol) = current.kind, let sign = symbol.binaryOperator, sign.isComparison {
      position += 1
      links.append(ExpressionSyntax.Comparison(sign: sign, right: try parseRange()))
    }
    guard let last = links.last else { return first }
    return ExpressionSyntax(.comparison(first, links), at: first.span.lowerBound..<last.right.span.upperBound)
  }

  private mutating func parseRange() throws(Failure) -> ExpressionSyntax {
    let first = try parseSum()
    guard current.is(.dots) else { return first }
    position += 1
    let last = try parseSum()
    return ExpressionSyntax(.range(first, last), at: first.span.lowerBound..<last.span.upperBound)
  }

  private mutating func parseSum() throws(Failure) -> ExpressionSyntax {
    var left = try parseProduct()
    var length = 0
    while current.is(.plus) || current.is(.minus), !isNextArgument {
      try lengthen(&length)
      let sign: BinaryOperator = current.is(.plus) ? .add : .subtract
      position += 1
      left = binary(sign, left, try parseProduct())
    }
    return left
  }

  private mutating func parseProduct() throws(Failure) -> ExpressionSyntax {
    var left = try parseSign()
    var length = 0
    while let sign = productSign {
      try lengthen(&length)
      position += 1
      left = binary(sign, left, try parseSign())
    }
    return left
  }

  /// The sign of a product at the current place; a free-standing `x` between number literals is one.
  private var productSign: BinaryOperator? {
    switch current.kind {
    case .symbol(let symbol):
      guard let sign = symbol.binaryOperator else { return nil }
      return [.multiply, .divide, .remainder, .matrixProduct].contains(sign) ? sign : nil
    case .name("x"):
      guard case .number = next.kind, current.hasSpaceBefore, next.hasSpaceBefore else { return nil }
      switch tokens[position - 1].kind {
      case .number, .superscript: return .multiply
      default: return nil
      }
    default: return nil
    }
  }

  private mutating func parseSign() throws(Failure) -> ExpressionSyntax {
    let start = current.span.lowerBound
    guard current.is(.minus) || current.is(.plus) || current.is(.root) else { return try parsePower() }
    let symbol = current
    position += 1
    let operand = try nested { (parser: inout Parser) throws(Failure) in try parser.parseSign() }
    let span = start..<operand.span.upperBound
    if symbol.is(.root) { return ExpressionSyntax(.root(operand), at: span) }
    return symbol.is(.minus) ? ExpressionSyntax(.negation(operand), at: span) : operand
  }

  private mutating func parsePower() throws(Failure) -> ExpressionSyntax {
    var base = try parsePostfix()
    var length = 0
    while let exponent = superscript {
      try lengthen(&length)
      position += 1
      base = binary(.power, base, exponent)
    }
    guard current.is(.caret) else { return base }
    position += 1
    let exponent = try nested { (parser: inout Parser) throws(Failure) in try parser.parseSign() }
    return binary(.power, base, exponent)
  }

  private var superscript: ExpressionSyntax? {
    switch current.kind {
    case .superscript(let number): ExpressionSyntax(.number(number), at: current.span)
    case .superscriptName(let name): ExpressionSyntax(resolve(name), at: current.span)
    default: nil
    }
  }

  private mutating func parsePostfix() throws(Failure) -> ExpressionSyntax {
    var operand = try parseAtom()
    var length = 0
    while true {
      try lengthen(&length)
      switch current.kind {
      case .symbol(.leftParenthesis) where !(splitsAtSpace && current.hasSpaceBefore) && operand.canBeCalled:
        operand = try parseCall(operand)
      case .symbol(.leftBracket) where !(splitsAtSpace && current.hasSpaceBefore):
        operand = try parseElement(operand)
      case .symbol(.dot) where !current.hasSpaceBefore:
        operand = try parseField(of: operand)
      case .prime(let order):
        operand = derivative(operand, order, end: current.span.upperBound)
        position += 1
      default:
        return operand
      }
    }
  }

  /// `.name` behind a value; what stands behind a number, a module or a built-in is told what to write instead.
  private mutating func parseField(of owner: ExpressionSyntax) throws(Failure) -> ExpressionSyntax {
    guard case .name(let name) = next.kind, !next.hasSpaceBefore, canHaveFields(owner) else {
      throw dotted(tokens[position - 1])
    }
    let place = next.span
    position += 2
    return ExpressionSyntax(.field(owner, name, at: place), at: owner.span.lowerBound..<place.upperBound)
  }

  private func derivative(_ operand: ExpressionSyntax, _ order: Int, end: Int) -> ExpressionSyntax {
    let span = operand.span.lowerBound..<end
    if case .derivative(let function, let before) = operand.node {
      return ExpressionSyntax(.derivative(function, order: before + order), at: span)
    }
    return ExpressionSyntax(.derivative(operand, order: order), at: span)
  }

  private mutating func parseCall(_ callee: ExpressionSyntax) throws(Failure) -> ExpressionSyntax {
    position += 1
    var arguments: [ArgumentSyntax] = []
    while !current.is(.rightParenthesis) {
      let loops = loopKeywords
      if loops.isEmpty {
        arguments.append(try parseArgument(splitting: false))
      } else {
        let loop = try parseComprehension(from: current.span.lowerBound, loops: loops)
        arguments.append(ArgumentSyntax(label: nil, labelSpan: nil, expression: loop))
      }
      if current.is(.comma) {
        position += 1
      } else if !current.is(.rightParenthesis) {
        throw unexpected(hint: "a comma is missing before it")
      }
    }
    position += 1
    return try Parser.call(callee, arguments, endingAt: tokens[position - 1].span.upperBound, lexicon: lexicon)
  }

  private mutating func parseAtom() throws(Failure) -> ExpressionSyntax {
    let token = current
    switch token.kind {
    case .number(let number):
      position += 1
      return try parseGluedFactor(of: ExpressionSyntax(.number(number), at: token.span))
    case .name(let name):
      guard Keyword(rawValue: name) == nil else { throw unexpected() }
      position += 1
      return ExpressionSyntax(resolve(name), at: token.span)
    case .text(let text):
      position += 1
      return ExpressionSyntax(.text(text), at: token.span)
    case .symbol(.leftParenthesis): return try parseGroup()
    case .symbol(.leftBracket): return try parseBrackets()
    case .symbol(.bar): return try parseMagnitude()
    default: throw unexpected()
    }
  }

  /// `2x` and `3π`: a number glued to a name multiplies it, tighter than any operator but the power.
  private mutating func parseGluedFactor(of number: ExpressionSyntax) throws(Failure) -> ExpressionSyntax {
    guard case .name(let name) = current.kind, !current.hasSpaceBefore, Keyword(rawValue: name) == nil else {
      return number
    }
    var factor = try parsePostfix()
    while case .superscript(let exponent) = current.kind {
      factor = ExpressionSyntax(
        .binary(.power, factor, ExpressionSyntax(.number(exponent), at: current.span)),
        at: factor.span.lowerBound..<current.span.upperBound)
      position += 1
    }
    if current.is(.caret) {
      throw Failure(
        .syntax, "it is not clear what is raised here", at: current.span,
        hint: "write \(number.source) × \(factor.source)^…")
    }
    return ExpressionSyntax(.binary(.multiply, number, factor), at: number.span.lowerBound..<factor.span.upperBound)
  }

  /// What a name means as far as it can be known before running.
  func resolve(_ name: String) -> ExpressionSyntax.Node {
    if let place = locals.lastIndex(of: name) { return .local(place, name) }
    for (index, names) in outerLocals.reversed().enumerated() {
      if let place = names.lastIndex(of: name) { return .outer(level: index + 1, place, name) }
    }
    if let number = Constants.value(of: name) { return .constant(number, name) }
    if name == "true" || name == "false" { return .truth(name == "true") }
    if let number = lexicon.number(of: name) { return .builtin(number, name) }
    return .variable(name)
  }

  // MARK: Helpers

  /// Counts one more link of a chain.
  private func lengthen(_ length: inout Int) throws(Failure) {
    length += 1
    guard length <= Parser.longest else {
      throw Failure(
        .limit, "this goes on for more than \(Parser.longest) operators", at: current.span,
        hint: "put the numbers into a vector: sum([…])")
    }
  }

  /// Whether a sign at the current place begins the next argument of a command: spaced before and glued behind.
  private var isNextArgument: Bool {
    splitsAtSpace && current.hasSpaceBefore && !next.hasSpaceBefore
  }

  private func binary(_ sign: BinaryOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax) -> ExpressionSyntax {
    ExpressionSyntax(.binary(sign, left, right), at: left.span.lowerBound..<right.span.upperBound)
  }

  func isAt(_ keyword: Keyword) -> Bool { current.kind == .name(keyword.rawValue) }

  mutating func expect(_ keyword: Keyword) throws(Failure) {
    guard isAt(keyword) else {
      if current.kind == .end {
        throw Failure(.unfinished, "'\(keyword.rawValue)' is missing here", at: current.span)
      }
      throw Failure(.syntax, "'\(keyword.rawValue)' is missing here", at: current.span)
    }
    position += 1
  }
}

extension ExpressionSyntax {
  /// Whether a parenthesis after the expression can mean a call.
  fileprivate var canBeCalled: Bool {
    switch node {
    case .number, .truth, .text, .row, .range, .comprehension, .negation, .not, .magnitude, .root, .binary, .comparison:
      false
    default: true
    }
  }
}

/// Names of numbers.
enum Constants {
  static func contains(_ name: String) -> Bool { value(of: name) != nil || isTruth(name) }

  static func isTruth(_ name: String) -> Bool { name == "true" || name == "false" }

  static func value(of name: String) -> Double? {
    switch name {
    case "π", "pi": .pi
    case "e": 2.718281828459045
    case "∞", "inf": .infinity
    case "nan": .nan
    default: nil
    }
  }
}
