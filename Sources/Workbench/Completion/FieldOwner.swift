import Language
import Vocabulary

/// What stands before a dot that is being typed: a value that is known, or a call whose result is declared.
struct FieldOwner {
  /// The fields that may follow; empty where nothing is known of it.
  let fields: [FieldDescription]

  /// Nil where the tokens do not end in a dot behind an operand.
  init?(before tokens: [Token], of source: String, in session: Session) {
    let words = tokens.filter { !$0.isBlank && $0.kind != .end }
    guard let dot = words.last, dot.is(.dot), !dot.hasSpaceBefore, words.count > 1,
      let start = Self.start(of: words.dropLast())
    else { return nil }
    let bytes = Array(source.utf8)
    let text = String(decoding: bytes[start..<dot.span.lowerBound], as: UTF8.self)
    let statements = try? Parser.statements(of: text, lexicon: session.lexicon, variables: session.context.variables)
    guard let statement = statements?.first, case .expression(let expression) = statement.kind else {
      fields = []
      return
    }
    fields = Self.fields(of: expression, in: session)
  }

  /// Where the operand begins that the tokens end in.
  private static func start(of tokens: ArraySlice<Token>) -> Int? {
    var index = tokens.endIndex - 1
    while true {
      let token = tokens[index]
      switch token.kind {
      case .name: break
      case .symbol(.rightParenthesis), .symbol(.rightBracket):
        var depth = 0
        repeat {
          if tokens[index].is(.rightParenthesis) || tokens[index].is(.rightBracket) { depth += 1 }
          if tokens[index].is(.leftParenthesis) || tokens[index].is(.leftBracket) { depth -= 1 }
          index -= 1
        } while depth > 0 && index >= tokens.startIndex
        guard depth == 0 else { return nil }
        let opener = tokens[index + 1]
        guard index >= tokens.startIndex, !opener.hasSpaceBefore, tokens[index].endsOperand else {
          return opener.span.lowerBound
        }
        continue
      default: return nil
      }
      guard index - 2 >= tokens.startIndex, tokens[index - 1].is(.dot), !token.hasSpaceBefore else {
        return token.span.lowerBound
      }
      index -= 2
    }
  }

  private static func fields(of expression: ExpressionSyntax, in session: Session) -> [FieldDescription] {
    if case .call(let callee, _) = expression.node, case .builtin(let number, _) = callee.node {
      return session.lexicon.signatures[number].resultFields
    }
    guard case .object(let object)? = value(of: expression, in: session) else { return [] }
    return session.opened(object).presentFields
  }

  /// What is known without running anything.
  private static func value(of expression: ExpressionSyntax, in session: Session) -> Value? {
    switch expression.node {
    case .variable("_"): return session.context.last
    case .variable(let name): return session.context.variables[name]
    case .field(let owner, let name, _):
      guard case .object(let object)? = value(of: owner, in: session) else { return nil }
      return session.opened(object).field(name)
    // All elements of a list are of one sort, most likely.
    case .element(let owner, _):
      guard case .list(let values)? = value(of: owner, in: session) else { return nil }
      return values.first
    default: return nil
    }
  }
}
