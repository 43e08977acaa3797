import Language
import Vocabulary
import Workbench

extension Builtin {
  static let help = Builtin(
    "help", "Explains a built-in, a sign or a name of yours, or lists everything.",
    .optional("topic", .line, "a name, a sign such as ⁵, or a heading such as distributions"),
    documentation: Documentation(
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
    let reference = Reference(session.lexicon)
    guard let topic, !topic.isEmpty else { return .object(Report(kind: "help", display: reference.overview)) }
    if let signature = session.lexicon[topic] {
      return .object(Report(kind: "help", display: reference.entry(signature)))
    }
    if let display = session.ownName(topic) ?? reference.section(topic) ?? reference.sign(topic) {
      return .object(Report(kind: "help", display: display))
    }
    let failure = session.lexicon.unknown(
      topic, "there is no help on '\(topic)'", at: nil, among: reference.topics)
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
