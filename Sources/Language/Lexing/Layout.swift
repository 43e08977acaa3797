import Vocabulary

/// Which tokens of a source the parser reads, and where its lines end.
///
/// Line ends inside brackets, after an operator, and before `then` or `else` of an open `if` are white space; elsewhere
/// they end a statement.
package struct Layout {
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

  package init() {}

  /// What a parser reads of a source.
  ///
  /// Throws a failure of kind `syntax` at a bracket that does not match, `unfinished` where a text or a bracket is still
  /// open at the end.
  static func tokens(from all: [Token]) throws(Failure) -> [Token] {
    var layout = Layout()
    try layout.add(all)
    if let opener = layout.open.last {
      throw Failure(.unfinished, "'\(opener.symbol.rawValue)' is never closed", at: opener.span)
    }
    return layout.tokens
  }

  /// Goes on with more tokens. Throws at an open text and at a bracket that does not match.
  package mutating func add(_ more: [Token]) throws(Failure) {
    tokens.reserveCapacity(tokens.count + more.count)
    for (index, token) in more.enumerated() where !token.isBlank {
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
      if symbol.binaryOperator != nil || [.assign, .comma, .root, .dots].contains(symbol) { return .continues }
    case .name(let name) where Keyword(rawValue: name) != nil: return .continues
    default: break
    }
    return conditions > 0 ? .mayContinue : .ends
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
