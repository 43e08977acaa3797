import Vocabulary

/// The built-ins of a session. A conversation knows no built-in of its own: it is handed a table, which may hold three.
public struct BuiltinTable: Sendable {
  /// In the order of the reference.
  public let all: [Builtin]
  /// By name, with the words that other libraries have for them.
  public let lexicon: Lexicon
  /// Words of other languages that no single built-in answers.
  public let foreignNames: [ForeignName]

  /// - Parameters:
  ///   - headings: the built-ins under each heading of the reference.
  ///   - foreignNames: words of other languages that no single built-in answers, and what to write instead.
  public init(_ headings: [(topic: String, builtins: [Builtin])], foreignNames: [ForeignName] = []) {
    self.foreignNames = foreignNames
    all = headings.flatMap { heading in heading.builtins.map { $0.under(heading.topic) } }
    lexicon = Lexicon(all.map(\.signature), foreignNames: foreignNames)
  }
}
