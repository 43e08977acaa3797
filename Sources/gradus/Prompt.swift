import Builtins
import CLibEdit
import Language
import Vocabulary
import Workbench

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

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
    session.runsPrograms = true
    if !Terminal.speaksUTF8 { session.style.notation = .e }
    if !Terminal.isDumb {
      let line = ProgressLine()
      session.progress = { line.show($0) }
      let canvas = LiveCanvas(isColored: usesColor)
      session.canvas = { canvas.show($0) }
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

  func waiting(of text: String) -> String? { session.parse(text).waiting }

  func completions(in text: String, at offset: Int) -> Completions { session.completions(in: text, at: offset) }

  // MARK: Running

  /// Runs the commands of a block one by one; the first that fails ends it.
  private func run(_ text: String) {
    if text.allSatisfy(\.isWhitespace) { return }
    keep(text)
    var lines = InputLines()
    for line in text.lines where !session.interruption.isRequested {
      for input in lines.add(line, in: session) {
        guard execute(input) == .done else { return }
      }
    }
    if let input = lines.finish(in: session) { _ = execute(input) }
  }

  /// Runs the commands of a transcript, errors or not: it may have shown some.
  private func run(transcript commands: [String]) {
    for command in commands {
      editor.show(command)
      keep(command)
      if execute(session.parse(command)) == .interrupted { return }
    }
  }

  private func keep(_ text: String) {
    guard text != lastEntry else { return }
    lastEntry = text
    editor.remember(text)
    history?.append(text)
  }

  private enum Outcome {
    case done, failed
    /// Ctrl-C was pressed, be it that the command stopped by it or that it kept what it had.
    case interrupted
  }

  /// Runs a command. A Ctrl-C that came just after Enter already stops it.
  private func execute(_ input: Parsed) -> Outcome {
    let transcript = session.run(input)
    session.interruption.clear()
    let wasInterrupted = Signals.forget().contains(SIGINT)
    if wasInterrupted { clearEcho() }
    let figures = FigurePrinter(coloring: coloring, width: Terminal.columns, most: Terminal.rows - 2)
    let results = transcript.results.map(figures.text).joined()
    if !results.isEmpty { editor.page(results) }
    if let failure = transcript.failure {
      let message =
        failure.kind == .interrupted
        ? failure.message
        : coloring.text(FailureRenderer.printed(failure, in: input.text, width: Terminal.columns))
      Terminal.write(message + "\n")
    }
    return wasInterrupted ? .interrupted : transcript.failure == nil ? .done : .failed
  }

  /// Takes away the `^C` that the terminal has shown, so that what is printed begins a line.
  private func clearEcho() { Terminal.write(Terminal.isDumb ? "\n" : "\r\u{1B}[K") }
}
