import Vocabulary

/// What is said of one answer.
public struct Grade: Sendable, Equatable {
  public enum Verdict: String, Sendable, CaseIterable {
    case right, wrong
    /// Left as it was handed out.
    case blank
    /// Its block or its options are not in the copy.
    case missing
    /// It does not run.
    case failed
    case overBudget = "over budget"
    /// It ended the program that ran it, which no answer should; a person has to look at it.
    case crashed
  }

  public let verdict: Verdict
  /// Why it is not right; empty where the verdict says all.
  public let message: String

  init(_ verdict: Verdict, _ message: String = "") {
    self.verdict = verdict
    self.message = message.shown(atMost: 300)
  }

  init(_ judgement: Judgement) {
    switch judgement.verdict {
    case .right: self.init(.right)
    case .wrong(let message): self.init(.wrong, message)
    case .failed(let failure):
      self.init(failure.kind == .limit || failure.kind == .interrupted ? .overBudget : .failed, failure.message)
    case .undecided: self.init(.missing, "the key is not in this lesson")
    }
  }
}
