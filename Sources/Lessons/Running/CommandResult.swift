import Plotting
import Vocabulary

/// How a command of a lesson went.
public struct CommandResult: Sendable {
  public enum Outcome: Sendable, Equatable {
    case holds, differs
    /// It used up what the lesson may use.
    case overBudget(Budget.Resource)
  }

  public let command: LessonCommand
  public let outcome: Outcome
  /// What it printed, an error included.
  let output: [OutputLine]
  /// The figures among it.
  let figures: [ShownFigure]
  /// How it failed if it did, announced or not.
  public let failure: Failure?

  init(
    command: LessonCommand, outcome: Outcome, output: [OutputLine], figures: [ShownFigure] = [], failure: Failure? = nil
  ) {
    self.command = command
    self.outcome = outcome
    self.output = output
    self.figures = figures
    self.failure = failure
  }

  public var holds: Bool { outcome == .holds }

  /// What ran out, if something did.
  public var excess: Budget.Resource? { if case .overBudget(let resource) = outcome { resource } else { nil } }

  /// What it printed, as text.
  public var outputText: String { output.map(\.text).joined(separator: "\n") }
}

/// A figure that a command showed, and the lines of the output which are its form as text.
struct ShownFigure: Sendable {
  let figure: Figure
  let lines: Range<Int>
}
