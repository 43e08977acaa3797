/// What a part of a text is, for whoever shows it in colours, as a page or plainly.
public enum Role: Sendable, Equatable {
  /// A number that was computed.
  case number
  /// A word of the language or a learner's name, quoted in a message.
  case name
  /// The word that says that something went wrong.
  case error
  /// The mark under a place in a source line.
  case place
}
