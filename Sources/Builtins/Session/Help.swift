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
    guard failure.hint == nil else { throw failure }
    let related = session.lexicon.names(about: topic)
    throw failure.hinting(
      related.isEmpty ? "help lists everything" : "see help \(related.joined(separator: ", help "))")
  }
}

extension Lexicon {
  /// The first few built-ins in whose name, summary, parameters or notes each word of a topic, or the beginning of one,
  /// stands.
  fileprivate func names(about topic: String, most: Int = 5) -> [String] {
    // Without endings: clipping is about clip, vanishing about vanish.
    let wanted = topic.lowercased().split(whereSeparator: \.isWhitespace).map { word in
      String(word.prefix(max(4, word.count - 4)))
    }
    guard wanted.allSatisfy({ $0.count >= 3 }) else { return [] }
    return signatures.filter { signature in
      let texts =
        [signature.name, signature.summary, signature.documentation.notes ?? ""]
        + signature.parameters.flatMap { [$0.name, $0.meaning] }
      let words = texts.flatMap { $0.lowercased().split { !$0.isLetter } }
      return wanted.allSatisfy { part in words.contains { $0.hasPrefix(part) } }
    }.prefix(most).map(\.name)
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
