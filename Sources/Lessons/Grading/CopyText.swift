/// The text of a copy, whatever program wrote it.
enum CopyText {
  /// Reads UTF-8, and UTF-16 and UTF-32 where a byte order mark tells of them. A byte that is nothing of these becomes U+FFFD,
  /// so that it costs the block that it stands in and no other. All lines end with a line feed.
  static func decoded(_ bytes: [UInt8]) -> String {
    let text = unicode(bytes)
    return text.utf8.contains(UInt8(ascii: "\r"))
      ? text.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : text
  }

  /// What stands where a byte could not be read.
  static let unreadable: Character = "\u{FFFD}"

  private static func unicode(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return wide(bytes.dropFirst(4), isLittle: true) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return wide(bytes.dropFirst(4), isLittle: false) }
    if bytes.starts(with: [0xFF, 0xFE]) { return double(bytes.dropFirst(2), isLittle: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return double(bytes.dropFirst(2), isLittle: false) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func double(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> String {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
      let pair = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? pair.1 << 8 | pair.0 : pair.0 << 8 | pair.1
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func wide(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> String {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 3, by: 4).map { index in
      let four = bytes[index..<index + 4].map { UInt32($0) }
      return (isLittle ? four.reversed() : four).reduce(0) { $0 << 8 | $1 }
    }
    return String(decoding: units, as: UTF32.self)
  }
}
