import Vocabulary

/// Reads statements.
///
///     line       = statement { (";" | line end) statement }
///     statement  = NAME "=" (command | expression) | names "=" (command | expression)
///                | NAME "(" parameters ")" "=" expression | command | expression
///     parameters = [NAME ["=" expression] { "," NAME ["=" expression] }]
///     command    = BUILTIN argument { [","] argument } | "time" (command | expression)
///     argument   = [NAME "="] expression
///
/// and, loosest first (one function a rule, in `Parser+Expressions`):
///
///     expression = "if" expression "then" expression "else" expression | function | disjunction
///     function   = (NAME | "(" parameters ")") "->" expression
///     disjunction = conjunction { "or" conjunction }          conjunction = inversion { "and" inversion }
///     inversion  = "not" inversion | comparison               comparison  = range { ("<" | "≤" | …) range }
///     range      = sum [".." sum]                             sum         = product { ("+" | "-") product }
///     product    = sign { ("×" | "/" | "%" | "@") sign }      sign        = ("-" | "+" | "√") sign | power
///     power      = postfix { SUPERSCRIPT } ["^" sign]
///     postfix    = atom { "(" arguments ")" | "[" subscripts "]" | "." NAME | "′" }
///     atom       = NUMBER [postfix] | NAME | TEXT | "(" expression ")" | "(" statement { ";" statement } ")"
///                | "[" elements "]" | "|" expression "|"
public struct Parser {
  let lexicon: Lexicon
  /// What is known of the learner's own names, for messages only.
  var names: KnownNames
  let source: [UInt8]
  let tokens: [Token]
  var position = 0
  /// Where the statement begins that is being read.
  var statementStart = 0
  /// The names that have a place in the frame, outermost first.
  var locals: [String] = []
  var localCount = 0
  /// The same of the functions around the one that is read, outermost first.
  var outerLocals: [[String]] = []
  /// How many rules are being read inside each other.
  var depth = 0
  /// Whether white space before a glued sign or bracket ends an expression, as between a command's arguments.
  var splitsAtSpace = false

  /// More nesting than this is refused, so that no input can exhaust the stack.
  static let deepest = 200
  /// More operators, calls or subscripts in a row than this are refused, since each holds all before it.
  static let longest = 2000

  /// The statements of a source.
  ///
  /// The learner's names, where they are known, serve the advice in a failure. What a failure offers as a fix makes the
  /// source readable.
  ///
  /// Throws a failure of kind `unfinished` where more lines may complete it, else `syntax`, `name` or `argument`.
  public static func statements(
    of source: String, lexicon: Lexicon, variables: [String: Value]? = nil
  ) throws(Failure) -> [Statement] {
    do {
      return try read(source, lexicon, variables)
    } catch {
      throw error.mending(source) { (text) throws(Failure) in _ = try read(text, lexicon, variables) }
    }
  }

  private static func read(
    _ source: String, _ lexicon: Lexicon, _ variables: [String: Value]?
  ) throws(Failure) -> [Statement] {
    let all = Lexer.tokens(of: source)
    let bytes = Array(source.utf8)
    let names = KnownNames(variables: variables)
    let tokens: [Token]
    do {
      tokens = try LineLayout.tokens(from: all, lexicon: lexicon)
    } catch {
      let words = all.filter { !$0.isBlank }
      throw Advice(
        tokens: words, source: bytes, lexicon: lexicon, names: names, statement: 0..<words.count - 1,
        position: words.count - 1, failure: error
      ).prefixedText ?? error
    }
    var parser = Parser(lexicon: lexicon, names: names, source: bytes, tokens: tokens)
    do { return try parser.parseStatements() } catch { throw parser.advice(on: error).improved }
  }

  private init(lexicon: Lexicon, names: KnownNames, source: [UInt8], tokens: [Token]) {
    self.lexicon = lexicon
    self.names = names
    self.source = source
    self.tokens = tokens
  }

  private mutating func parseStatements() throws(Failure) -> [Statement] {
    var statements: [Statement] = []
    while true {
      let first = statements.count
      var isSilent = false
      while current.kind != .newline, current.kind != .end {
        isSilent = current.is(.semicolon)
        if isSilent { position += 1 } else { statements.append(try parseStatement()) }
      }
      if isSilent { for index in first..<statements.count { statements[index].isSilent = true } }
      if current.kind == .end { return statements }
      position += 1
    }
  }

  private mutating func parseStatement() throws(Failure) -> Statement {
    let start = position
    statementStart = start
    locals = []
    localCount = 0
    outerLocals = []
    if let failure = advice(on: Failure(.syntax, "")).misreading { throw failure }
    let kind = try parseStatementKind()
    let end = position
    guard isAtStatementEnd else { throw unexpected(after: kind) }
    names.learn(kind)
    return Statement(
      kind: kind, tokens: tokens[start..<end],
      span: tokens[start].span.lowerBound..<tokens[end - 1].span.upperBound, localCount: localCount)
  }

