/// What help, completion and the checking of argument names know of a parameter.
public struct ParameterDescription: Sendable, Equatable {
  public enum Presence: Sendable, Equatable {
    case required
    /// May be left out; the text is how its default is written.
    case standard(String)
    case optional
    /// Takes all further arguments without a name.
    case rest(atLeast: Int)
  }

  public let name: String
  /// A phrase without article or full stop: `events per unit of time`.
  public let meaning: String
  /// What it must be: `a number ≥ 0`.
  public let noun: String
  /// The words that completion offers for it.
  public let candidates: [String]
  /// Whether it is passed as it is written, not as what it yields.
  public let isQuoted: Bool
  public let presence: Presence

  public init(
    name: String, meaning: String, noun: String, candidates: [String] = [], isQuoted: Bool = false, presence: Presence
  ) {
    self.name = name
    self.meaning = meaning
    self.noun = noun
    self.candidates = candidates
    self.isQuoted = isQuoted
    self.presence = presence
  }

  /// As the signature shows it: `stddev=1`, `[seed]`, `layer…`.
  public var usage: String {
    switch presence {
    case .required: name
    case .standard(let text): "\(name)=\(text)"
    case .optional: "[\(name)]"
    case .rest: "\(name)…"
    }
  }

  var takesRest: Bool {
    if case .rest = presence { true } else { false }
  }
}
