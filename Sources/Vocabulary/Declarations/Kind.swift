/// What an argument must be: how it is read from a value, how messages name it, and what completion offers for it.
public struct Kind<Output: Sendable>: Sendable {
  /// With article, after "must be": `a number ≥ 0`.
  public let noun: String
  /// Words that may stand for it, in the order in which completion lists them.
  public let candidates: [String]
  /// Whether the argument is passed as it is written, not as what it yields.
  public let isQuoted: Bool
  /// How a default value is written in help.
  public let describe: @Sendable (Output) -> String
  /// The argument's meaning, nil where the value is of another sort.
  public let read: @Sendable (Value) throws(Failure) -> Output?

  public init(
    _ noun: String,
    candidates: [String] = [],
    isQuoted: Bool = false,
    describe: @escaping @Sendable (Output) -> String = { _ in "" },
    read: @escaping @Sendable (Value) throws(Failure) -> Output?
  ) {
    self.noun = noun
    self.candidates = candidates
    self.isQuoted = isQuoted
    self.describe = describe
    self.read = read
  }
}
