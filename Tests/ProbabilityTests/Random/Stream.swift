import Probability
import TestSupport
import Testing

/// One row of the reference: what NumPy draws from some entropy.
struct Stream {
  let entropy: [UInt64]
  let parameter: String
  let values: [String]

  /// The parameter of the rows where it is a number of draws.
  var count: Int { Int(parameter) ?? 0 }

  /// As many draws as the row has, by this library's generator.
  func draw(_ one: (inout PCG64) -> String) -> [String] {
    var generator = PCG64(entropy: entropy)
    return values.map { _ in one(&generator) }
  }

  static func all(_ kind: String) throws -> [Stream] {
    try References.rows("random/streams.csv").filter { $0[0] == kind }.map { row in
      Stream(
        entropy: row[1].split(separator: " ").compactMap { UInt64($0) }, parameter: row[2],
        values: row[3].split(separator: " ").map(String.init))
    }
  }

  /// Compares every row of a kind with what `draws` gives for it.
  static func check(_ kind: String, _ draws: (Stream) -> [String]) throws {
    let streams = try all(kind)
    #expect(!streams.isEmpty)
    for stream in streams {
      #expect(draws(stream) == stream.values, "\(kind) \(stream.parameter) of \(stream.entropy)")
    }
  }

  static func hexadecimal(_ word: UInt64) -> String { String(word, radix: 16) }
  static func hexadecimal(_ number: Double) -> String { hexadecimal(number.bitPattern) }

  /// FNV-1a taken a 64-bit word at a time, in hexadecimal.
  static func checksum(_ words: some Sequence<UInt64>) -> String {
    hexadecimal(words.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ $1) &* 0x0000_0100_0000_01b3 })
  }
}
