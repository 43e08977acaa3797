import Vocabulary

/// A comment that begins `<!-- gradus`: hidden set-up or an answer key.
struct Comment {
  /// What follows `gradus` on the first line where that is a key, such as `check=sd`; else empty.
  let words: [String]
  /// The lines that follow, and what follows `gradus` on the first line where it is no key.
  let content: [(number: Int, text: String)]
  let lines: ClosedRange<Int>

  /// Nil of other comments.
  init?(_ html: String, lines: ClosedRange<Int>) {
    var texts = html.lines.map(String.init)
    guard let opening = texts.first?.drop(while: \.isWhitespace), opening.hasPrefix("<!--") else { return nil }
    let bare = opening.dropFirst(4).drop(while: \.isWhitespace)
    guard bare == "gradus" || bare.hasPrefix("gradus ") || bare.hasPrefix("gradus\t") || bare.hasPrefix("gradus-->")
    else { return nil }
    texts[0] = String(bare.dropFirst("gradus".count))
    if let end = texts.firstIndex(where: { $0.contains("-->") }), let mark = texts[end].firstRange(of: "-->") {
      texts[end] = String(texts[end][..<mark.lowerBound])
      texts.removeLast(texts.count - end - 1)
    }
    let first = texts[0].split(whereSeparator: \.isWhitespace).map(String.init)
    let isKey = first.first?.contains("=") == true
    words = isKey ? first : []
    if isKey { texts[0] = "" }
    content = texts.enumerated().map { (lines.lowerBound + $0.offset, $0.element) }
    self.lines = lines
  }
}
