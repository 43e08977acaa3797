import Language
import Vocabulary
import Workbench

/// Runs the commands of a lesson one after the other. A copy is a snapshot: what is tried in it leaves the lesson as it was.
public struct LessonSession: Sendable {
  public var session: Session

  /// A new session with the lesson's settings: seed 0, width 80, no colour.
  public init() { session = Session() }

  /// Runs a command and compares what it prints.
  public mutating func run(_ command: LessonCommand, of block: Block) -> CommandResult {
    let (lines, failure) = output(of: command.source)
    guard let failure else {
      let isFree = !block.isChecked || (block.solution != nil && command.expected.isEmpty)
      return CommandResult(
        command: command, holds: isFree || Matcher.matches(command.expected, lines), output: lines)
    }
    let message = FailureRenderer.render(failure, in: command.source)
    let output = lines + message.lines.map { OutputLine(String($0)) }
    guard let announced = command.expected.firstIndex(where: { $0.drop(while: \.isWhitespace).hasPrefix("error:") })
    else { return CommandResult(command: command, holds: false, output: output, failure: failure) }
    // The source and caret lines may be left out.
    let isWhole = command.expected.count > announced + 1
    let compared = isWhole ? output : Array(output.prefix(lines.count + 1))
    return CommandResult(
      command: command, holds: Matcher.matches(command.expected, compared), output: output, failure: failure)
  }

  /// Runs the commands of a block, those after one that fails too.
  public mutating func run(_ block: Block) -> [CommandResult] { block.commands.map { run($0, of: block) } }

  /// What a text prints when it is run, and how it fails if it does.
  mutating func output(of source: String) -> (lines: [OutputLine], failure: Failure?) {
    if let failure = session.incompleteness(of: source) { return ([], failure) }
    let transcript = session.run(source)
    let printed = transcript.results.map(\.printed).filter { !$0.text.isEmpty }
    return (printed.flatMap(OutputLine.lines), transcript.failure)
  }
}
