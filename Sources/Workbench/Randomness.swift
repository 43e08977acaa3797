import Language
import Probability
import Vocabulary

/// Where random draws come from.
///
/// A command without `seed=` draws from NumPy's `default_rng([S, H, K])`: S the session's seed, H the fingerprint of the
/// command's text, K how often that text has already succeeded since the seed was set. So a draw does not change when
/// a line is inserted before it.
struct Randomness: Sendable {
  /// Setting it starts all counts anew.
  var seed: UInt64 = 0 {
    didSet { successes = [:] }
  }
  private var successes: [UInt64: UInt64] = [:]
  private var command: Statement?
  private var fingerprint: UInt64 = 0
  private var generator: PCG64?

  /// The fingerprint is taken only where something is drawn.
  mutating func beginCommand(_ statement: Statement) {
    command = statement
    generator = nil
  }

  /// Called when the command has succeeded.
  mutating func endCommand() {
    if generator != nil { successes[fingerprint, default: 0] += 1 }
    generator = nil
  }

  /// Draws with the command's generator.
  mutating func draw<Output>(_ body: (inout PCG64) throws(Failure) -> Output) throws(Failure) -> Output {
    if generator == nil, let command { fingerprint = Fingerprint.of(command.spelling) }
    var shared = generator ?? PCG64(entropy: [seed, fingerprint, successes[fingerprint, default: 0]])
    defer { generator = shared }
    return try body(&shared)
  }
}

extension Session {
  /// From which all draws without a seed of their own come.
  public var seed: UInt64 {
    get { randomness.seed }
    set { randomness.seed = newValue }
  }

  /// Goes on with the draws that another session would make next.
  public mutating func continueDraws(of other: Session) { randomness = other.randomness }

  /// Draws random numbers for a built-in: from `seed=` where it is given, else from the command's own generator.
  public mutating func draw<Output>(
    seed: UInt64?, _ body: (inout PCG64) throws(Failure) -> Output
  ) throws(Failure) -> Output {
    guard let seed else { return try randomness.draw(body) }
    var own = PCG64(seed: seed)
    return try body(&own)
  }
}

extension Kind where Output == UInt64 {
  /// A seed as NumPy takes it, up to where doubles have no gaps.
  public static let seed = Kind(
    "a whole number from 0 to 2⁵³", .whole(0...Kind<Int>.largestInteger), value: { .number(Double($0)) }
  ) { value in
    value.number.flatMap { $0 <= 0x1p53 ? UInt64(exactly: $0) : nil }
  }
}

extension Parameter where Output == UInt64? {
  /// The `seed=` of everything that draws.
  public static var seed: Parameter {
    .optional(
      "seed", .seed, "the draw is then that of NumPy's default_rng(seed)", aliases: ["random_state", "rng"])
  }
}
