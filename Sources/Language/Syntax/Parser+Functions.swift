import Vocabulary

/// Functions, and statements in brackets.
extension Parser {
  // MARK: Functions

  /// Whether a statement begins here like `f(x, k=1) =`.
  var startsDefinition: Bool {
    guard next.is(.leftParenthesis), !next.hasSpaceBefore, let end = parametersEnd(from: position + 1) else {
      return false
    }
    return tokens[end].is(.assign)
  }

  /// Whether an expression begins here like `x ->` or `(x, y) ->`.
  var startsFunction: Bool {
    if case .name = current.kind { return current.keyword == nil && next.is(.arrow) }
    guard current.is(.leftParenthesis), let end = parametersEnd(from: position) else { return false }
    return tokens[end].is(.arrow)
  }

  /// The token behind the parenthesis that closes a list of parameters; nil where the one that opens here holds no such.
  private func parametersEnd(from open: Int) -> Int? {
    var index = open + 1
    while case .name = tokens[index].kind {
      index += 1
      if tokens[index].is(.assign) {
        var depth = 0
        while depth > 0 || !(tokens[index].is(.comma) || tokens[index].is(.rightParenthesis)) {
          switch tokens[index].kind {
          case .symbol(.leftParenthesis), .symbol(.leftBracket): depth += 1
          case .symbol(.rightParenthesis), .symbol(.rightBracket): depth -= 1
          case .symbol(.semicolon), .end: return nil
          default: break
          }
          index += 1
        }
      }
      guard tokens[index].is(.comma) else { break }
      index += 1
    }
    return tokens[index].is(.rightParenthesis) ? index + 1 : nil
  }

  /// `f(x, k=1) = …`
  mutating func parseDefinition(_ name: String, isLocal: Bool = false) throws(Failure) -> FunctionSyntax {
    try checkBindable(name, at: current.span)
    position += 1
    return try parseFunction(name, itself: isLocal ? name : nil)
  }

  /// `x -> …` or `(x, y) -> …`, which finds itself by a name that is given to it in brackets.
  mutating func parseArrowFunction(itself: String? = nil) throws(Failure) -> ExpressionSyntax {
    let start = current.span.lowerBound
    let function = try parseFunction(nil, itself: itself)
    return ExpressionSyntax(.function(function), at: start..<function.body.span.upperBound)
  }

  /// Parameters, the sign behind them, and the body; the names in it are its own.
  ///
  /// The learner's functions find themselves by their names, those in brackets by a place.
  private mutating func parseFunction(_ name: String?, itself own: String?) throws(Failure) -> FunctionSyntax {
    outerLocals.append(locals)
    let outerCount = localCount
    (locals, localCount) = ([], 0)
    defer {
      locals = outerLocals.removeLast()
      localCount = outerCount
    }
    let parameters = try parseParameters(of: name)
    position += 1
    let itself: Int? = if let own, !locals.contains(own) { declare(own) } else { nil }
    let body = try parseExpression()
    return FunctionSyntax(name: name, parameters: parameters, body: body, localCount: localCount, itself: itself)
  }

  private mutating func parseParameters(of function: String?) throws(Failure) -> [ParameterSyntax] {
    guard current.is(.leftParenthesis) else {
      let token = current
      position += 1
      try checkBindable(token.spelling, at: token.span)
      _ = declare(token.spelling)
      return [ParameterSyntax(name: token.spelling, standard: nil)]
    }
    position += 1
    let outer = splitsAtSpace
    splitsAtSpace = false
    defer { splitsAtSpace = outer }
    var parameters: [ParameterSyntax] = []
    while !current.is(.rightParenthesis) {
      let token = current
      let name = token.spelling
      try checkBindable(name, at: token.span)
      if parameters.contains(where: { $0.name == name }) {
        let owner = function ?? "a function"
        throw Failure(.syntax, "\(owner) has two parameters named '\(name)'", at: token.span)
      }
      position += 1
      var standard: ExpressionSyntax?
      if current.is(.assign) {
        position += 1
        standard = try parseExpression()
      } else if let before = parameters.last, before.standard != nil {
        throw Failure(
          .syntax, "\(name) has no default, but stands behind \(before.name), which has one", at: token.span,
          hint: "parameters with defaults stand last")
      }
      parameters.append(ParameterSyntax(name: name, standard: standard))
      _ = declare(name)
      if current.is(.comma) { position += 1 } else if !current.is(.rightParenthesis) { throw unexpected() }
    }
    position += 1
    return parameters
  }

  // MARK: Statements in brackets

  /// Whether the parenthesis just opened holds statements, not one expression.
  var holdsStatements: Bool {
    if case .name = current.kind, next.is(.assign), let close = closing(position - 1) {
      let inner = source[current.span.lowerBound..<tokens[close].span.lowerBound]
      if inner.contains(UInt8(ascii: "\n")) { return true }
    }
    var depth = 0
    for index in position..<tokens.count {
      switch tokens[index].kind {
      case .symbol(.leftParenthesis), .symbol(.leftBracket): depth += 1
      case .symbol(.rightParenthesis), .symbol(.rightBracket):
        if depth == 0 { return false }
        depth -= 1
      case .symbol(.semicolon) where depth == 0: return true
      default: break
      }
    }
    return false
  }

  /// `(y = x + 1; y²)`, behind its opening parenthesis.
  mutating func parseBlock(from start: Int) throws(Failure) -> ExpressionSyntax {
    let outer = locals
    defer { locals = outer }
    var steps: [ExpressionSyntax.Step] = []
    while !current.is(.rightParenthesis) {
      if current.is(.semicolon) {
        position += 1
      } else {
        steps.append(try parseStep())
        guard isAtStatementEnd else { throw missingSemicolon ?? unexpected() }
      }
    }
    position += 1
    let span = start..<tokens[position - 1].span.upperBound
    guard let last = steps.popLast() else {
      throw Failure(.syntax, "these brackets hold nothing", at: span, hint: "write what they are to yield")
    }
    return ExpressionSyntax(.block(steps, last.value), at: span)
  }

  private mutating func parseStep() throws(Failure) -> ExpressionSyntax.Step {
    if case .name(let name) = current.kind {
      let token = current
      if startsDefinition {
        let function = try parseDefinition(name, isLocal: true)
        let span = token.span.lowerBound..<function.body.span.upperBound
        return step([token], ExpressionSyntax(.function(function), at: span))
      }
      let names = next.is(.assign) ? [token] : boundNames ?? []
      for token in names { try checkBindable(token.spelling, at: token.span) }
      position += 2 * names.count
      if names.count == 1, startsFunction, !locals.contains(name) {
        return step(names, try parseArrowFunction(itself: name))
      }
      return step(names, try parseCommandOrExpression())
    }
    return step([], try parseExpression())
  }

  /// A step that gives names, which mean that from then on.
  private mutating func step(_ names: [Token], _ value: ExpressionSyntax) -> ExpressionSyntax.Step {
    let targets = names.map { ExpressionSyntax.Step.Target(place: declare($0.spelling), name: $0.spelling) }
    return ExpressionSyntax.Step(targets: targets, value: value)
  }

  /// What to say where the next statement stands on a line of its own.
  private var missingSemicolon: Failure? {
    let end = tokens[position - 1].span.upperBound
    guard source[end..<current.span.lowerBound].contains(UInt8(ascii: "\n")) else { return nil }
    return Failure(
      .syntax, "a ';' is missing between two statements in brackets", at: current.span,
      hint: "put ; at the end of the line before", fix: Failure.Fix(replacing: end..<end, with: ";"))
  }
}
