extension Character {
  /// How many columns of a terminal the character takes: none of a combining mark alone, two of East Asian wide characters,
  /// of emoji and of flags, else one.
  public var columns: Int {
    guard let first = unicodeScalars.first else { return 0 }
    if first.isASCII { return 1 }
    let isFlag = first.isHalfOfFlag && unicodeScalars.count > 1
    let isDrawnAsEmoji = first.properties.isEmoji && unicodeScalars.contains("\u{FE0F}")
    return isFlag || isDrawnAsEmoji ? 2 : first.columns
  }
}

extension Sequence<Character> {
  /// How many columns of a terminal the characters take.
  public var columns: Int { reduce(0) { $0 + $1.columns } }
}

extension Collection<Character> {
  /// As many characters from the start as fit into so many columns.
  public func prefix(columns most: Int) -> SubSequence {
    var room = most
    return prefix { character in
      room -= character.columns
      return room >= 0
    }
  }
}

extension BidirectionalCollection<Character> {
  /// As many characters from the end as fit into so many columns.
  public func suffix(columns most: Int) -> SubSequence {
    suffix(reversed().prefix(columns: most).count)
  }
}

extension Unicode.Scalar {
  /// How many columns of a terminal the scalar takes by itself: none where it joins what stands before it.
  ///
  /// From Unicode's general category, East Asian Width (UAX 11) and emoji presentation (UTS 51), so that it depends on no
  /// locale.
  public var columns: Int {
    if isASCII { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    case .format where !isShownFormat: return 0
    default: break
    }
    if joinsHangul { return 0 }
    return isWide || (properties.isEmojiPresentation && !isHalfOfFlag) ? 2 : 1
  }

  /// A regional indicator.
  fileprivate var isHalfOfFlag: Bool { (0x1F1E6...0x1F1FF).contains(value) }

  /// A vowel or a final of a Hangul syllable, which joins the consonant before it.
  private var joinsHangul: Bool { (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) }

  /// The format characters that are seen: the soft hyphen and the signs that enclose a number.
  private var isShownFormat: Bool {
    switch value {
    case 0xAD, 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: true
    default: false
    }
  }

  /// East Asian Wide or Fullwidth.
  private var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E, 0x3041...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1D300...0x1D376, 0x1F200...0x1F265, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}

extension String {
  /// The lines of the text, without their ends, be they `\n` or `\r\n`; after a last line end comes one more, empty line.
  ///
  /// Swift takes `\r\n` for one character, so splitting at `"\n"` would miss it.
  public var lines: [Substring] {
    utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      Substring(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
    }
  }
}

/// Words put into lines.
public enum Paragraph {
  /// Lines of at most so many characters.
  public static func lines(of words: [String], width: Int) -> [String] {
    var lines: [String] = []
    for word in words {
      if let last = lines.last, last.count + word.count < width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }
}

extension String {
  /// The text with what would steer a terminal made visible: control characters as their pictures (`␛`), and what turns
  /// the direction of writing or breaks lines unseen as `�`. A tab becomes a space.
  ///
  /// A line end stays where `keepsLines`, else it is `⏎`.
  public func visible(keepsLines: Bool = false) -> String {
    guard unicodeScalars.contains(where: \.steers) else { return self }
    return String(
      String.UnicodeScalarView(unicodeScalars.map { $0 == "\n" && keepsLines ? $0 : $0.visible }))
  }
}

extension Unicode.Scalar {
  /// Whether a terminal or a page could do something else with it than show it.
  fileprivate var steers: Bool { visible != self }

  /// The scalar, or the sign that stands for it where it would steer a terminal.
  public var visible: Unicode.Scalar {
    switch value {
    case 0x09: " "
    case 0x0A: "⏎"
    case 0..<0x20: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case 0x7F: "␡"
    case 0x80..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: "\u{FFFD}"
    default: self
    }
  }
}
