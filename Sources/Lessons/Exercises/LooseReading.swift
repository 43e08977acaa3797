/// Other ways to read what was written by somebody who does not write as the language does: `0,458` and `45.8%` are numbers, and
/// a unit behind a number is only said.
enum LooseReading {
  /// The readings of some commands that differ from what is written, the likeliest first.
  static func all(of sources: [String]) -> [[String]] {
    var readings: [[String]] = []
    let original = sources
    let sources = sources.map(withPlainSpaces)
    if sources != original { readings.append(sources) }
    func add(_ change: (String) -> String) {
      let reading = sources.map(change)
      if reading != sources, !readings.contains(reading) { readings.append(reading) }
    }
    add { withPoints($0, everywhere: false) }
    add { withoutUnits(percent(withPoints($0, everywhere: false))) }
    add { withoutUnits(percent(withPoints($0, everywhere: true))) }
    return readings
  }

  /// With blanks for those that do not break, and without what takes no room.
  private static func withPlainSpaces(_ source: String) -> String {
    String(
      source.compactMap { character -> Character? in
        switch character {
        case "\u{200B}", "\u{FEFF}", "\u{2060}": nil
        case "\n", "\r\n": character
        default: character.isWhitespace ? " " : character
        }
      })
  }

  /// With a point for a comma between digits; inside brackets it is most often what parts arguments.
  static func withPoints(_ source: String, everywhere: Bool) -> String {
    replacing(in: source) { characters, index, depth in
      guard characters[index] == ",", everywhere || depth == 0, index > 0, index + 1 < characters.count,
        characters[index - 1].isASCIIDigit, characters[index + 1].isASCIIDigit
      else { return nil }
      return (".", 1)
    }
  }

  /// `16%` and `16 percent` as `(16/100)`.
  static func percent(_ source: String) -> String { percent(source, isProse: false) { "(\($0)/\($1))" } }

  /// The same in another form: of the number and what it is divided by. In prose words may follow.
  static func percent(_ source: String, isProse: Bool, as form: (String, Int) -> String) -> String {
    replacing(in: source) { characters, index, _ in
      guard let (number, end) = number(in: characters, at: index) else { return nil }
      let rest = characters[end...].drop { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }
      for sign in ["percent", "per cent", "%", "‰"] where rest.starts(with: sign) {
        let behind = rest.dropFirst(sign.count)
        // With a number behind it, it is a remainder.
        if !isProse, let next = behind.first(where: { !$0.isWhitespace }),
          next.isLetter || next.isNumber || "([_".contains(next)
        {
          return nil
        }
        return (form(number, sign == "‰" ? 1000 : 100), behind.startIndex - index)
      }
      return (number, end - index)
    }
  }

  /// Without words behind the last number of a command, as in `s = 0.458 units`, without a stop at its end, and with `=` for `≈`.
  private static func withoutUnits(_ source: String) -> String {
    var text = source.replacing("≈", with: "=").trimmingSpace
    while let last = text.last, ".!".contains(last), text.dropLast().last?.isNumber == true { text.removeLast() }
    let words = text.reversed().prefix { $0.isLetter || $0 == " " }
    let bare = text.dropLast(words.count)
    guard words.contains(where: \.isLetter), words.last == " ", bare.last?.isNumber == true || bare.last == ")" else {
      return text
    }
    return String(bare)
  }

  // MARK: Walking

  /// Replaces what stands outside of texts and comments.
  private static func replacing(
    in source: String, _ change: ([Character], Int, _ depth: Int) -> (text: String, length: Int)?
  ) -> String {
    let characters = Array(source)
    var result = ""
    var index = 0
    var depth = 0
    while index < characters.count {
      let character = characters[index]
      if character == "\"" || character == "#" {
        let end = character == "#" ? "\n" : "\""
        let close = characters[(index + 1)...].firstIndex { String($0) == end } ?? characters.count - 1
        result += String(characters[index...close])
        index = close + 1
        continue
      }
      if "([".contains(character) { depth += 1 } else if ")]".contains(character) { depth -= 1 }
      let isInside = index > 0 && (characters[index - 1].isLetter || characters[index - 1] == "_")
      if !isInside || character == ",", let (text, length) = change(characters, index, depth) {
        result += text
        index += length
      } else {
        result.append(character)
        index += 1
      }
    }
    return result
  }

  /// The digits that begin at a place, with a point among them.
  private static func number(in characters: [Character], at start: Int) -> (text: String, end: Int)? {
    var end = start
    var hasPoint = false
    while end < characters.count {
      if characters[end] == ".", !hasPoint, end + 1 < characters.count, characters[end + 1].isASCIIDigit {
        hasPoint = true
      } else if !characters[end].isASCIIDigit {
        break
      }
      end += 1
    }
    return end > start ? (String(characters[start..<end]), end) : nil
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
