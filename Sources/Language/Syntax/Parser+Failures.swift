import Vocabulary

extension Parser {
  /// What to say of a token that cannot stand where it stands.
  func unexpected() -> Failure {
    switch current.kind {
    case .end, .newline:
      return Failure(.unfinished, "the line breaks off here", at: current.span)
    case .name(let name) where Keyword(rawValue: name) != nil:
      return Failure(.syntax, "'\(name)' is not expected here", at: current.span)
    case .name, .number, .text, .symbol(.leftParenthesis), .symbol(.leftBracket):
      return Failure(
        .syntax, "'\(current.spelling)' is not expected here", at: current.span,
        hint: "an operator is missing before it; × multiplies")
    case .symbol(.assign):
      return Failure(
        .syntax, "'=' is not expected here", at: current.span, hint: "to compare, write ==")
    default:
      return Failure(.syntax, "'\(current.spelling)' is not expected here", at: current.span)
    }
  }

  /// What to say where a statement is followed by something other than its end.
  func unexpected(after kind: Statement.Kind) -> Failure {
    guard case .expression(let expression) = kind, current.hasSpaceBefore, startsOperand,
      case .variable(let name) = expression.node
    else { return unexpected() }
    if variables[name] != nil {
      return Failure(
        .syntax, "'\(current.spelling)' is not expected here", at: current.span,
        hint: "only built-ins take arguments without parentheses: write \(name)(…)")
    }
    return Failure(
      .name, "there is no function '\(name)'", at: expression.span,
      hint: Suggestion.hint(for: name, among: lexicon.names))
  }

  private var startsOperand: Bool {
    switch current.kind {
    case .name(let name): Keyword(rawValue: name) == nil
    case .number, .text, .symbol(.leftParenthesis), .symbol(.leftBracket): true
    default: false
    }
  }
}
