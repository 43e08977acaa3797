import Language
import Vocabulary
import Workbench

/// How a lesson went.
public struct LessonResult: Sendable {
  public let path: String
  public internal(set) var commands: [CommandResult] = []
  /// Why the file could not be read as a lesson.
  public internal(set) var failure: DocumentFailure?

  /// Commands that were run.
  public var count: Int { commands.count }
  public var failed: [CommandResult] { commands.filter { !$0.holds } }
}

/// How a command of a lesson went.
public struct CommandResult: Sendable {
  public let command: LessonCommand
  public let holds: Bool
  /// What it printed, an error included.
  let output: [OutputLine]

  /// The same as text.
  public var outputText: String { output.map(\.text).joined(separator: "\n") }
}

/// Runs lessons.
public enum Lesson {
  /// Whether a text holds commands at all.
  static func isLesson(_ markdown: String) -> Bool {
    markdown.lines.contains { line in
      let bare = line.drop { $0.isWhitespace || $0 == ">" || $0 == "-" || $0 == "*" }
      guard let fence = bare.first, fence == "`" || fence == "~" else { return false }
      return bare.drop { $0 == fence }.drop(while: \.isWhitespace).hasPrefix("gradus")
    }
  }

  /// Runs a file in a session of its own. Commands after one that fails are run all the same.
  public static func run(_ path: String) -> LessonResult {
    var result = LessonResult(path: path)
    switch TextFile.read(path) {
    case .failure(let failure):
      result.failure = DocumentFailure(line: nil, message: failure.message, hint: failure.hint)
    case .success(let text):
      do {
        result.commands = run(try Document(text))
      } catch {
        result.failure = error
      }
    }
    return result
  }

  /// Runs the blocks of a document in a new session.
  public static func run(_ document: Document) -> [CommandResult] {
    var session = Session()
    var results: [CommandResult] = []
    for block in document.blocks where block.isRun {
      for command in block.commands { results.append(run(command, of: block, in: &session)) }
    }
    return results
  }

  private static func run(_ command: LessonCommand, of block: Block, in session: inout Session) -> CommandResult {
    if let failure = session.incompleteness(of: command.source) {
      return result(command, of: block, [], failure)
    }
    let transcript = session.run(command.source)
    let printed = transcript.results.map(\.printed).filter { !$0.text.isEmpty }
    return result(command, of: block, printed.flatMap(OutputLine.lines), transcript.failure)
  }

  private static func result(
    _ command: LessonCommand, of block: Block, _ lines: [OutputLine], _ failure: Failure?
  ) -> CommandResult {
    guard let failure else {
      let holds = !block.isChecked || Matcher.matches(command.expected, lines)
      return CommandResult(command: command, holds: holds, output: lines)
    }
    let message = FailureRenderer.render(failure, in: command.source)
    let output = lines + message.lines.map { OutputLine(String($0)) }
    guard let announced = command.expected.firstIndex(where: { $0.drop(while: \.isWhitespace).hasPrefix("error:") })
    else { return CommandResult(command: command, holds: false, output: output) }
    // The source and caret lines may be left out.
    let isWhole = command.expected.count > announced + 1
    let compared = isWhole ? output : Array(output.prefix(lines.count + 1))
    return CommandResult(
      command: command, holds: Matcher.matches(command.expected, compared), output: output)
  }
}
