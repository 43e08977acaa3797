import Vocabulary
import Workbench

extension LessonSession {
  /// The lines of a text, joined while more must follow.
  func commands(of text: String) -> [String] {
    var lines = InputLines()
    var commands: [String] = []
    for line in text.lines { commands += lines.add(line, in: session).map(\.text).filter { !$0.isBlank } }
    return commands + (lines.finish(in: session).map { [$0.text] } ?? [])
  }
}
