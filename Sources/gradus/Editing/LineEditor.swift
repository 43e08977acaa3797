import Workbench

/// What came from the keyboard.
enum Input: Equatable {
  /// A text of one or several lines.
  case text(String)
  /// The commands of a pasted transcript.
  case transcript([String])
  /// An arrow key where nothing is typed and the advisor takes it.
  case arrow(Arrow)
  /// Ctrl-C: the text is given up.
  case interrupted
  /// Ctrl-D on an empty line, or the end of the input.
  case end
}

enum Arrow {
  case left, right, up, down
}

/// What an editor asks about the text that is typed.
protocol EditingAdvisor: AnyObject {
  /// What the text waits for and how to give it up, where more must follow before it can be run.
  func waiting(of text: String) -> String?
  /// What Tab offers at a UTF-8 offset.
  func completions(in text: String, at offset: Int) -> Completions
  /// Whether arrow keys are no matter of the text while nothing is typed.
  var takesArrows: Bool { get }
}

extension EditingAdvisor {
  var takesArrows: Bool { false }
}

/// Reads commands from somebody who types.
protocol LineEditor: AnyObject {
  /// Reads a text that is complete, or that somebody insists on.
  ///
  /// - Parameter offer: what Enter on an empty line stands for; it is shown until something is typed.
  func read(advisor: any EditingAdvisor, prompt: String, offer: String?) -> Input
  /// Shows a command as if it had been typed.
  func show(_ command: String)
  /// Makes an entry come back with the arrow keys.
  func remember(_ entry: String)
  /// Shows a text page by page; false where Ctrl-C ended it.
  func page(_ text: String) -> Bool
  /// Runs something that takes its time; what is typed meanwhile is kept for the next reading.
  func work<Output>(_ body: () -> Output) -> Output
}

extension LineEditor {
  /// Reads a command.
  func read(advisor: any EditingAdvisor) -> Input { read(advisor: advisor, prompt: "> ", offer: nil) }
}

/// The candidates of a completion, a line each with what it is, cut to the window.
struct CandidateList {
  let text: String

  init(_ completions: Completions, columns: Int, rows: Int) {
    let candidates = completions.candidates
    // The rest is only counted, so that what is typed stays in sight.
    let shown = candidates.prefix(max(5, rows - 4))
    let words = shown.map { Terminal.speaksUTF8 ? $0.text : Symbols.ascii($0.text) }
    let width = min(24, words.map(\.count).max() ?? 0)
    var lines = zip(words, shown).map { word, candidate in
      let padding = String(repeating: " ", count: max(0, width - word.count) + 2)
      return String(("  " + word + padding + candidate.summary).prefix(max(10, columns - 1)))
    }
    if let hint = completions.hint { lines.insert(String(hint.prefix(max(10, columns - 1))), at: 0) }
    if candidates.count > shown.count { lines.append("  … and \(candidates.count - shown.count) more") }
    text = lines.map { $0 + "\n" }.joined()
  }
}
