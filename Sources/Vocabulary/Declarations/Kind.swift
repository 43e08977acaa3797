/// What an argument must be: how it is read from a value and made into one, how messages name it, and what completes it.
public struct Kind<Output: Sendable>: Sendable {
  /// With article, after "must be": `a number ≥ 0`.
  public let noun: String
  public let domain: Domain
  public let completion: Completion
  /// How the argument reaches the built-in.
  public let passing: Passing
  /// The value from which an output is read: what a default is as a value. Nil where there is none.
  public let value: @Sendable (Output) -> Value?
  private let shown: (@Sendable (Output) -> String)?
  /// The argument's meaning, nil where the value is of another sort.
  public let read: @Sendable (Value) throws(Failure) -> Output?

  public init(
    _ noun: String,
    _ domain: Domain,
    completion: Completion = .none,
    passing: Passing = .value,
    value: @escaping @Sendable (Output) -> Value? = { _ in nil },
    shown: (@Sendable (Output) -> String)? = nil,
    read: @escaping @Sendable (Value) throws(Failure) -> Output?
  ) {
    self.noun = noun
    self.domain = domain
    self.completion = completion
    self.passing = passing
    self.value = value
    self.shown = shown
    self.read = read
  }

  /// How an output is typed: a word bare where it is taken as it is written, anything else as it prints, unless the kind
  /// knows a shorter way.
  func text(of output: Output) -> String {
    if let shown { return shown(output) }
    let value = value(output) ?? .nothing
    if passing == .word, case .text(let word) = value { return word }
    return value.display.printed().text
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
