import CLibEdit
import Language
import Vocabulary
import Workbench

/// The prompt: reads, runs, prints, until Ctrl-D.
final class Prompt: EditingAdvisor {
  private var session = Session()
  private let editor: any LineEditor
  private let history = HistoryFile()
  private let coloring: Coloring
  private var lastEntry = ""

  init(usesColor: Bool) {
    coloring = Coloring(isEnabled: usesColor)
    editor = (Terminal.isDumb ? nil : EditlineEditor(usesColor: usesColor)) ?? PlainEditor()
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
    Terminal.write("gradus \(Version.current). help lists what there is, Tab completes, Ctrl-D leaves.\n")
    while true {
      switch editor.read(advisor: self) {
      case .end:
        Terminal.write("\n")
        return 0
      case .interrupted: session.interruption.clear()
      case .text(let text): run(text)
      case .transcript(let commands): run(transcript: commands)
      }
    }
  }

  // MARK: Advice

  func isIncomplete(_ text: String) -> Bool { session.incompleteness(of: text) != nil }

  func completions(in text: String, at offset: Int) -> Completions { session.completions(in: text, at: offset) }

  // MARK: Running

  /// Runs the commands of a block one by one; the first that fails ends it.
  private func run(_ text: String) {
    if text.allSatisfy(\.isWhitespace) { return }
    keep(text)
    for command in commands(of: text) {
      guard execute(command) else { return }
    }
  }

  /// Runs the commands of a transcript, errors or not: it may have shown some.
  private func run(transcript commands: [String]) {
    for command in commands {
      editor.show(command)
      keep(command)
      let isInterrupted = !execute(command) && wasInterrupted
      if isInterrupted { return }
    }
  }

  /// The lines of a text, joined while more must follow.
  private func commands(of text: String) -> [String] {
    var commands: [String] = []
    var pending: String?
    for line in text.lines {
      let command = pending.map { $0 + "\n" + line } ?? String(line)
      pending = isIncomplete(command) ? command : nil
      if pending == nil { commands.append(command) }
    }
    return commands + (pending.map { [$0] } ?? [])
  }

  private func keep(_ text: String) {
    guard text != lastEntry else { return }
    lastEntry = text
    editor.remember(text)
    history?.append(text)
  }

  private var wasInterrupted = false

  /// Whether it went well. A Ctrl-C that came just after Enter already stops the command.
  private func execute(_ text: String) -> Bool {
    let transcript = session.run(text)
    wasInterrupted = session.interruption.isRequested
    session.interruption.clear()
    if wasInterrupted || transcript.failure?.kind == .interrupted { clearEcho() }
    let results = transcript.results.map(\.printed).filter { !$0.text.isEmpty }
    if !results.isEmpty { editor.page(results.map { coloring.result($0) + "\n" }.joined()) }
    guard let failure = transcript.failure else { return true }
    wasInterrupted = wasInterrupted || failure.kind == .interrupted
    let message = failure.kind == .interrupted ? failure.message : FailureRenderer.render(failure, in: text)
    Terminal.write(coloring.failure(message) + "\n")
    return false
  }

  /// Takes away the `^C` that the terminal has shown, so that what is printed begins a line.
  private func clearEcho() { Terminal.write(Terminal.isDumb ? "\n" : "\r\u{1B}[K") }
}
