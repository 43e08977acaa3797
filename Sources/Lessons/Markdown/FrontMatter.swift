import Vocabulary

/// What some tools want at the head of a file: lines between `---` and `---` that are no Markdown.
struct FrontMatter {
  /// The text with these lines empty, so that all others keep their numbers.
  let text: String
  /// What stands behind `title:`.
  let title: String?

  /// More lines than this are no front matter.
  private static let longest = 100

  /// Nil where there is none.
  init?(of markdown: String) {
    guard markdown.hasPrefix("---\n") || markdown.hasPrefix("---\r\n") else { return nil }
    let lines = markdown.lines
    guard
      let end = lines.dropFirst().prefix(Self.longest).firstIndex(where: { ["---", "..."].contains($0.trimmingSpace) }),
      lines[1..<end].allSatisfy(Self.isField), end > 1
    else { return nil }
    title = lines[1..<end].first { $0.hasPrefix("title:") }.map { line in
      line.dropFirst("title:".count).trimmingSpace.trimmingQuotes
    }
    let lineEnd = markdown.hasPrefix("---\r") ? "\r\n" : "\n"
    text = String(repeating: lineEnd, count: end + 1) + lines[(end + 1)...].joined(separator: lineEnd)
  }

  /// `key: value`, an item of a list, what is indented, a comment, nothing.
  private static func isField(_ line: Substring) -> Bool {
    let key = line.prefix { $0.isLetter || $0.isNumber || "-_".contains($0) }
    return line.first.map { " -#\t".contains($0) } ?? true || (!key.isEmpty && line.dropFirst(key.count).first == ":")
  }
}

extension String {
  fileprivate var trimmingQuotes: String {
    guard count > 1, let first, first == last, first == "\"" || first == "'" else { return self }
    return String(dropFirst().dropLast())
  }
}
