import Language
import Vocabulary

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
    guard !result.holds else { return }
    let expected = result.command.expected
    if expected.isEmpty { return remark("The lesson does not expect this.", .doubt) }
    let shown = expected.prefix(8).joined(separator: "\n") + (expected.count > 8 ? "\n…" : "")
    add(.remark([Passage("This is not what the lesson says, which is", .doubt), Passage(.code(shown))]))
  }

  /// Says that an answer is wrong, and why: in the words of the key, which are Markdown, or in standard ones, which begin
  /// with a small letter.
  mutating func doubt(_ message: String) {
    if message.contains(where: \.isNewline) {
      add(.remark([Passage("Not quite.", .doubt), Passage(.code(message))]))
    } else if message.first?.isLowercase == true {
      add(.remark([Passage([TextRun("Not quite: ", .doubt), TextRun(message + ".")])]))
    } else {
      add(.remark(Passage.all(in: message).led(by: TextRun("Not quite. ", .doubt))))
    }
  }
}
