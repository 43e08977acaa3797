import Probability

/// Random choices, the same for the same seed and number on every machine.
struct Chance {
  private var generator: PCG64

  init(seed: UInt64, number: UInt64) { generator = PCG64(entropy: [seed, number]) }

  /// Whether something happens that does so this often.
  mutating func happens(_ probability: Double) -> Bool { generator.nextUniform() < probability }

  /// A whole number from 0 to below the count, which must be at least 1.
  mutating func below(_ count: Int) -> Int { generator.integer(0, count) }

  mutating func whole(_ range: ClosedRange<Int>) -> Int { generator.integer(range.lowerBound, range.upperBound + 1) }

  /// One of them; there must be some.
  mutating func one<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }

  mutating func bits() -> UInt64 { generator.next() }
}

/// Number literals, ordinary ones and those at the edges of doubles and integers.
enum Numbers {
  private static let edges = [
    "0", "1", "2", "-1", "0.5", "1e308", "1e309", "5e-324", "1e-400", "1e16", "9007199254740993", "9223372036854775807",
    "9223372036854775808", "-9223372036854775809", "18446744073709551616", "4294967296", "2147483648", "1e12", "1e9",
    "1e6",
    "65536", "1_000_000", "0.1", ".1", "1e-5", "0.99999999", "1e-17", "∞", "-∞", "nan", "π", "e",
    "123456789012345678901234567890",
    "1e99999999999", "0e5", "00", "0.0000000000000000000000000000000000000000000000001", "-0",
  ]

  static func literal(_ chance: inout Chance) -> String {
    switch chance.below(4) {
    case 0: chance.one(of: edges)
    case 1: String(chance.whole(0...10))
    case 2: "\(chance.whole(0...999)).\(chance.whole(0...999))"
    default: "\(chance.whole(1...9))e\(chance.whole(-20...20))"
    }
  }

  /// A whole number, mostly a small one.
  static func count(_ chance: inout Chance) -> String {
    chance.happens(0.9) ? String(chance.whole(0...12)) : chance.one(of: edges)
  }
}
