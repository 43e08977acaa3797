import Workbench

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
