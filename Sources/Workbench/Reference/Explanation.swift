import Language
import Vocabulary

/// What can be said of a place in a line.
public enum Explanation: Sendable {
  case builtin(Signature)
  /// One of the learner's names.
  case own(name: String, value: Value)
  /// A sign or word of the notation, as help explains it.
  case sign(Display)
}

extension Session {
  /// What stands at a UTF-8 offset: the word or sign that the place touches, else the call that ends there or in whose arguments
  /// it lies.
  public func explanation(of line: String, at offset: Int) -> Explanation? {
    let place = min(max(0, offset), line.utf8.count)
    let tokens = Lexer.tokens(of: line).filter { !$0.isBlank && $0.kind != .end && $0.kind != .newline }
    let touched = tokens.filter { $0.span.lowerBound <= place && place <= $0.span.upperBound }
    // A word tells more than the bracket or sign beside it.
    let words = touched.filter(\.isName) + touched.filter { !$0.isName }
    if let found = words.lazy.compactMap(explanation).first { return found }
    if let closed = touched.first(where: { $0.is(.rightParenthesis) }), let name = Self.callee(of: closed, in: tokens) {
      return explanation(of: name)
    }
    let before = String(decoding: line.utf8.prefix(place), as: UTF8.self)
    let call = CallContext(before: Lexer.tokens(of: before), lexicon: lexicon).call
    return call.name.flatMap(explanation)
  }

  /// The word before the bracket that one closes.
  private static func callee(of closing: Token, in tokens: [Token]) -> String? {
    var depth = 0
    let before = tokens.prefix { $0.span.upperBound <= closing.span.upperBound }
    for (index, token) in before.enumerated().reversed() {
      if token.is(.rightParenthesis) { depth += 1 }
      if token.is(.leftParenthesis) { depth -= 1 }
      if depth == 0 { return index > 0 && before[index - 1].isName ? before[index - 1].spelling : nil }
    }
    return nil
  }

  private func explanation(of token: Token) -> Explanation? {
    if token.isName, let found = explanation(of: token.spelling) { return found }
    switch token.kind {
    case .symbol(.leftParenthesis), .symbol(.rightParenthesis), .symbol(.comma), .symbol(.leftBracket),
      .symbol(.rightBracket), .number, .text, .openText, .comment:
      return nil
    default: return Reference(builtins).sign(token.spelling).map { .sign($0) }
    }
  }

  private func explanation(of name: String) -> Explanation? {
    if let value = context.variables[name] { return .own(name: name, value: value) }
    return lexicon[name].map { .builtin($0) }
  }
}

extension Token {
  fileprivate var isName: Bool { if case .name = kind { keyword == nil } else { false } }
}
