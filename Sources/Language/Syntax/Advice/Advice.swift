import Vocabulary

/// What to do about a line that other languages, or a blackboard, would read otherwise.
///
/// Each rule looks for one habit and offers the line as gradus writes it, so that the offer can be typed as it is.
struct Advice {
  typealias Rule = @Sendable (Advice) -> Failure?

  let tokens: [Token]
  let source: [UInt8]
  let lexicon: Lexicon
  /// What is known of the learner's names.
  let names: KnownNames
  /// The tokens of the statement.
  let statement: Range<Int>
  /// The token at which reading stopped.
  let position: Int
  /// What is wrong without a better word.
  let failure: Failure

  /// The failure with the advice of the first rule that has some.
  var improved: Failure {
    guard failure.fix == nil, failure.kind != .limit else { return failure }
    let rules = failure.kind == .argument ? Self.aboutArguments : Self.aboutSyntax
    return rules.lazy.compactMap { $0(self) }.first ?? failure
  }

  /// What a statement means elsewhere that it does not mean here, although it can be read.
  var misreading: Failure? { Self.beforeReading.lazy.compactMap { $0(self) }.first }

  private static let beforeReading: [Rule] = [
    { $0.leftArrow }, { $0.declarator }, { $0.hexadecimal }, { $0.splitThousands }, { $0.argumentNames },
    { $0.foreignCall },
  ]

  private static let aboutArguments: [Rule] = [
    { $0.gluedSign }, { $0.logarithmBase }, { $0.decimalComma }, { $0.lossCall }, { $0.rowOfArguments },
    { $0.labelEquality },
  ]

  private static let aboutSyntax: [Rule] = [
    { $0.prefixedText }, { $0.arrowFunction }, { $0.lambda }, { $0.definition }, { $0.colonDefinition }, { $0.loop },
    { $0.ternary }, { $0.conditionalBehind }, { $0.conditionalWithColons }, { $0.conditionalWithBrackets },
    { $0.increment }, { $0.compoundAssignment }, { $0.elementAssignment }, { $0.chainedAssignment },
    { $0.needlessEquals },
    { $0.declarator }, { $0.twoWordName }, { $0.returned }, { $0.severalValues },
    { $0.and }, { $0.or }, { $0.not }, { $0.factorial }, { $0.comparison }, { $0.percent }, { $0.wordOperator },
    { $0.floorDivision }, { $0.degrees }, { $0.lowMinus }, { $0.typographic },
    { $0.decimalComma }, { $0.thousands }, { $0.trailingPoint },
    { $0.functionPower }, { $0.differential }, { $0.missingParentheses },
    { $0.braces }, { $0.rowsBySemicolon }, { $0.colonRange }, { $0.missingComma }, { $0.bareFile },
    { $0.dottedFunction },
    { $0.unknownCommand }, { $0.questionMark }, { $0.missingOperator }, { $0.equality },
  ]
}

/// What the parser knows of the learner's names: it reads a line before the line is run.
struct KnownNames {
  /// Nil where nothing is known of them.
  let variables: [String: Value]?
  /// Names that the same source binds before the statement, and whether to functions.
  var bound: [String: Bool] = [:]

  func contains(_ name: String) -> Bool { bound[name] != nil || variables?[name] != nil }

  func isFunction(_ name: String) -> Bool {
    if let isFunction = bound[name] { return isFunction }
    if case .function = variables?[name] { return true }
    return false
  }

  /// Whether what a name stands for can be the first argument of a function, as far as that is known.
  func fits(_ name: String, _ signature: Signature) -> Bool {
    guard bound[name] == nil, let value = variables?[name] else { return true }
    guard let domain = signature.parameters.first?.domain else { return false }
    // A function of any value need not take every object.
    if case .object(let object) = value { return domain.parts.contains(.object(object.kind)) }
    return domain.admits(value)
  }

  /// Takes in what a statement binds.
  mutating func learn(_ kind: Statement.Kind) {
    switch kind {
    case .binding(let name, let expression):
      bound[name] =
        switch expression.node {
        case .builtin, .derivative, .function: true
        case .variable(let other): isFunction(other)
        default: false
        }
    case .bindings(let names, _): for name in names { bound[name] = false }
    case .definition(let function): bound[function.name] = true
    case .expression: break
    }
  }

  /// The first of some letters that names nothing yet.
  func free(of letters: [String], besides taken: [Token]) -> String {
    letters.first { letter in !contains(letter) && !taken.contains { $0.kind == .name(letter) } } ?? "f1"
  }
}

