/// Lines that once meant something, a little spoilt.
struct Mutation {
  /// The lines to start from; there must be some.
  let corpus: [String]

  func make(_ chance: inout Chance) -> String {
    var text = chance.one(of: corpus)
    if chance.happens(0.2) { text += chance.one(of: ["\n", "; ", " "]) + chance.one(of: corpus) }
    for _ in 0..<chance.whole(0...4) {
      switch chance.below(4) {
      case 0: text = splice(text, chance.one(of: corpus), &chance)
      case 1: text = withCharactersChanged(text, &chance)
      default: text = withPiecesChanged(text, &chance)
      }
    }
    return text
  }

  /// The beginning of one and the end of another.
  private func splice(_ first: String, _ second: String, _ chance: inout Chance) -> String {
    let (left, right) = (Array(first.unicodeScalars), Array(second.unicodeScalars))
    let scalars = left[..<chance.whole(0...left.count)] + right[chance.whole(0...right.count)...]
    return String(String.UnicodeScalarView(scalars))
  }

  private func withCharactersChanged(_ text: String, _ chance: inout Chance) -> String {
    change(Array(text.unicodeScalars).map { String($0) }, &chance).joined()
  }

  /// Pieces are words, numbers, single signs and spaces.
  private func withPiecesChanged(_ text: String, _ chance: inout Chance) -> String {
    var pieces: [String] = []
    var wordContinues = false
    for scalar in text.unicodeScalars {
      let isWord = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "."
      if isWord, wordContinues, let last = pieces.indices.last {
        pieces[last].unicodeScalars.append(scalar)
      } else {
        pieces.append(String(scalar))
      }
      wordContinues = isWord
    }
    return change(pieces, &chance).joined()
  }

  /// One piece taken away, doubled, repeated often, exchanged with another, or replaced.
  private func change(_ pieces: [String], _ chance: inout Chance) -> [String] {
    guard !pieces.isEmpty else { return [RandomText.sign(&chance)] }
    var pieces = pieces
    let place = chance.below(pieces.count)
    switch chance.below(6) {
    case 0: pieces.remove(at: place)
    case 1: pieces.insert(pieces[place], at: place)
    case 2: pieces.swapAt(place, chance.below(pieces.count))
    case 3: pieces[place] = RandomText.sign(&chance)
    case 4: pieces[place] = Numbers.literal(&chance)
    default:
      let count = chance.happens(0.05) ? chance.whole(100...3000) : chance.whole(2...12)
      pieces.insert(contentsOf: repeatElement(pieces[place], count: count), at: place)
    }
    return pieces
  }
}

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
