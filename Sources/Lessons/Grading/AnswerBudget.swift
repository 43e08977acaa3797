/// What an answer may use.
public struct AnswerBudget: Sendable, Equatable {
  /// Evaluation steps, the same on every machine; an answer may always take ten times as many as the solution takes.
  public var steps = 10_000_000
  /// Bytes that one value may take.
  public var memory = 256_000_000
  /// Seconds, for what the steps do not bound.
  public var seconds = 2.0

  public init() {}
}
