/// Texts without any plan: bytes, characters, and the language's own signs in a heap.
struct RandomText {
  private static let signs: [String] = [
    "+", "-", "−", "*", "**", "×", "·", "/", "÷", "^", "%", "@", "√", "|", "(", ")", "[", "]", ",", ";", ":", "..", ".",
    "=", "==", "≠", "!=", "<", "≤", ">=", "′", "″", "'", "\"", "“", "”", "²", "⁻¹", "ⁿ", "⁵⁰", "#", "\n", "\r\n", "\t",
    " ",
    " ", " ", "_", "\\", "0", "1", "2.5", ".5", "1e9", "1e-400", "1..3", "∞", "π", "x", "é", "x₁", "if", "then", "else",
    "for", "in", "and", "or", "not", "true", "nan", "\u{0}", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{202E}",
    "👍🏽",
    "\u{301}", "ﬁ", "１", "％", "（", "\u{10FFFF}", "$", "€", "`", "~", "{", "}", "&", "?", "!",
  ]

  static func make(_ chance: inout Chance) -> String {
    let length = chance.happens(0.02) ? chance.whole(100...4000) : chance.whole(1...40)
    switch chance.below(4) {
    case 0:
      return String(decoding: (0..<length).map { _ in UInt8(truncatingIfNeeded: chance.bits()) }, as: UTF8.self)
    case 1:
      var text = String.UnicodeScalarView()
      for _ in 0..<length { text.append(Unicode.Scalar(UInt32(chance.below(0x11_0000))) ?? "\u{FFFD}") }
      return String(text)
    case 2:
      return String(decoding: (0..<length).map { _ in UInt8(chance.whole(9...126)) }, as: UTF8.self)
    default:
      return (0..<length).map { _ in chance.one(of: signs) }.joined()
    }
  }

  /// A sign of the language, or of something else.
  static func sign(_ chance: inout Chance) -> String { chance.one(of: signs) }
}
