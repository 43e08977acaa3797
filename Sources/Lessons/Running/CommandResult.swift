import Vocabulary

/// How a command of a lesson went.
public struct CommandResult: Sendable {
  public let command: LessonCommand
  public let holds: Bool
  /// What it printed, an error included.
  let output: [OutputLine]
  /// How it failed if it did, announced or not.
  public let failure: Failure?

  init(command: LessonCommand, holds: Bool, output: [OutputLine], failure: Failure? = nil) {
    self.command = command
    self.holds = holds
    self.output = output
    self.failure = failure
  }

  /// The same as text.
  public var outputText: String { output.map(\.text).joined(separator: "\n") }
}
