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

/// Spreads the entropy of a few integers over the state of a generator, exactly as NumPy's `SeedSequence` does
/// (O'Neill's `seed_seq_fe`).
public struct SeedSequence: Sendable {
  private var pool: [UInt32]

  /// Each integer counts as its 32-bit words, the low one first, high words that are 0 left out.
  public init(entropy: [UInt64]) {
    let words = entropy.flatMap { integer -> [UInt32] in
      let high = UInt32(truncatingIfNeeded: integer >> 32)
      return high == 0 ? [UInt32(truncatingIfNeeded: integer)] : [UInt32(truncatingIfNeeded: integer), high]
    }
    pool = [0, 0, 0, 0]
    var multiplier: UInt32 = 0x43b0_d7e5
    func hash(_ word: UInt32) -> UInt32 {
      var value = word ^ multiplier
      multiplier = multiplier &* 0x931e_8875
      value = value &* multiplier
      return value ^ (value >> 16)
    }
    for index in pool.indices { pool[index] = hash(index < words.count ? words[index] : 0) }
    for source in pool.indices {
      for target in pool.indices where source != target {
        pool[target] = Self.mix(pool[target], hash(pool[source]))
      }
    }
    for word in words.dropFirst(pool.count) {
      for target in pool.indices { pool[target] = Self.mix(pool[target], hash(word)) }
    }
  }

  private static func mix(_ x: UInt32, _ y: UInt32) -> UInt32 {
    let value = 0xca01_f9dd &* x &- 0x4973_f715 &* y
    return value ^ (value >> 16)
  }

  /// So many 64-bit words of state.
  public func generateState(_ count: Int) -> [UInt64] {
    var multiplier: UInt32 = 0x8b51_f9dd
    let halves = (0..<2 * count).map { index -> UInt64 in
      var value = pool[index % pool.count] ^ multiplier
      multiplier = multiplier &* 0x58f3_8ded
      value = value &* multiplier
      return UInt64(value ^ (value >> 16))
    }
    return (0..<count).map { halves[2 * $0] | halves[2 * $0 + 1] << 32 }
  }
}

/// A short number for a text or some bytes: their 64-bit FNV-1a hash. It is no proof against those who mean harm.
public enum Fingerprint {
  public static func of(_ text: String) -> UInt64 { of(text.utf8) }

  public static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }
}