// MARK: Looking around

extension Advice {
  func token(_ index: Int) -> Token { tokens[max(0, min(index, tokens.count - 1))] }
  func isName(_ index: Int, _ name: String) -> Bool { statement.contains(index) && tokens[index].kind == .name(name) }
  func `is`(_ index: Int, _ symbol: Symbol) -> Bool { statement.contains(index) && tokens[index].is(symbol) }
  func isStray(_ index: Int, _ character: String) -> Bool {
    guard statement.contains(index), case .stray = tokens[index].kind else { return false }
    return tokens[index].spelling == character
  }

  /// The name that a token is, other than a keyword.
  func name(_ index: Int) -> String? {
    guard statement.contains(index), case .name(let name) = tokens[index].kind, tokens[index].keyword == nil else {
      return nil
    }
    return name
  }

  /// Whether two neighbours have nothing between them.
  func isGlued(_ index: Int) -> Bool { index > 0 && statement.contains(index) && !tokens[index].hasSpaceBefore }

  func isFunction(_ name: String) -> Bool { names.isFunction(name) || lexicon.number(of: name) != nil }

  /// Whether the statement itself gives a name a meaning: as a parameter, a function or a value.
  func binds(_ name: String) -> Bool {
    func defines(_ index: Int) -> Bool { self.is(index, .assign) || self.is(index, .arrow) }
    return statement.contains { index in
      guard self.name(index) == name else { return false }
      if defines(index + 1) || isName(index - 1, "for") { return true }
      let bracket = self.is(index + 1, .leftParenthesis) ? index + 1 : opener(around: index)
      return bracket.flatMap(closing).map { defines($0 + 1) } ?? false
    }
  }

  /// The source of some tokens.
  func text(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let span = span(range)
    return String(decoding: source[span], as: UTF8.self)
  }

  func span(_ range: Range<Int>) -> Range<Int> {
    tokens[range.lowerBound].span.lowerBound..<tokens[max(range.lowerBound, range.upperBound - 1)].span.upperBound
  }

  /// The tokens up to the end of the expression that begins at one: to what closes its bracket, a comma, or the end.
  func expression(from start: Int) -> Range<Int> {
    var depth = 0
    var index = start
    while index < statement.upperBound {
      switch tokens[index].kind {
      case .symbol(.leftParenthesis), .symbol(.leftBracket): depth += 1
      case .symbol(.rightParenthesis), .symbol(.rightBracket):
        if depth == 0 { return start..<index }
        depth -= 1
      case .symbol(.comma) where depth == 0: return start..<index
      default: break
      }
      index += 1
    }
    return start..<index
  }

  /// Where the expression begins that goes on at a token: behind what opens its bracket, a comma, `=`, or at the start.
  func expressionStart(before end: Int) -> Int {
    var depth = 0
    var index = end
    while index > statement.lowerBound {
      switch tokens[index - 1].kind {
      case .symbol(.rightParenthesis), .symbol(.rightBracket): depth += 1
      case .symbol(.leftParenthesis), .symbol(.leftBracket):
        if depth == 0 { return index }
        depth -= 1
      case .symbol(.comma) where depth == 0, .symbol(.assign) where depth == 0: return index
      default: break
      }
      index -= 1
    }
    return index
  }

