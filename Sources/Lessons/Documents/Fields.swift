/// A line of fields with tabs between: so programs of gradus talk to each other, and so the journal and progress are kept.
package enum Fields {
  /// The line, without an end.
  package static func text(_ fields: [String]) -> String { String(decoding: bytes(fields), as: UTF8.self) }

  /// The same with its end.
  package static func line(_ fields: [String]) -> String {
    String(decoding: bytes(fields) + [UInt8(ascii: "\n")], as: UTF8.self)
  }

  /// The fields of a line without its end.
  package static func read(_ line: String) -> [String] {
    line.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map(unescaped)
  }

  private static let escapes: [(character: UInt8, letter: UInt8)] = [
    (UInt8(ascii: "\\"), UInt8(ascii: "\\")), (UInt8(ascii: "\t"), UInt8(ascii: "t")),
    (UInt8(ascii: "\n"), UInt8(ascii: "n")), (UInt8(ascii: "\r"), UInt8(ascii: "r")),
  ]

  private static func bytes(_ fields: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(fields.reduce(fields.count) { $0 + $1.utf8.count })
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: "\t")) }
      for byte in field.utf8 {
        // Everything that is escaped is below or is the backslash.
        if byte <= UInt8(ascii: "\r") || byte == UInt8(ascii: "\\"),
          let escape = escapes.first(where: { $0.character == byte })
        {
          bytes += [UInt8(ascii: "\\"), escape.letter]
        } else {
          bytes.append(byte)
        }
      }
    }
    return bytes
  }

  private static func unescaped(_ field: Substring.UTF8View) -> String {
    guard field.contains(UInt8(ascii: "\\")) else { return String(Substring(field)) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(field.count)
    var isEscaped = false
    for byte in field {
      if isEscaped {
        bytes.append(escapes.first { $0.letter == byte }?.character ?? byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
