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