  /// The token that closes the bracket which a token opens.
  func closing(_ open: Int) -> Int? {
    var depth = 0
    for index in open..<statement.upperBound {
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

  /// The token that opens the bracket which a token closes.
  func opening(_ close: Int) -> Int? {
    var depth = 0
    for index in (statement.lowerBound...close).reversed() {
      switch tokens[index].kind {
      case .symbol(.rightParenthesis), .symbol(.rightBracket): depth += 1
      case .symbol(.leftParenthesis), .symbol(.leftBracket):
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
    }
    return nil
  }

  /// Whether a value may end with a token.
  func endsOperand(_ index: Int) -> Bool {
    guard statement.contains(index) else { return false }
    return switch tokens[index].kind {
    case .number, .text, .superscript, .superscriptName, .prime, .symbol(.rightParenthesis), .symbol(.rightBracket):
      true
    case .name: tokens[index].keyword == nil
    default: false
    }
  }

  /// Whether a value may begin with a token.
  func startsOperand(_ index: Int) -> Bool {
    guard statement.contains(index) else { return false }
    return switch tokens[index].kind {
    case .number, .text, .symbol(.leftParenthesis), .symbol(.leftBracket), .symbol(.root): true
    case .name: tokens[index].keyword == nil
    default: false
    }
  }

  /// The tokens of the operand that ends before one, its calls and powers included.
  func operand(before end: Int) -> Range<Int>? {
    guard endsOperand(end - 1) else { return nil }
    var start = end - 1
    while true {
      switch tokens[start].kind {
      case .superscript, .superscriptName, .prime: start -= 1
      case .symbol(.rightParenthesis), .symbol(.rightBracket):
        guard let open = opening(start) else { return nil }
        guard open > statement.lowerBound, isGlued(open), endsOperand(open - 1) else { return open..<end }
        start = open - 1
      default: return start..<end
      }
      guard statement.contains(start) else { return nil }
    }
  }

  /// The tokens of the operand that begins with one, its sign, calls and powers included.
  func operand(from start: Int) -> Range<Int>? {
    var index = start
    while self.is(index, .minus) || self.is(index, .plus) || self.is(index, .root) { index += 1 }
    guard startsOperand(index) else { return nil }
    if self.is(index, .leftParenthesis) || self.is(index, .leftBracket) {
      guard let close = closing(index) else { return nil }
      index = close + 1
    } else {
      index += 1
    }
    while statement.contains(index), !tokens[index].hasSpaceBefore {
      switch tokens[index].kind {
      case .superscript, .superscriptName, .prime: index += 1
      case .symbol(.leftParenthesis), .symbol(.leftBracket):
        guard let close = closing(index) else { return nil }
        index = close + 1
      default: return start..<index
      }
    }
    return start..<index
  }

  /// The names in `(a, b)`, or the one name; nil where the tokens are neither.
  func parameters(_ range: Range<Int>) -> [String]? {
    var range = range
    if range.count >= 2, self.is(range.lowerBound, .leftParenthesis), closing(range.lowerBound) == range.upperBound - 1
    {
      range = range.lowerBound + 1..<range.upperBound - 1
    }
    var names: [String] = []
    for (offset, index) in range.enumerated() {
      if offset % 2 == 0 {
        guard let name = name(index) else { return nil }
        names.append(name)
      } else if !self.is(index, .comma) {
        return nil
      }
    }
    return names.count * 2 - 1 == range.count ? names : nil
  }
}

// MARK: Saying it

extension Advice {
  /// A failure that offers other tokens in the place of some.
  func offer(
    _ message: String? = nil, _ text: String, for range: Range<Int>, at place: Range<Int>? = nil, hint: String? = nil
  ) -> Failure {
    let kind: Failure.Kind = failure.kind == .unfinished ? .syntax : failure.kind
    return Failure(
      kind, message ?? failure.message, at: place.map(span) ?? (message == nil ? failure.span : nil) ?? span(range),
      hint: hint ?? "write \(text)", fix: Failure.Fix(replacing: span(range), with: text))
  }

  /// The same, with white space where a word would run into its neighbours.
  func offerWord(_ message: String, _ word: String, for range: Range<Int>) -> Failure {
    let before = isGlued(range.lowerBound) ? " " : ""
    let after = isGlued(range.upperBound) ? " " : ""
    return offer(message, before + word + after, for: range, hint: "write \(word)")
  }

  /// A failure without an offer.
  func say(_ message: String, at range: Range<Int>, hint: String) -> Failure {
    Failure(failure.kind == .unfinished ? .syntax : failure.kind, message, at: span(range), hint: hint)
  }
}

extension Failure {
  /// The most fixes that are tried one after the other.
  private static let mostFixes = 12
  /// Longer sources are not mended.
  private static let longest = 2_000

  /// The same failure with a fix that makes the source readable: where the next thing is wrong after the first is mended,
  /// both are mended at once, and a fix that leads to nothing is not offered.
  func mending(_ source: String, read: (String) throws(Failure) -> Void) -> Failure {
    guard let first = fix else { return self }
    guard source.utf8.count <= Self.longest else { return withoutFix }
    var text = first.applied(to: source)
    for count in 1...Self.mostFixes {
      do {
        try read(text)
        return count == 1 ? self : offering(text, instead: source)
      } catch {
        guard let next = error.fix else { return withoutFix }
        text = next.applied(to: text)
      }
    }
    return withoutFix
  }

  private var withoutFix: Failure {
    var copy = self
    copy.fix = nil
    return copy
  }

  private func offering(_ text: String, instead source: String) -> Failure {
    var copy = self
    copy.fix = Fix(replacing: 0..<source.utf8.count, with: text)
    copy.hint = "write \(text)"
    return copy
  }
}
