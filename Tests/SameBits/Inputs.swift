/// Numbers to compute with, the same on every machine: only whole numbers and exact operations make them.
public enum Inputs {
  /// Special numbers, the ends of ranges, and what stands next to them, of both signs.
  public static let edges: [Double] = {
    var numbers: [Double] = [
      0, 1, .infinity, .nan, 0x1p-1074, 0x1p-1073, 0x1p-1022, 0x1p-1022.nextDown, 0x1p-54, 0x1p-28, 0.5,
      0.5.squareRoot(), 2.0.squareRoot(), 2, 3, 6, 22, 22.0.nextUp, 27.3, 36, 171, 708.4, 709.78, 709.79, 710, 744.44,
      745.13, 745.14, 746, 747, 0x1p31, 0x1p52, 0x1p53, 0x1p63, 1e22, 1e300, .greatestFiniteMagnitude,
      .pi / 4, .pi / 2, .pi, 3 * .pi, 1e5 * .pi,
    ]
    numbers += numbers.map { -$0 }
    numbers += numbers.flatMap { [$0.nextUp, $0.nextDown] }
    return numbers
  }()

  /// Bit patterns from all over and numbers of ordinary size in turns.
  public static func mixed(_ count: Int, seed: UInt64 = 0) -> [Double] {
    var words = Words(seed: seed)
    let scales = [1.0, 30, 800, 1e-6, 0x1p-1022, 1, 3, 0x1p-1040]
    return (0..<count).map { index in
      let word = words.next()
      return index & 1 == 0
        ? Double(bitPattern: word) : scales[index / 2 & 7] * (Double(word >> 11) * 0x1p-52 - 1)
    }
  }

  /// Numbers from -1 to 1, every seventh of them a thousand million times as large.
  static func ordinary(_ count: Int, seed: UInt64) -> [Double] {
    var words = Words(seed: seed)
    return (0..<count).map { index in
      (Double(words.next() >> 11) * 0x1p-52 - 1) * (index % 7 == 6 ? 1e9 : 1)
    }
  }

  /// Positive numbers of all sizes between two powers of two.
  static func positive(_ count: Int, exponents: ClosedRange<Int>, seed: UInt64) -> [Double] {
    var words = Words(seed: seed)
    return (0..<count).map { _ in
      let word = words.next()
      let exponent = exponents.lowerBound + Int(word & 0xFFFF) % exponents.count
      return Double(sign: .plus, exponent: exponent, significand: 1 + Double(word >> 20) * 0x1p-44)
    }
  }
}

/// A linear congruential generator whose words are mixed: fixed, and good enough to reach everywhere.
private struct Words {
  private var state: UInt64

  init(seed: UInt64) { state = 0x9E37_79B9_7F4A_7C15 &+ seed &* 0xBF58_476D_1CE4_E5B9 }

  mutating func next() -> UInt64 {
    state = state &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F
    return (state ^ state >> 32) &* 0xD6E8_FEB8_6659_FD93
  }
}