  private mutating func parseStatementKind() throws(Failure) -> Statement.Kind {
    guard case .name(let name) = current.kind else { return .expression(try parseExpression()) }
    if next.is(.assign) {
      try checkBindable(name, at: current.span)
      position += 2
      return .binding(name: name, try parseCommandOrExpression())
    }
    if let names = boundNames {
      for token in names { try checkBindable(token.spelling, at: token.span) }
      position += 2 * names.count
      return .bindings(names: names.map(\.spelling), try parseCommandOrExpression())
    }
    if startsDefinition { return .definition(UserFunction(try parseDefinition(name))) }
    return .expression(try parseCommandOrExpression())
  }

  /// The tokens of the names where the line begins like `a, b =`.
  var boundNames: [Token]? {
    var index = position
    var names: [Token] = []
    while case .name = tokens[index].kind {
      names.append(tokens[index])
      guard tokens[index + 1].is(.comma) else { break }
      index += 2
    }
    return names.count > 1 && index + 1 < tokens.count && tokens[index + 1].is(.assign) ? names : nil
  }

  var current: Token { tokens[position] }
  var next: Token { tokens[min(position + 1, tokens.count - 1)] }

  /// A closing parenthesis ends the statements in brackets.
  var isAtStatementEnd: Bool {
    current.is(.semicolon) || current.is(.rightParenthesis) || current.kind == .newline || current.kind == .end
  }

  // MARK: Bindings and definitions

  /// Built-ins, constants and keywords keep their meaning.
  func checkBindable(_ name: String, at span: Range<Int>) throws(Failure) {
    if lexicon.number(of: name) != nil {
      throw Failure(
        .name, "'\(name)' is a built-in and cannot be given another meaning", at: span, hint: "choose another name")
    }
    if Constants.contains(name) || Keyword(rawValue: name) != nil || name == "_" {
      throw Failure(.name, "'\(name)' has a fixed meaning", at: span, hint: "choose another name")
    }
  }

  // MARK: Commands

  mutating func parseCommandOrExpression() throws(Failure) -> ExpressionSyntax {
    guard case .name(let name) = current.kind, let number = lexicon.number(of: name), startsCommand else {
      return try parseExpression()
    }
    try refuseAmbiguousSign()
    let callee = ExpressionSyntax(.builtin(number, name), at: current.span)
    position += 1
    if takes(number, .line), !isAtStatementEnd {
      let line = parseLine()
      return try Parser.call(callee, [line], endingAt: line.expression.span.upperBound, lexicon: lexicon)
    }
    if takes(number, .command), !isAtStatementEnd, !next.is(.assign) {
      let command = try nested { (parser: inout Parser) throws(Failure) in try parser.parseCommandOrExpression() }
      let argument = ArgumentSyntax(label: nil, labelSpan: nil, expression: command)
      return try Parser.call(callee, [argument], endingAt: command.span.upperBound, lexicon: lexicon)
    }
    var arguments: [ArgumentSyntax] = []
    while !isAtStatementEnd {
      if !arguments.isEmpty {
        if current.is(.comma) {
          position += 1
        } else if !current.hasSpaceBefore {
          throw unexpected()
        }
      }
      arguments.append(try parseArgument(splitting: true))
    }
    let end = arguments.last?.expression.span.upperBound ?? callee.span.upperBound
    return try Parser.call(callee, arguments, endingAt: end, lexicon: lexicon)
  }

  /// Everything up to the end of the statement as one text.
  private mutating func parseLine() -> ArgumentSyntax {
    let first = position
    while !isAtStatementEnd || position == first { position += 1 }
    let word = tokens[first..<position].map { token in
      if case .text(let text) = token.kind { text } else { token.spelling }
    }.joined()
    let span = tokens[first].span.lowerBound..<tokens[position - 1].span.upperBound
    return ArgumentSyntax(label: nil, labelSpan: nil, expression: ExpressionSyntax(.text(word), at: span))
  }

  /// Whether the built-in's name at the current place is followed by arguments without parentheses, or by nothing
  /// where it needs nothing.
  private var startsCommand: Bool {
    let following = next
    switch following.kind {
    case .end, .newline, .symbol(.semicolon):
      return lexicon.signatures[lexicon.number(of: current.spelling) ?? 0].needsNothing
    case .symbol(let symbol):
      guard following.hasSpaceBefore else { return false }
      let isGlued = !tokens[min(position + 2, tokens.count - 1)].hasSpaceBefore
      if takesLine { return symbol != .assign }
      switch symbol {
      case .plus, .minus: return isGlued
      case .leftParenthesis: return !isSpacedCall
      case .leftBracket, .bar, .root: return true
      default: return false
      }
    case .name(let name):
      return following.hasSpaceBefore
        && (takesLine || (Keyword(rawValue: name).map { [.not, .if].contains($0) } ?? true))
    case .number, .text:
      return following.hasSpaceBefore
    case .superscript, .superscriptName, .stray:
      return following.hasSpaceBefore && takesLine
    default:
      return false
    }
  }

