import Vocabulary

extension Parser {
  mutating func parseAtom() throws(Failure) -> Expression {
    let token = current
    switch token.kind {
    case .number(let number):
      position += 1
      return try parseGluedFactor(of: Expression(.number(number), at: token.span))
    case .name(let name):
      guard Keyword(rawValue: name) == nil else { throw unexpected() }
      position += 1
      return Expression(resolve(name), at: token.span)
    case .text(let text):
      position += 1
      return Expression(.text(text), at: token.span)
    case .symbol(.leftParenthesis): return try parseGroup()
    case .symbol(.leftBracket): return try parseBrackets()
    case .symbol(.bar): return try parseMagnitude()
    default: throw unexpected()
    }
  }

  /// `2x` and `3π`: a number glued to a name multiplies it, tighter than any operator but the power.
  private mutating func parseGluedFactor(of number: Expression) throws(Failure) -> Expression {
    guard case .name(let name) = current.kind, !current.hasSpaceBefore, Keyword(rawValue: name) == nil else {
      return number
    }
    var factor = try parsePostfix()
    while case .superscript(let exponent) = current.kind {
      factor = Expression(
        .binary(.power, factor, Expression(.number(exponent), at: current.span)),
        at: factor.span.lowerBound..<current.span.upperBound)
      position += 1
    }
    if current.is(.caret) {
      throw Failure(
        .syntax, "it is not clear what is raised here", at: current.span,
        hint: "write \(number.source) × \(factor.source)^…")
    }
    return Expression(.binary(.multiply, number, factor), at: number.span.lowerBound..<factor.span.upperBound)
  }

  /// What a name means as far as it can be known before running.
  func resolve(_ name: String) -> Expression.Node {
    if let place = locals.lastIndex(of: name) { return .local(place, name) }
    if let number = Constants.value(of: name) { return .constant(number, name) }
    if name == "true" || name == "false" { return .truth(name == "true") }
    if let number = lexicon.number(of: name) { return .builtin(number, name) }
    return .variable(name)
  }

  private mutating func parseGroup() throws(Failure) -> Expression {
    let start = current.span.lowerBound
    let outer = splitsAtSpace
    splitsAtSpace = false
    defer { splitsAtSpace = outer }
    position += 1
    let inner = try parseExpression()
    guard current.is(.rightParenthesis) else {
      throw unexpected(hint: current.is(.comma) ? "a vector is written [1, 2]" : nil)
    }
    position += 1
    return Expression(inner.node, at: start..<tokens[position - 1].span.upperBound)
  }

  private mutating func parseMagnitude() throws(Failure) -> Expression {
    let bar = current
    let outer = splitsAtSpace
    splitsAtSpace = false
    position += 1
    let inner = try parseExpression()
    splitsAtSpace = outer
    guard current.is(.bar) else {
      if isAtStatementEnd {
        throw Failure(.syntax, "'|' is never closed", at: bar.span, hint: "the absolute value of x is |x|, on one line")
      }
      throw unexpected()
    }
    position += 1
    return Expression(.magnitude(inner), at: bar.span.lowerBound..<tokens[position - 1].span.upperBound)
  }

  /// `[a, b]` or `[body for name in source]`.
  private mutating func parseBrackets() throws(Failure) -> Expression {
    let start = current.span.lowerBound
    let outer = splitsAtSpace
    splitsAtSpace = false
    defer { splitsAtSpace = outer }
    position += 1
    if let loop = loopKeyword { return try parseComprehension(from: start, loop: loop) }
    var elements: [Expression] = []
    while !current.is(.rightBracket) {
      elements.append(try parseExpression())
      if current.is(.comma) {
        position += 1
      } else if !current.is(.rightBracket) {
        throw unexpected(hint: "a comma is missing before it")
      }
    }
    position += 1
    return Expression(.row(elements), at: start..<tokens[position - 1].span.upperBound)
  }

  /// The place of the `for` that belongs to the bracket just opened.
  private var loopKeyword: Int? {
    var depth = 0
    for index in position..<tokens.count {
      switch tokens[index].kind {
      case .symbol(.leftBracket), .symbol(.leftParenthesis): depth += 1
      case .symbol(.rightBracket), .symbol(.rightParenthesis):
        if depth == 0 { return nil }
        depth -= 1
      case .name("for") where depth == 0: return index
      case .symbol(.comma) where depth == 0: return nil
      default: break
      }
    }
    return nil
  }

  /// The variable stands behind the body that uses it, so its name is looked at first.
  private mutating func parseComprehension(from start: Int, loop: Int) throws(Failure) -> Expression {
    guard case .name(let name) = tokens[min(loop + 1, tokens.count - 1)].kind, Keyword(rawValue: name) == nil else {
      position = min(loop + 1, tokens.count - 1)
      throw unexpected()
    }
    guard lexicon.number(of: name) == nil, Constants.value(of: name) == nil else {
      throw Failure(
        .name, "'\(name)' already has a meaning", at: tokens[loop + 1].span, hint: "choose another name")
    }
    let place = localCount
    localCount += 1
    let outer = locals
    while locals.count < place { locals.append("") }
    locals.append(name)
    let body = try parseExpression()
    locals = outer
    guard position == loop else { throw unexpected() }
    position += 2
    try expect(.in)
    let source = try parseExpression()
    let condition: Expression?
    if isAt(.if) {
      position += 1
      locals = outer
      while locals.count < place { locals.append("") }
      locals.append(name)
      condition = try parseExpression()
      locals = outer
    } else {
      condition = nil
    }
    guard current.is(.rightBracket) else { throw unexpected() }
    position += 1
    return Expression(
      .comprehension(body: body, local: place, name: name, source: source, condition: condition),
      at: start..<tokens[position - 1].span.upperBound)
  }
}

/// Names of numbers.
enum Constants {
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
