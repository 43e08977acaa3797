import Builtins
import CLibEdit
import Language
import Platform
import Vocabulary
import Workbench

/// The prompt: reads, runs, prints, until Ctrl-D.
final class Prompt: EditingAdvisor {
  private var session = Session()
  private let editor: any LineEditor
  private let history = Result { () throws(Failure) in try HistoryFile() }
  /// Whether it has been said that nothing is kept.
  private var hasWarned = false
  private let coloring: Coloring
  /// What was read when Enter was pressed last.
  private var entered: Parsed?
  private var lastEntry = ""
  private var isLeaving = false

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

  /// Until somebody leaves.
  func run() {
    InterruptKey.install()
    for entry in (try? history.get())?.load() ?? [] {
      editor.remember(entry)
      lastEntry = entry
    }
    Terminal.write(banner + "\n")
    while true {
      switch editor.read(advisor: self) {
      case .end:
        Terminal.write("\n")
        return
      case .interrupted: session.interruption.clear()
      case .arrow: break
      case .text(let text): run(text)
      case .transcript(let commands): run(transcript: commands)
      }
      if isLeaving { return }
    }
  }

  private var banner: String {
    "gradus \(Version.current). help lists what there is, "
      + (editor is PlainEditor ? "" : "Tab completes, ") + "exit or Ctrl-D leaves."
  }

  // MARK: Advice

  func waiting(of text: String) -> String? {
    let input = session.parse(text)
    entered = input
    return LeavingWord.isOne(text) ? nil : input.waiting
  }

  func completions(in text: String, at offset: Int) -> Completions { session.completions(in: text, at: offset) }

  // MARK: Running

  /// Runs a line as it was read at Enter, and the commands of a block one by one; the first that fails ends it.
  private func run(_ text: String) {
    if text.allSatisfy(\.isWhitespace) { return }
    if text.drop(while: \.isWhitespace).hasPrefix(">") {
      // Typed with its prompts, as it stands in a lesson.
      let typed = PastedText(text)
      if typed.isTranscript { return run(transcript: typed.commands) }
    }
    keep(text)
    editor.work {
      if let entered, entered.text == text, text.lines.count == 1 {
        if !session.interruption.isRequested { _ = execute(entered) }
        return
      }
      var lines = InputLines()
      for line in text.lines where !session.interruption.isRequested {
        for input in lines.add(line, in: session) {
          guard execute(input) == .done else { return }
        }
      }
      if let input = lines.finish(in: session) { _ = execute(input) }
    }
  }

  /// Runs the commands of a transcript, errors or not: it may have shown some.
  private func run(transcript commands: [String]) {
    editor.work {
      for command in commands {
        editor.show(command)
        keep(command)
        if execute(session.parse(command)) == .interrupted { return }
      }
    }
  }

  private func keep(_ text: String) {
    guard text != lastEntry else { return }
    lastEntry = text
    editor.remember(text)
    do throws(Failure) {
      try history.get().append(text)
    } catch {
      if !hasWarned { Terminal.write("What you type is not kept: \(error.text().visible()).\n") }
      hasWarned = true
    }
  }

  private enum Outcome {
    case done, failed
    /// Ctrl-C was pressed, be it that the command stopped by it or that it kept what it had.
    case interrupted
  }

  /// Runs a command. A Ctrl-C that came just after Enter already stops it.
  private func execute(_ input: Parsed) -> Outcome {
    if LeavingWord.isOne(input.text), !session.context.variables.keys.contains(input.text.filter(\.isLetter)) {
      isLeaving = true
      return .interrupted
    }
    let names = session.context.variables.keys
    let transcript = editor.work { session.run(input) }
    session.interruption.clear()
    let wasInterrupted = Signals.forget().contains(SIGINT)
    if wasInterrupted { clearEcho() }
    let figures = FigurePrinter(coloring: coloring, width: Terminal.columns, most: Terminal.rows - 2)
    let results = transcript.results.map(figures.text).joined()
    let isSeen = results.isEmpty || editor.page(results)
    tellForgotten(names.filter { !session.context.variables.keys.contains($0) })
    if let failure = transcript.failure {
      let message =
        failure.kind == .interrupted
        ? failure.message
        : coloring.text(FailureRenderer.printed(failure, in: input.text, width: Terminal.columns))
      Terminal.write(message + "\n")
    }
    return wasInterrupted || !isSeen ? .interrupted : transcript.failure == nil ? .done : .failed
  }

  /// `clear` clears the screen elsewhere; here it forgets, which must not happen without a word.
  private func tellForgotten(_ names: [String]) {
    guard !names.isEmpty else { return }
    let shown = names.sorted().prefix(8).joined(separator: ", ")
    let rest = names.count > 8 ? " and \(names.count - 8) more" : ""
    Terminal.write("forgot \(shown)\(rest)" + (names.count > 1 ? "; Ctrl-L clears the screen" : "") + "\n")
  }

  /// Takes away the `^C` that the terminal has shown, so that what is printed begins a line.
  private func clearEcho() { Terminal.write(Terminal.isDumb ? "\n" : "\r\u{1B}[K") }
}