  /// Whether the built-in at the current place takes what follows word for word.
  private var takesLine: Bool {
    lexicon.number(of: current.spelling).map { takes($0, .line) } ?? false
  }

  /// Whether a built-in's first argument reaches it in this way.
  private func takes(_ number: Int, _ passing: Passing) -> Bool {
    lexicon.signatures[number].parameters.first?.passing == passing
  }

  /// `max (1) -2` could be a difference or a second argument, so it is neither.
  private func refuseAmbiguousSign() throws(Failure) {
    guard next.is(.leftParenthesis), next.hasSpaceBefore, !takesExpression,
      let close = closing(position + 1)
    else { return }
    let sign = tokens[close + 1]
    guard sign.is(.minus) || sign.is(.plus), sign.hasSpaceBefore, !tokens[close + 2].hasSpaceBefore else { return }
    throw Failure(
      .syntax, "'\(sign.spelling)' could go on with the value or begin another argument", at: sign.span,
      hint: "put a space behind it, or the arguments into one pair of brackets",
      fix: Failure.Fix(replacing: sign.span, with: sign.spelling + " "))
  }

  /// The token that closes the bracket which another opens.
  func closing(_ open: Int) -> Int? {
    var depth = 0
    for index in open..<tokens.count {
      switch tokens[index].kind {
      case .symbol(.leftParenthesis), .symbol(.leftBracket): depth += 1
      case .symbol(.rightParenthesis), .symbol(.rightBracket):
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
    }
    return nil
  }

  /// Whether a spaced parenthesis holds the arguments of a call, as it does inside an expression.
  ///
  /// It does where it holds several, as in `sample (N, 5)`, and where an operator takes the call's value, as in
  /// `sqrt (2) + 1`. A built-in that takes its argument as it is written takes all of `chain (1/4)⁵ × 0.03`.
  private var isSpacedCall: Bool {
    if let close = closing(position + 1) {
      if tokens[close + 1].is(.arrow) { return false }
      // Statements in brackets are one value.
      var inner = self
      inner.position = position + 2
      if inner.holdsStatements { return !takesExpression && continuesExpression(at: close + 1) }
    }
    var index = position + 1
    var depth = 0
    while index < tokens.count {
      switch tokens[index].kind {
      case .symbol(.leftParenthesis), .symbol(.leftBracket): depth += 1
      case .symbol(.rightParenthesis), .symbol(.rightBracket):
        depth -= 1
        if depth == 0 { return !takesExpression && continuesExpression(at: index + 1) }
      case .symbol(.comma) where depth == 1, .symbol(.assign) where depth == 1: return true
      default: break
      }
      index += 1
    }
    return false
  }

  /// Whether the built-in at the current place takes its first argument as it is written.
  private var takesExpression: Bool {
    lexicon.number(of: current.spelling).map { takes($0, .expression) || takes($0, .command) } ?? false
  }

  /// Whether a token goes on with the value of what stands before it, and does not begin a command's next argument.
  private func continuesExpression(at index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .symbol(.plus), .symbol(.minus): return !token.hasSpaceBefore || tokens[index + 1].hasSpaceBefore
    case .symbol(.dots), .symbol(.dot): return true
    case .symbol(.leftParenthesis), .symbol(.leftBracket): return !token.hasSpaceBefore
    case .symbol(let symbol): return symbol.binaryOperator != nil
    case .superscript, .superscriptName, .prime: return true
    case .name: return token.keyword == .and || token.keyword == .or
    default: return false
    }
  }

  mutating func parseArgument(splitting: Bool) throws(Failure) -> ArgumentSyntax {
    let outer = splitsAtSpace
    splitsAtSpace = splitting
    defer { splitsAtSpace = outer }
    if case .name(let label) = current.kind, next.is(.assign) {
      let span = current.span
      position += 2
      return ArgumentSyntax(label: label, labelSpan: span, expression: try parseExpression())
    }
    return ArgumentSyntax(label: nil, labelSpan: nil, expression: try parseExpression())
  }

  /// A call, its arguments bound where the callee is a built-in.
  ///
  /// Throws a failure of kind `argument` where they do not fit the built-in's parameters.
  static func call(
    _ callee: ExpressionSyntax, _ arguments: [ArgumentSyntax], endingAt end: Int, lexicon: Lexicon
  ) throws(Failure) -> ExpressionSyntax {
    var groups: [[Int]]?
    if case .builtin(let number, _) = callee.node {
      groups = try lexicon.signatures[number].bind(arguments.map(\.bindingLabel))
    }
    return ExpressionSyntax(
      .call(callee, CallArguments(written: arguments, groups: groups)), at: callee.span.lowerBound..<end)
  }
}
