import Vocabulary

/// What stands between brackets: groups, magnitudes, rows, comprehensions, subscripts.
extension Parser {
  /// `(expression)`
  mutating func parseGroup() throws(Failure) -> ExpressionSyntax {
    let start = current.span.lowerBound
    let outer = splitsAtSpace
    splitsAtSpace = false
    defer { splitsAtSpace = outer }
    position += 1
    if holdsStatements { return try parseBlock(from: start) }
    let inner = try parseExpression()
    guard current.is(.rightParenthesis) else {
      throw unexpected(hint: current.is(.comma) ? "a vector is written [1, 2]" : nil)
    }
    position += 1
    return ExpressionSyntax(inner.node, at: start..<tokens[position - 1].span.upperBound)
  }

  /// `|expression|`
  mutating func parseMagnitude() throws(Failure) -> ExpressionSyntax {
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
    return ExpressionSyntax(.magnitude(inner), at: bar.span.lowerBound..<tokens[position - 1].span.upperBound)
  }

  /// `[a, b]` or `[body for name in source]`.
  mutating func parseBrackets() throws(Failure) -> ExpressionSyntax {
    let start = current.span.lowerBound
    let outer = splitsAtSpace
    splitsAtSpace = false
    defer { splitsAtSpace = outer }
    position += 1
    let loops = loopKeywords
    if !loops.isEmpty {
      let loop = try parseComprehension(from: start, loops: loops)
      guard current.is(.rightBracket) else { throw unexpected() }
      position += 1
      return ExpressionSyntax(loop.node, at: start..<tokens[position - 1].span.upperBound)
    }
    var elements: [ExpressionSyntax] = []
    while !current.is(.rightBracket) {
      elements.append(try parseExpression())
      if current.is(.comma) {
        position += 1
      } else if !current.is(.rightBracket) {
        throw unexpected(hint: "a comma is missing before it")
      }
    }
    position += 1
    return ExpressionSyntax(.row(elements), at: start..<tokens[position - 1].span.upperBound)
  }

  /// The places of the `for`s that belong to the bracket just opened, or to the argument that begins here.
  var loopKeywords: [Int] {
    var loops: [Int] = []
    var depth = 0
    for index in position..<tokens.count {
      switch tokens[index].kind {
      case .symbol(.leftBracket), .symbol(.leftParenthesis): depth += 1
      case .symbol(.rightBracket), .symbol(.rightParenthesis):
        if depth == 0 { return loops }
        depth -= 1
      case .name("for") where depth == 0: loops.append(index)
      case .symbol(.comma) where depth == 0: return loops
      default: break
      }
    }
    return loops
  }

  /// The variables stand behind the body that uses them, so their names are looked at first.
  mutating func parseComprehension(from start: Int, loops: [Int]) throws(Failure) -> ExpressionSyntax {
    let outer = locals
    var places: [Int] = []
    for loop in loops {
      let variable = tokens[min(loop + 1, tokens.count - 1)]
      guard case .name(let name) = variable.kind, variable.keyword == nil else {
        position = min(loop + 1, tokens.count - 1)
        throw unexpected()
      }
      try checkBindable(name, at: variable.span)
      places.append(declare(name))
    }
    let all = locals
    defer { locals = outer }
    let body = try parseExpression()
    var clauses: [ExpressionSyntax.Clause] = []
    for (loop, place) in zip(loops, places) {
      guard position == loop else { throw unexpected() }
      position += 2
      try expect(.in)
      // What a loop runs over knows the loops before it.
      locals = Array(all.prefix(place))
      let source = try parseExpression()
      locals = Array(all.prefix(place + 1))
      var condition: ExpressionSyntax?
      if isAt(.if) {
        position += 1
        condition = try parseExpression()
      }
      clauses.append(ExpressionSyntax.Clause(local: place, name: all[place], source: source, condition: condition))
    }
    return ExpressionSyntax(
      .comprehension(body: body, clauses), at: start..<tokens[position - 1].span.upperBound)
  }

  /// Gives a name a place in the frame.
  mutating func declare(_ name: String) -> Int {
    let place = localCount
    localCount += 1
    while locals.count < place { locals.append("") }
    locals.append(name)
    return place
  }

  /// `v[i]`, `m[i, j]`, `v[a:b]`.
  mutating func parseElement(_ operand: ExpressionSyntax) throws(Failure) -> ExpressionSyntax {
    let outer = splitsAtSpace
    splitsAtSpace = false
    defer { splitsAtSpace = outer }
    position += 1
    var subscripts: [ExpressionSyntax.Subscript] = []
    repeat {
      if !subscripts.isEmpty { position += 1 }
      subscripts.append(try parseSubscript())
    } while current.is(.comma)
    guard current.is(.rightBracket) else { throw unexpected() }
    position += 1
    return ExpressionSyntax(
      .element(operand, subscripts), at: operand.span.lowerBound..<tokens[position - 1].span.upperBound)
  }

  private mutating func parseSubscript() throws(Failure) -> ExpressionSyntax.Subscript {
    let first = current.is(.colon) ? nil : try parseExpression()
    guard current.is(.colon) else {
      guard let first else { throw unexpected() }
      return .index(first)
    }
    position += 1
    let end = try parseBound()
    guard current.is(.colon) else { return .slice(first, end, step: nil) }
    position += 1
    return .slice(first, end, step: try parseBound())
  }

  /// A bound of a slice, nil where it is left out.
  private mutating func parseBound() throws(Failure) -> ExpressionSyntax? {
    current.is(.comma) || current.is(.rightBracket) || current.is(.colon) ? nil : try parseExpression()
  }
}
