import Language
import Vocabulary

/// Failures as lessons show them.
enum FailureText {
  static func lines(of failure: Failure, in source: String) -> [String] {
    FailureRenderer.render(failure, in: source).lines.map { String($0).withoutControls }
  }
}

extension OutputLine {
  /// The line with its numbers marked.
  var styled: StyledLine {
    var runs: [TextRun] = []
    var end = 0
    for (start, number) in numbers.sorted(by: { $0.key < $1.key }) where start >= end {
      if start > end { runs.append(TextRun(String(characters[end..<start]).withoutControls)) }
      runs.append(TextRun(String(characters[number.range]), .number))
      end = number.range.upperBound
    }
    if end < characters.count { runs.append(TextRun(String(characters[end...]).withoutControls)) }
    return StyledLine(runs)
  }
}

extension LessonSession {
  /// The lines of a text, joined while more must follow.
  func commands(of text: String) -> [String] {
    var commands: [String] = []
    var pending: String?
    for line in text.lines {
      let command = pending.map { $0 + "\n" + line } ?? String(line)
      pending = session.incompleteness(of: command) != nil ? command : nil
      if pending == nil, !command.isBlank { commands.append(command) }
    }
    return commands + (pending.map { [$0] } ?? [])
  }
}

extension Answer {
  /// The commands as lines.
  var text: String { sources.joined(separator: "\n") }
}

extension ExerciseTrial {
  /// Whether anything stands in a blank.
  var hasAnswers: Bool { answer.sources != exercise.template.commands.map(\.source) }
}
