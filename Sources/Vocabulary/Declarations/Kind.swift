/// What an argument must be: how it is read from a value, how messages name it, and what completion offers for it.
public struct Kind<Output: Sendable>: Sendable {
  /// With article, after "must be": `a number ≥ 0`.
  public let noun: String
  /// Words that may stand for it, in the order in which completion lists them.
  public let candidates: [String]
  /// How the argument reaches the built-in.
  public let passing: Passing
  /// How a default value is written in help.
  public let describe: @Sendable (Output) -> String
  /// The argument's meaning, nil where the value is of another sort.
  public let read: @Sendable (Value) throws(Failure) -> Output?

  public init(
    _ noun: String,
    candidates: [String] = [],
    passing: Passing = .value,
    describe: @escaping @Sendable (Output) -> String = { _ in "" },
    read: @escaping @Sendable (Value) throws(Failure) -> Output?
  ) {
    self.noun = noun
    self.candidates = candidates
    self.passing = passing
    self.describe = describe
    self.read = read
  }
}

/// How an argument reaches a built-in.
public enum Passing: Sendable, Equatable {
  /// As what it yields.
  case value
  /// As the expression that is written.
  case expression
  /// The same, where after a command's name a whole command may be written.
  case command
  /// As the word that is written, with or without quotation marks.
  case word
  /// As all the text that follows the command, whatever it is.
  case line
}
