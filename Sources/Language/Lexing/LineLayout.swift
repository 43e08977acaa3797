import Vocabulary

/// Which tokens of a source the parser reads, and where its lines end.
///
/// Line ends inside brackets, after an operator or `->`, and before `then` or `else` of an open `if` are white space; elsewhere
/// they end a statement.
package struct LineLayout {
  /// Whether a line goes on behind its end.
  package enum Continuation {
    case ends, continues
    /// It does where the next line begins with `then` or `else`.
    case mayContinue
  }

  /// Without spaces, comments and the line ends that continue a line.
  private(set) var tokens: [Token] = []
  /// The brackets that are open, innermost last.
  private var open: [(symbol: Symbol, span: Range<Int>)] = []
  /// The `if`s of the statement, outside of brackets, that have no `else` yet.
  private var conditions = 0
  private let lexicon: Lexicon

  package init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// What a parser reads of a source.
  ///
  /// Throws a failure of kind `syntax` at a bracket that does not match, `unfinished` where a text or a bracket is still
  /// open at the end.
  static func tokens(from all: [Token], lexicon: Lexicon) throws(Failure) -> [Token] {
    var layout = LineLayout(lexicon: lexicon)
    try layout.add(all)
    if let opener = layout.open.last {
      throw Failure(.unfinished, "'\(opener.symbol.rawValue)' is never closed", at: opener.span)
    }
    return layout.tokens
  }

  /// Goes on with more tokens. Throws at an open text and at a bracket that does not match.
  package mutating func add(_ more: [Token]) throws(Failure) {
    tokens.reserveCapacity(tokens.count + more.count)
    var passed = 0
    for (index, token) in more.enumerated() where index >= passed && !token.isBlank {
      if let line = wordForWord(more[index...]) {
        tokens += [token, line.token]
        passed = line.end
        continue
      }
      if case .openText = token.kind {
        throw Failure(
          .unfinished, "the text that begins here is never closed",
          at: token.span.lowerBound..<token.span.lowerBound + 1)
      }
      if token.kind == .newline, continues(before: more[index...]) { continue }
      try track(token)
      tokens.append(token)
    }
  }

  /// Whether a bracket waits to be closed.
  package var isOpen: Bool { !open.isEmpty }

  /// Whether the line that has been added last goes on.
  package var continuation: Continuation {
    if !open.isEmpty { return .continues }
    switch tokens.last(where: { $0.kind != .end })?.kind {
    case .symbol(let symbol):
      if symbol.binaryOperator != nil || [.assign, .arrow, .comma, .root, .dots].contains(symbol) { return .continues }
    case .name(let name) where Keyword(rawValue: name) != nil: return .continues
    default: break
    }
    return conditions > 0 ? .mayContinue : .ends
  }

  /// What follows a command that takes its line as it is written, such as `help`, as one text.
  ///
  /// A sign alone is meant itself, so `help ;` and `help #` are no empty `help`.
  private func wordForWord(_ rest: ArraySlice<Token>) -> (token: Token, end: Int)? {
    guard let command = rest.first, case .name(let name) = command.kind, isAtStart,
      lexicon[name]?.parameters.first?.passing == .line
    else { return nil }
    var end = rest.dropFirst().firstIndex { $0.kind == .newline || $0.kind == .end } ?? rest.endIndex
    var words = rest[(rest.startIndex + 1)..<end].filter { $0.kind != .space }
    if words.count > 1 || words.first?.span.count ?? 0 > 1 {
      if let semicolon = rest[(rest.startIndex + 1)..<end].firstIndex(where: { $0.is(.semicolon) }) {
        end = semicolon
        words.removeAll { $0.span.lowerBound >= rest[semicolon].span.lowerBound }
      }
      words.removeAll { $0.kind == .comment }
    }
    guard let first = words.first, let last = words.last, first.hasSpaceBefore,
      !first.is(.assign) || words.dropFirst().allSatisfy({ !$0.hasSpaceBefore })
    else { return nil }
    let texts = words.map { word in
      if words.count == 1, case .text(let text) = word.kind { return text }
      return (word.hasSpaceBefore && word.span != first.span ? " " : "") + (word.kind == .comment ? "#" : word.spelling)
    }
    let span = first.span.lowerBound..<last.span.upperBound
    return (Token(kind: .text(texts.joined()), span: span, hasSpaceBefore: true, spelling: texts.joined()), end)
  }

  /// Whether a statement, or what a name is bound to, begins here.
  private var isAtStart: Bool {
    guard open.isEmpty else { return false }
    return switch tokens.last?.kind {
    case nil, .newline, .symbol(.semicolon), .symbol(.assign): true
    default: false
    }
  }

  private func continues(before rest: ArraySlice<Token>) -> Bool {
    switch continuation {
    case .continues: true
    case .ends: tokens.isEmpty || tokens.last?.kind == .newline
    case .mayContinue: rest.first(where: \.isWord)?.continuesCondition ?? false
    }
  }

  private mutating func track(_ token: Token) throws(Failure) {
    switch token.kind {
    case .newline: conditions = 0
    case .symbol(.semicolon) where open.isEmpty: conditions = 0
    case .name(Keyword.if.rawValue) where open.isEmpty: conditions += 1
    case .name(Keyword.else.rawValue) where open.isEmpty: conditions -= 1
    case .symbol(let symbol) where symbol.closing != nil: open.append((symbol, token.span))
    case .symbol(let symbol) where symbol == .rightParenthesis || symbol == .rightBracket:
      guard let opener = open.popLast() else {
        throw Failure(.syntax, "'\(symbol.rawValue)' closes nothing", at: token.span)
      }
      guard opener.symbol.closing == symbol else {
        throw Failure(
          .syntax, "'\(symbol.rawValue)' does not close the '\(opener.symbol.rawValue)' before it", at: token.span,
          hint: opener.symbol.closing.map { "put '\($0.rawValue)'" },
          fix: opener.symbol.closing.map { Failure.Fix(replacing: token.span, with: $0.rawValue) })
      }
    default: break
    }
  }
}

extension Token {
  /// Whether a line that begins with it goes on with the `if` of the line before.
  package var continuesCondition: Bool { keyword == .then || keyword == .else }
}
