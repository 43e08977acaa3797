/// What could stand at a place in a line.
public struct Completions: Sendable, Equatable {
  /// The part of the line that a candidate replaces: UTF-8 offsets.
  public let range: Range<Int>
  public let candidates: [Candidate]

  public init(range: Range<Int>, candidates: [Candidate]) {
    self.range = range
    self.candidates = candidates
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
