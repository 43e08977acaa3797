import CLibEdit
import Language
import Vocabulary
import Workbench

/// The prompt: reads, runs, prints, until Ctrl-D.
final class Prompt {
  private var session = Session()
  private let editor: any LineEditor
  private let history = HistoryFile()
  private let usesColor: Bool
  private var lastEntry = ""

  init(usesColor: Bool) {
    self.usesColor = usesColor
    editor = (Terminal.isDumb ? nil : EditlineEditor()) ?? PlainEditor()
    session.interruption = InterruptKey.interruption
    if !Terminal.speaksUTF8 { session.style.notation = .e }
    if !Terminal.isDumb {
      let line = ProgressLine()
      session.progress = { line.show($0) }
    }
  }

  /// Until Ctrl-D; the exit status.
  func run() -> Int32 {
    InterruptKey.install()
    for entry in history?.load() ?? [] {
      editor.remember(entry)
      lastEntry = entry
    }
    editor.setCompleter { [unowned self] line, offset in session.completions(in: line, at: offset) }
    Terminal.write("gradus \(Version.current). help lists what there is, Tab completes, Ctrl-D leaves.\n")
    while let text = readCommand() {
      keep(text)
      execute(text)
    }
    Terminal.write("\n")
    return 0
  }

  /// A whole command, nil at the end; lines are joined while more must follow.
  private func readCommand() -> String? {
    var text = ""
    while true {
      switch editor.read(continues: !text.isEmpty) {
      case .end: return nil
      case .interrupted:
        session.interruption.clear()
        Terminal.write("^C\n")
        text = ""
      case .line(let line):
        text += text.isEmpty ? line : "\n" + line
        if text.allSatisfy(\.isWhitespace) {
          text = ""
        } else if session.incompleteness(of: text) == nil || line.allSatisfy(\.isWhitespace) {
          return text
        }
      }
    }
  }

  private func keep(_ text: String) {
    guard text != lastEntry else { return }
    lastEntry = text
    editor.remember(text)
    history?.append(text)
  }

  /// A Ctrl-C that came just after Enter already stops the command.
  private func execute(_ text: String) {
    let transcript = session.run(text)
    session.interruption.clear()
    for result in transcript.results where !result.printed.text.isEmpty {
      Terminal.write(result.printed.text + "\n")
    }
    if let failure = transcript.failure {
      let message = failure.kind == .interrupted ? failure.message : FailureRenderer.render(failure, in: text)
      Terminal.write(colored(message) + "\n")
    }
  }

  /// The word `error` in red.
  private func colored(_ message: String) -> String {
    guard usesColor, message.hasPrefix("error") else { return message }
    return "\u{1B}[31merror\u{1B}[0m" + message.dropFirst("error".count)
  }
}
