import Language
import Plotting
import Vocabulary
import Workbench

/// Something that the tutor shows.
public enum TutorOutput: Sendable, Equatable {
  /// Prose, with blank lines around it.
  case prose([Passage])
  /// A command, as a prompt shows it.
  case command(String)
  /// What a command printed.
  case result([StyledLine])
  /// A figure, and the lines that show it where nobody draws it in another way.
  case figure(Figure, [StyledLine])
  /// An error, as it is rendered.
  case failure(Printed)
  /// What the tutor itself says.
  case remark([Passage])
}

/// What a command printed, the figures among it, and how it failed if it did.
struct Printout: Sendable {
  let lines: [OutputLine]
  let figures: [ShownFigure]
  let failure: Failure?

  init(_ lines: [OutputLine], _ figures: [ShownFigure], _ failure: Failure?) {
    (self.lines, self.figures, self.failure) = (lines, figures, failure)
  }

  /// The lines and figures in their order.
  var output: [TutorOutput] {
    var output: [TutorOutput] = []
    var end = 0
    for shown in figures {
      let range = shown.lines.clamped(to: end..<lines.count)
      if end < range.lowerBound { output.append(.result(lines[end..<range.lowerBound].map(\.styled))) }
      output.append(.figure(shown.figure, lines[range].map(\.styled)))
      end = range.upperBound
    }
    return end < lines.count ? output + [.result(lines[end...].map(\.styled))] : output
  }
}

extension LessonSession {
  /// Runs a command that is no part of the lesson.
  mutating func printout(of source: String) -> Printout {
    let (lines, failure) = output(of: source)
    return Printout(lines, figures, failure)
  }
}

extension LessonSession {
  /// The lines of a text, joined while more must follow.
  func commands(of text: String) -> [String] {
    var commands: [String] = []
    var lines = InputLines()
    for line in text.lines { commands += lines.add(line, in: session).map(\.text).filter { !$0.isBlank } }
    return commands + (lines.finish(in: session).map { [$0.text] } ?? [])
  }
}

extension Failure {
  /// As lessons show it.
  func lines(in source: String) -> [String] {
    FailureRenderer.render(self, in: source).lines.map { String($0).visible(keepsLines: true) }
  }
}
