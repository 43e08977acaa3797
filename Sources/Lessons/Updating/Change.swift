/// What an update would write in the place of a command's expected output.
public struct Change: Sendable {
  public let command: LessonCommand
  /// The lines that go, with their numbers in the file, and those that come; in the order of the file.
  public let parts: [Part]
  /// What must match after the change.
  let output: [OutputLine]

  public struct Part: Sendable, Equatable {
    /// Counted from 1.
    public let line: Int
    public let old: [String]
    public let new: [String]
  }

  /// Where the command stands.
  public var line: Int { command.line }
}

/// A command whose expected output an update leaves as it is although it differs.
public struct Refusal: Sendable, Equatable {
  public let line: Int
  public let message: String
}
