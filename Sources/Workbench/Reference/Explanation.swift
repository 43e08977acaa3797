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
  /// What stands at a UTF-8 offset: the word or sign that the place touches, else the call in whose arguments it lies.
  public func explanation(of line: String, at offset: Int) -> Explanation? {
    let place = min(max(0, offset), line.utf8.count)
    let tokens = Lexer.tokens(of: line).filter { !$0.isBlank && $0.kind != .end && $0.kind != .newline }
    let touched = tokens.filter { $0.span.lowerBound <= place && place <= $0.span.upperBound }
    // A word tells more than the bracket or sign beside it.
    let words = touched.filter(\.isName) + touched.filter { !$0.isName }
    if let found = words.lazy.compactMap(explanation).first { return found }
    let before = String(decoding: line.utf8.prefix(place), as: UTF8.self)
    let call = CallContext(before: Lexer.tokens(of: before), lexicon: lexicon).call
    return call.name.flatMap(explanation)
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
