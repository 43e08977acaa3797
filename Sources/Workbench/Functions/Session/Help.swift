import Language
import Vocabulary

extension Builtin {
  static let help = Builtin(
    "help", "Explains a built-in, or lists them all.",
    .optional("topic", .expression, "a name, or a heading such as distributions"),
    examples: [Example("help length", gives: """
      length(x)
      How many elements a vector or list has; of a matrix, how many rows.
        x   a value   a vector, a matrix or a list
      > length(1..10)
      10
      """)]
  ) { (session: inout Session, topic) throws(Failure) in
    guard let topic else { return .object(Report(kind: "help", display: Reference.overview)) }
    let word = topic.expression.name
    if let signature = session.lexicon[word] {
      return .object(Report(kind: "help", display: Reference.entry(signature)))
    }
    if let section = Reference.section(word) { return .object(Report(kind: "help", display: section)) }
    throw Failure(
      .name, "there is no help on '\(word)'", at: topic.expression.span,
      hint: Suggestion.hint(for: word, among: session.lexicon.names + Reference.topics) ?? "help lists everything")
  }
}

extension Expression {
  /// The word that the expression is, or its source.
  fileprivate var name: String {
    if case .text(let text) = node { return text }
    return source
  }
}
