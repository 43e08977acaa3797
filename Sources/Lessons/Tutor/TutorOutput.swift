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
  /// Commands with what they printed, which take the place of the view that was shown before where that can still be done.
  case view([TutorOutput])
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

/// What the tutor has to show of the input that it is dealing with.
struct TutorScript: Sendable {
  private var outputs: [TutorOutput] = []
  /// What was said and need not be said again.
  private var explained: Set<String> = []

  /// Everything so far, which is then shown.
  mutating func take() -> [TutorOutput] {
    defer { outputs = [] }
    return outputs
  }

  mutating func add(_ output: TutorOutput) { outputs.append(output) }

  mutating func remark(_ text: String, _ style: TextStyle = []) { add(.remark([Passage(text, style)])) }

  /// Says something once in a lesson.
  mutating func explain(_ text: String) {
    if explained.insert(text).inserted { remark(text) }
  }

  /// A command of the lesson with what it printed.
  mutating func showWhole(_ result: CommandResult) {
    add(.command(result.command.source))
    show(result)
  }

  mutating func show(_ result: CommandResult) {
    let source = result.command.source
    let message = result.failure.map { $0.lines(in: source).count } ?? 0
    show(Printout(Array(result.output.dropLast(message)), result.figures, result.failure), of: source)
  }

  mutating func show(_ printout: Printout, of source: String) {
    outputs += printout.output
    guard let failure = printout.failure else { return }
    var message = Printed()
    if failure.kind == .interrupted {
      message.append(failure.message)
    } else {
      message = FailureRenderer.printed(failure, in: source)
    }
    add(.failure(message))
  }

  /// Says where the lesson promises something else.
  mutating func compare(_ result: CommandResult) {
    let deviation = result.deviation
    if !deviation.isEmpty { add(.remark(deviation)) }
  }

  /// Says that an answer is wrong, and why.
  mutating func doubt(_ message: String) { add(.remark(.doubt(message))) }
}

extension CommandResult {
  /// What is said where the lesson promises something else; empty where it does not.
  var deviation: [Passage] {
    if holds { return [] }
    let expected = command.expected
    if expected.isEmpty { return [Passage("The lesson does not expect this.", .doubt)] }
    let shown = expected.prefix(8).joined(separator: "\n") + (expected.count > 8 ? "\n…" : "")
    return [Passage("This is not what the lesson says, which is", .doubt), Passage(.code(shown))]
  }
}

extension [Passage] {
  /// Says that an answer is wrong, and why: in the words of the key, which are Markdown, or in standard ones, which begin
  /// with a small letter.
  static func doubt(_ message: String) -> [Passage] {
    if message.contains(where: \.isNewline) {
      [Passage("Not quite.", .doubt), Passage(.code(message))]
    } else if message.first?.isLowercase == true {
      [Passage([TextRun("Not quite: ", .doubt), TextRun(message + ".")])]
    } else {
      Passage.all(in: message).led(by: TextRun("Not quite. ", .doubt))
    }
  }
}
