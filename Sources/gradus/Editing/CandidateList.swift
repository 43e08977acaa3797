import Workbench

/// The candidates of a completion, a line each with what it is, cut to the window.
struct CandidateList {
  /// More are only counted.
  private static let most = 40

  let text: String

  init(_ candidates: [Candidate], columns: Int) {
    let shown = candidates.prefix(Self.most)
    let width = min(24, shown.map(\.text.count).max() ?? 0)
    var lines = shown.map { candidate in
      let padding = String(repeating: " ", count: max(0, width - candidate.text.count) + 2)
      return String(("  " + candidate.text + padding + candidate.summary).prefix(max(10, columns - 1)))
    }
    if candidates.count > Self.most { lines.append("  … and \(candidates.count - Self.most) more") }
    text = lines.map { $0 + "\n" }.joined()
  }
}
