/// Takes what stands in a paragraph apart into runs of text.
struct InlineReader {
  /// The addresses that were shown: each is shown once.
  private var known: Set<String> = []

  mutating func runs(of elements: [MarkdownElement], style: TextStyle = []) -> [TextRun] {
    elements.flatMap { runs(of: $0, style: style) }
  }

  private mutating func runs(of element: MarkdownElement, style: TextStyle) -> [TextRun] {
    switch element.kind {
    case .text(let text): [TextRun(text, style)]
    case .codeSpan(let text): [TextRun(text, style.union(.code))]
    case .softBreak: [TextRun(" ", style)]
    case .lineBreak: [TextRun("\n", style)]
    case .inlineHTML(let html): html.lowercased().hasPrefix("<br") ? [TextRun("\n", style)] : []
    case .emphasis: runs(of: element.children, style: style.union(.emphasis))
    case .strong: runs(of: element.children, style: style.union(.strong))
    case .strikethrough: runs(of: element.children, style: style.union(.struck))
    case .link(let address, _): link(element, to: address, style: style)
    case .image(let address, let title): [TextRun("[" + picture(element, address, title) + "]", style)]
    default: runs(of: element.children, style: style)
    }
  }

  /// The text, and behind it the address where that says more.
  private mutating func link(_ element: MarkdownElement, to address: String, style: TextStyle) -> [TextRun] {
    let text = runs(of: element.children, style: style)
    let bare = address.hasPrefix("mailto:") ? String(address.dropFirst(7)) : address
    let isShown = text.map(\.text).joined() == bare || address.hasPrefix("#") || address.isEmpty
    guard !isShown, known.insert(address).inserted else { return text }
    return text + [TextRun(" (" + bare + ")", .faint)]
  }

  private func picture(_ element: MarkdownElement, _ address: String, _ title: String) -> String {
    let text = element.plainText
    return "picture: " + (text.isEmpty ? title.isEmpty ? address : title : text)
  }
}
