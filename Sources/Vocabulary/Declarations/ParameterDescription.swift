/// What help, completion and the checking of argument names know of a parameter.
public struct ParameterDescription: Sendable, Equatable {
  public enum Presence: Sendable, Equatable {
    case required
    /// May be left out; the text is how its default is written.
    case standard(String)
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
  /// The words that completion offers for it.
  public let candidates: [String]
  public let passing: Passing
  public let presence: Presence
  /// What others call it.
  public let elsewhere: [String]

  public init(
    name: String, meaning: String, noun: String, candidates: [String] = [], passing: Passing = .value,
    presence: Presence,
    elsewhere: [String] = []
  ) {
    self.name = name
    self.meaning = meaning
    self.noun = noun
    self.candidates = candidates
    self.passing = passing
    self.presence = presence
    self.elsewhere = elsewhere
  }

  /// As the signature shows it: `stddev=1`, `[seed]`, `layer…`.
  public var usage: String {
    switch presence {
    case .required: name
    case .standard(let text): "\(name)=\(text)"
    case .optional: "[\(name)]"
    case .rest, .names: "\(name)…"
    }
  }

  var takesRest: Bool {
    switch presence {
    case .rest, .names: true
    case .required, .standard, .optional: false
    }
  }

  var takesNames: Bool { presence == .names }
}
