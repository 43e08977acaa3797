/// What help, completion and the checking of argument names know of a parameter.
public struct ParameterDescription: Sendable {
  public enum Presence: Sendable {
    case required
    /// May be left out; then it is the value, which is typed as shown.
    case `default`(Value, shown: String)
    case optional
    /// Takes all further arguments without a name.
    case rest(atLeast: Int)
    /// Takes all further arguments, with names of their own or without.
    case names
  }

  public let name: String
  /// A phrase without article or full stop: `events per unit of time`.
  public let meaning: String
  /// What it must be: `a number ≥ 0`.
  public let noun: String
  public let domain: Domain
  public let completion: Completion
  public let passing: Passing
  public let presence: Presence
  /// What others call it.
  public let aliases: [String]

  public init(
    name: String, meaning: String, noun: String, domain: Domain = .any, completion: Completion = .none,
    passing: Passing = .value, presence: Presence, aliases: [String] = []
  ) {
    self.name = name
    self.meaning = meaning
    self.noun = noun
    self.domain = domain
    self.completion = completion
    self.passing = passing
    self.presence = presence
    self.aliases = aliases
  }

  init<Output>(
    _ name: String, _ kind: Kind<Output>, _ meaning: String, _ presence: Presence, aliases: [String] = []
  ) {
    self.init(
      name: name, meaning: meaning, noun: kind.noun, domain: kind.domain, completion: kind.completion,
      passing: kind.passing, presence: presence, aliases: aliases)
  }

  /// As the signature shows it: `stddev=1`, `[seed]`, `layer…`.
  public var usage: String {
    switch presence {
    case .required: name
    case .default(_, let shown): "\(name)=\(shown)"
    case .optional: "[\(name)]"
    case .rest, .names: "\(name)…"
    }
  }

  /// What it is where it is left out; nil where it then is nothing or must be given.
  public var defaultValue: Value? {
    if case .default(let value, _) = presence { value } else { nil }
  }

  /// Whether a value surely fits, if only as one of the words that may stand for it.
  func accepts(_ value: Value) -> Bool {
    if domain.holds(value) { return true }
    guard case .function(let function) = value else { return false }
    return completion.words.contains(function.name)
  }

  var takesRest: Bool {
    switch presence {
    case .rest, .names: true
    case .required, .default, .optional: false
    }
  }

  /// Whether its arguments have names of their own.
  public var takesNames: Bool {
    if case .names = presence { true } else { false }
  }
}
