/// What could stand at a place in a line.
public struct Completions: Sendable, Equatable {
  /// The part of the line that a candidate replaces: UTF-8 offsets.
  public let range: Range<Int>
  public let candidates: [Candidate]
  /// A line about the place: how the call is written that is being typed.
  public let hint: String?

  public init(range: Range<Int>, candidates: [Candidate], hint: String? = nil) {
    self.range = range
    self.candidates = candidates
    self.hint = hint
  }
}

/// A word that completes what is typed, with a line about it.
public struct Candidate: Sendable, Equatable {
  public let text: String
  public let summary: String

  public init(text: String, summary: String) {
    self.text = text
    self.summary = summary
  }
}

extension [Candidate] {
  /// Those that a word begins; else those that it begins in any case of letters; else those that hold it somewhere.
  ///
  /// A word that is complete is no candidate for itself.
  func matching(_ word: String) -> [Candidate] {
    let folded = word.lowercased()
    let rules: [(String) -> Bool] = [
      { $0.hasPrefix(word) }, { $0.lowercased().hasPrefix(folded) },
      { folded.count > 1 && $0.lowercased().contains(folded) },
    ]
    for fits in rules {
      let matches = filter { fits($0.text) }
      if matches.contains(where: { $0.text != word }) { return matches }
    }
    return []
  }
}
