import Vocabulary

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
