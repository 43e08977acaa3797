import Language
import Vocabulary

extension Builtin {
  static let help = Builtin(
    "help", "Explains a built-in, a sign or a name of yours, or lists everything.",
    .optional("topic", .line, "a name, a sign such as ⁵, or a heading such as distributions"),
    examples: [
      Example(
        "help ⁵",
        gives: """
          ^ ** ² ³ ⁵ ⁻ ⁿ: power; binds tighter than a sign
          type \\^5 Tab, or ^5
            > 0.1⁵ + 2^-1
            0.50001
          """)
    ]
  ) { (session: inout Session, topic) throws(Failure) in
    guard let topic, !topic.isEmpty else { return .object(Report(kind: "help", display: Reference.overview)) }
    if let signature = session.lexicon[topic] {
      return .object(Report(kind: "help", display: Reference.entry(signature)))
    }
    if let display = Reference.section(topic) ?? Reference.sign(topic) ?? session.ownName(topic) {
      return .object(Report(kind: "help", display: display))
    }
    throw Failure(
      .name, "there is no help on '\(topic)'",
      hint: session.lexicon.hint(for: topic, among: Reference.topics) ?? "help lists everything")
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
