import Platform

extension BytePath {
  /// Without the ending of a Markdown file.
  var stem: BytePath {
    let ending = Self.markdownEndings.first { hasEnding($0) } ?? ""
    return BytePath(bytes: Array(bytes.dropLast(ending.utf8.count)))
  }

  /// Whether the name is that of a Markdown file.
  var isMarkdown: Bool { Self.markdownEndings.contains { hasEnding($0) } }

  private static let markdownEndings = [".md", ".markdown", ".mdown"]

  private func hasEnding(_ ending: String) -> Bool {
    bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8) { Self.lowercase($0) == $1 }
  }

  private static func lowercase(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
