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
  /// How many lines at the end of the output tell of the failure.
  let failureLines: Int
  /// How long it ran.
  let duration: Duration

  init(
    command: LessonCommand, outcome: Outcome, output: [OutputLine], figures: [ShownFigure] = [],
    failure: Failure? = nil, failureLines: Int = 0, duration: Duration = .zero
  ) {
    self.failureLines = failureLines
    self.duration = duration
    self.command = command
    self.outcome = outcome
    self.output = output
    self.figures = figures
    self.failure = failure
  }

  public var holds: Bool { outcome == .holds }

  /// What ran out, if something did.
  public var excess: Budget.Resource? { if case .overBudget(let resource) = outcome { resource } else { nil } }

  /// What is compared with what is expected: of an error the first line, unless more of it is written down; and the
  /// lines that show its place.
  var comparedOutput: (lines: [OutputLine], context: [OutputLine]) {
    let output = Matcher.trimmed(output)
    guard failureLines > 0 else { return (output, []) }
    let error = max(0, output.count - failureLines)
    let isWhole = command.announcedError.map { command.expected.count > $0 + 1 } ?? false
    return isWhole ? (output, []) : (Array(output[...error]), Array(output[(error + 1)...]))
  }

  /// Which of the compared lines is an error that was not expected.
  var unannouncedError: Int? {
    failure == nil || command.announcedError != nil ? nil : comparedOutput.lines.count - 1
  }

  /// What it printed, as text.
  public var outputText: String { output.map(\.text).joined(separator: "\n") }
}

/// A figure that a command showed, and the lines of the output which are its form as text.
struct ShownFigure: Sendable {
  let figure: Figure
  let lines: Range<Int>
}
