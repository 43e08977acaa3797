/// What can stand at a place in what a student types. Places count UTF-16 units, as browsers do.
public struct StepCompletions: Sendable, Hashable {
  public struct Candidate: Sendable, Hashable {
    public let text: String
    /// What it is, in a few words; may be empty.
    public let summary: String

    public init(text: String, summary: String) {
      self.text = text
      self.summary = summary
    }
  }

  /// What a candidate takes the place of.
  public var range: Range<Int>
  public var candidates: [Candidate]
  /// How the call around the place is written; nil outside of one.
  public var hint: String?

  public init(range: Range<Int>, candidates: [Candidate], hint: String? = nil) {
    self.range = range
    self.candidates = candidates
    self.hint = hint
  }
}
