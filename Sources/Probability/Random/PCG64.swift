/// The generator behind NumPy's `default_rng`: a 128-bit linear congruential generator whose output is permuted
/// (PCG XSL RR 128/64, O'Neill 2014).
///
/// `PCG64(seed: 42)` gives the stream of `numpy.random.default_rng(42)`.
public struct PCG64: RandomNumberGenerator, Sendable {
  @usableFromInline static let multiplier: UInt128 = 0x2360_ed05_1fc6_5da4_4385_df64_9fcc_f645
  @usableFromInline var state: UInt128
  @usableFromInline let increment: UInt128
  /// The upper half of the last word that was drawn for a 32-bit integer.
  private var spare: UInt32?

  public init(seed: UInt64) { self.init(entropy: [seed]) }

  /// As `default_rng([a, b, …])`.
  public init(entropy: [UInt64]) {
    let words = SeedSequence(entropy: entropy).generateState(4)
    let start = UInt128(words[0]) << 64 | UInt128(words[1])
    increment = (UInt128(words[2]) << 64 | UInt128(words[3])) << 1 | 1
    state = (increment &+ start) &* Self.multiplier &+ increment
  }

  /// A generator in the middle of a stream; the increment must be odd.
  package init(state: UInt128, increment: UInt128) {
    self.state = state
    self.increment = increment
  }

  @inlinable public mutating func next() -> UInt64 {
    state = state &* Self.multiplier &+ increment
    return Self.word(of: state)
  }

  /// The state's permuted half.
  @inlinable static func word(of state: UInt128) -> UInt64 {
    let folded = UInt64(truncatingIfNeeded: state >> 64) ^ UInt64(truncatingIfNeeded: state)
    let rotation = UInt64(truncatingIfNeeded: state >> 122)
    return folded &>> rotation | folded &<< (0 &- rotation)
  }

  /// A 32-bit word; a 64-bit one is drawn for two of them, the low half first, as NumPy does.
  mutating func next32() -> UInt32 {
    if let word = spare {
      spare = nil
      return word
    }
    let word = next()
    spare = UInt32(truncatingIfNeeded: word >> 32)
    return UInt32(truncatingIfNeeded: word)
  }
}
