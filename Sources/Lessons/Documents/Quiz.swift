/// A question with options to choose from.
public struct Quiz: Sendable, Equatable {
  public let id: String
  public let points: Int
  public let options: [Option]
  /// The letters of the right options; none where the key is kept elsewhere.
  public let answers: [String]
  /// What to say of a wrong option, by its letter.
  public let messages: [Message]
  /// The lines of the options, counted from 1.
  public let lines: ClosedRange<Int>
  /// The lines of the key.
  public let keyLines: ClosedRange<Int>

  /// Whether more than one option is right; a copy tells that, too.
  public let asksForSeveral: Bool

  /// Whether this copy was handed out without its key.
  public var isKept: Bool { answers.isEmpty }

  /// An item `- a) grows`, in a copy handed out `- [ ] a) grows`.
  public struct Option: Sendable, Equatable {
    public let letter: String
    /// Markdown.
    public let text: String
    public let line: Int
    /// Whether its box is ticked.
    public let isChosen: Bool
  }

  public struct Message: Sendable, Equatable {
    public let letter: String
    public let text: String
    public let line: Int
  }
}
