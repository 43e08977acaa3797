extension MarkdownElement {
  /// The words as the page shows them, without marks: what is no tag that a lesson may use is text.
  var shownText: String {
    switch kind {
    case .inlineHTML(let raw):
      RawHTML.pieces(of: raw).map { if case .text(let text) = $0 { text } else { "" } }.joined()
    case .text(let text), .codeSpan(let text): text
    case .softBreak, .lineBreak: " "
    default: children.map(\.shownText).joined()
    }
  }
}
