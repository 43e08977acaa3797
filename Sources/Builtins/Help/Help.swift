import Language
import Vocabulary
import Workbench

extension Builtin {
  static let help = Builtin(
    "help", "Explains a built-in, a sign or a name of yours, and finds what is about some words.",
    .optional("topic", .line, "a name, a sign such as ⁵, a heading such as distributions, or words to look for"),
    documentation: Documentation(
      notes:
        "Looked through are names, what others call them, summaries, arguments, notes, the pages about the language and "
        + "the headings of the lessons. Without a topic it shows where to begin and lists everything.",
      examples: [
        Example(
          "help ⁵",
          gives: """
            ^ ** ² ³ ⁵ ⁻ ⁿ: power; binds tighter than a sign
            type \\^5 Tab, or ^5
              > 0.1⁵ + 2^-1
              0.50001
            """)
      ])
  ) { (session: inout Session, topic) throws(Failure) in
    let reference = Reference(session.builtins)
    guard let topic, !topic.isEmpty else { return .object(Report(kind: "help", display: reference.overview)) }
    if session.lexicon[topic] == nil, let display = session.ownName(topic) {
      return .object(Report(kind: "help", display: display))
    }
    if let display = reference.answer(to: topic) { return .object(Report(kind: "help", display: display)) }
    let failure = session.lexicon.unknown(
      topic, "there is no help on '\(topic)'", at: nil, among: reference.topics + reference.pages.map(\.name))
    throw failure.hint == nil ? failure.hinting("help lists everything") : failure
  }
}

extension Session {
  /// What is known of one of the learner's names.
  fileprivate func ownName(_ name: String) -> Display? {
    guard let value = context.variables[name] else { return nil }
    if case .function = value { return value.display }
    return Display("\(name) is \(value.noun)")
  }
}
