extension Character {
  /// How many columns of a terminal the character takes: none of a combining mark alone, two of East Asian wide characters
  /// and of emoji, else one.
  ///
  /// From Unicode's East Asian Width (UAX 11) and emoji presentation (UTS 51), so that it depends on no locale.
  public var columns: Int {
    guard let first = unicodeScalars.first else { return 0 }
    if first.isASCII { return 1 }
    if first.properties.isEmojiPresentation || first.isWide { return 2 }
    if first.properties.isEmoji, unicodeScalars.contains("\u{FE0F}") { return 2 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return 1
    }
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
  /// East Asian Wide or Fullwidth.
  fileprivate var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
