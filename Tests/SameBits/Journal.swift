/// What a machine has computed: how many results, and one word that depends on every bit of them.
///
/// All nans count as one: which bits a nan has is left to the processor by IEEE 754 (x86-64 makes negative ones,
/// 64-bit ARM positive ones), and nothing that gradus prints or decides depends on them.
public struct Journal {
  public private(set) var count = 0
  public private(set) var digest: UInt64 = 0x9E37_79B9_7F4A_7C15
  private let show: ((_ place: (UInt64, UInt64, UInt64), _ result: UInt64) -> Void)?

  /// Every result with its place is shown as well, where something is to show it.
  public init(show: ((_ place: (UInt64, UInt64, UInt64), _ result: UInt64) -> Void)? = nil) { self.show = show }

  /// Takes a result in; its place tells it from others: the bits of a function's arguments, or the number of a case and
  /// an index in it.
  mutating func note(_ result: Double, at place: (UInt64, UInt64, UInt64)) {
    let bits = result.isNaN ? 0x7FF8_0000_0000_0000 : result.bitPattern
    mix(place.0)
    mix(place.1)
    mix(place.2)
    mix(bits)
    count += 1
    show?(place, bits)
  }

  private mutating func mix(_ word: UInt64) {
    digest = (digest ^ word) &* 0xD6E8_FEB8_6659_FD93
    digest ^= digest >> 32
  }

  /// Takes in all results of a case.
  mutating func note(_ results: [Double], case number: Int) {
    for (index, result) in results.enumerated() { note(result, at: (UInt64(number), UInt64(index), 0)) }
  }

  /// `name count digest`, with tabs between them.
  public func line(_ name: String) -> String { "\(name)\t\(count)\t\(Self.hexadecimal(digest))" }

  /// Sixteen digits.
  public static func hexadecimal(_ word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
