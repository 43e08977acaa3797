/// Text cut into lines.
enum Lines {
  /// Breaks between words; a word that is longer than a line is broken itself.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      var word = String(word)
      if !line.isEmpty, line.count + 1 + word.count <= width {
        line += " " + word
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while word.count > width {
        lines.append(String(word.prefix(width)))
        word.removeFirst(width)
      }
      line = word
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// The beginning of the text, with a sign that it goes on.
  static func shortened(_ text: String, to width: Int, ellipsis: String = "…") -> String {
    text.count <= width ? text : String(text.prefix(max(0, width - ellipsis.count))) + ellipsis
  }
}
