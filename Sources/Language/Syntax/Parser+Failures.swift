import Vocabulary

extension Parser {
  /// What to say of a token that cannot stand where it stands.
  func unexpected(hint: String? = nil) -> Failure {
    switch current.kind {
    case .end, .newline:
      let before = position > 0 ? tokens[position - 1].spelling : ""
      return Failure(
        .unfinished, before.isEmpty ? "the line breaks off here" : "something must follow '\(before)'",
        at: position > 0 ? tokens[position - 1].span : current.span)
    case .stray(let message, let hint):
      return Failure(.syntax, message, at: current.span, hint: hint)
    case .name(let name) where Keyword(rawValue: name) != nil:
      return Failure(.syntax, "'\(name)' is not expected here", at: current.span)
    case .name, .number, .text, .symbol(.leftParenthesis), .symbol(.leftBracket):
      return Failure(
        .syntax, "'\(current.spelling)' is not expected here", at: current.span,
        hint: hint ?? "an operator is missing before it; × multiplies")
    case .symbol(.comma) where hint == nil:
      return Failure(
        .syntax, "',' is not expected here", at: current.span, hint: "a vector is written [1, 2]")
    case .symbol(.assign):
      return Failure(
        .syntax, "'=' is not expected here", at: current.span, hint: "to compare, write ==")
    default:
      return Failure(.syntax, "'\(current.spelling)' is not expected here", at: current.span, hint: hint)
    }
  }

  /// What may be said of a failure where reading stopped.
  func advice(on failure: Failure) -> Advice {
    var end = statementStart
    var depth = 0
    while end < tokens.count - 1 {
      let token = tokens[end]
      if token.is(.leftParenthesis) || token.is(.leftBracket) { depth += 1 }
      if token.is(.rightParenthesis) || token.is(.rightBracket) { depth -= 1 }
      if depth == 0, token.is(.semicolon) || token.kind == .newline { break }
      end += 1
    }
    return Advice(
      tokens: tokens, source: source, lexicon: lexicon, names: names, statement: statementStart..<end,
      position: min(position, tokens.count - 1), failure: failure)
  }

  /// Whether a name behind a dot can mean a field: not where a number, a constant or a built-in stands before it, nor a
  /// name that means nothing yet, such as that of a module of another language.
  func canHaveFields(_ owner: ExpressionSyntax) -> Bool {
    switch owner.node {
    case .number, .constant, .builtin: return false
    case .variable(let name):
      if name == "_" || names.contains(name) || names.variables == nil { return true }
      // In a function's body the name may get its meaning later.
      return !locals.isEmpty && !Advice.modules.contains(name)
    default: return true
    }
  }

  /// What to say of a name with dots, such as `np.tanh` or `w.shape`.
  func dotted(_ first: Token) -> Failure {
    if case .name(let owner) = first.kind, next.kind == .end || next.kind == .newline {
      let fields: [FieldDescription] =
        if case .object(let object)? = names.variables?[owner] { object.presentFields } else { [] }
      let list = fields.map { "." + $0.name }.joined(separator: ", ")
      return Failure(
        .syntax, "a name must follow the dot", at: current.span,
        hint: fields.isEmpty ? nil : "\(owner) has \(list)")
    }
    if case .name(let owner) = first.kind, case .name(let field) = next.kind,
      let fields = lexicon[owner]?.resultFields, fields.contains(where: { $0.name == field })
    {
      return Failure(
        .syntax, "\(owner) is a function; its result has .\(field)",
        at: first.span.lowerBound..<next.span.upperBound, hint: "write \(owner)(…).\(field)")
    }
    var name = first.spelling
    var end = position
    while tokens[end].is(.dot), case .name(let word) = tokens[end + 1].kind, !tokens[end + 1].hasSpaceBefore {
      name += "." + word
      end += 2
    }
    let span = first.span.lowerBound..<tokens[max(position, end - 1)].span.upperBound
    guard case .name(let owner) = first.kind, !names.contains(owner) else {
      let word = name.split(separator: ".").last.map(String.init) ?? name
      if let signature = lexicon[word], !names.fits(first.spelling, signature) {
        return Failure(.syntax, "nothing can follow a dot here", at: span, hint: "\(first.spelling) has no '\(word)'")
      }
      let owner = first.kind == .name(first.spelling) ? first.spelling : "…"
      let hasMore = tokens[end].is(.leftParenthesis) && !tokens[end + 1].is(.rightParenthesis)
      let hint = lexicon[word].map { "write \($0.name)(\(owner)\(hasMore ? ", …" : ""))" } ?? lexicon.advice(for: word)
      return Failure(.syntax, "nothing can follow a dot here", at: span, hint: hint)
    }
    return lexicon.unknown(name, "there is nothing called '\(name)'", at: span)
  }

  /// What to say where a statement is followed by something other than its end.
  func unexpected(after kind: Statement.Kind) -> Failure {
    guard case .expression(let expression) = kind, current.hasSpaceBefore, startsOperand,
      case .variable(let name) = expression.node
    else { return unexpected() }
    if names.contains(name) { return unexpected() }
    return lexicon.unknown(name, "there is no function '\(name)'", at: expression.span)
  }

  private var startsOperand: Bool {
    switch current.kind {
    case .name(let name): Keyword(rawValue: name) == nil
    case .number, .text, .symbol(.leftParenthesis), .symbol(.leftBracket): true
    default: false
    }
  }
}
