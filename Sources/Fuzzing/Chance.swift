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
