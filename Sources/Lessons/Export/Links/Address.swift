/// An address of a link as a lesson writes it.
struct Address {
  /// With everything spelled that cannot stand in an address.
  let written: String

  init(_ written: String) { self.written = written }

  /// `https` of `https://…`; nil of an address within the site.
  ///
  /// Read as browsers do, which pass over white space and control characters.
  private var scheme: String? {
    let bare = written.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
    guard let end = bare.firstIndex(where: { ":/?#".unicodeScalars.contains($0) }), bare[end] == ":" else { return nil }
    return String(String.UnicodeScalarView(bare[..<end])).lowercased()
  }

  /// Whether a page may lead there; scripts and data in an address are refused.
  var isAllowed: Bool { scheme.map { ["http", "https", "mailto"].contains($0) } ?? true }

  /// Whether it may be a file beside the lesson.
  var isRelative: Bool {
    scheme == nil && !written.hasPrefix("/") && !written.hasPrefix("#") && !written.hasPrefix("?")
  }

  /// The file that a relative address names, its `%20` read.
  var path: String { Self.decoded(written.prefix { $0 != "#" && $0 != "?" }) }

  /// What follows the file's name: `#anchor`.
  var fragment: Substring { written.drop { $0 != "#" } }

  /// The same with what cannot stand in an address spelled as `%20`.
  var encoded: String { Self.encoded(written, keeping: "-._~!$&'()*+,;=:@/?#[]%") }

  /// The address of a file by its name.
  static func of(path: String) -> String { encoded(path, keeping: "-._~!$&'()*+,;=@/") }

  private static func encoded(_ text: String, keeping kept: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let kept = Set(kept.utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        bytes.append(byte)
      case _ where kept.contains(byte): bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func decoded(_ text: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, digits.allSatisfy(\.isHexDigit),
        let value = UInt8(digits, radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
