extension LessonRenderer {
  /// Elements that stand in a line.
  func inline(_ elements: [MarkdownElement]) -> HTML {
    var tags = OpenTags(isInline: true)
    var html = HTML()
    for element in elements {
      if case .inlineHTML(let raw) = element.kind {
        for piece in RawHTML.pieces(of: raw) { html += tags.html(piece) }
      } else {
        html += inline(element)
      }
    }
    return html + tags.end()
  }

  private func inline(_ element: MarkdownElement) -> HTML {
    switch element.kind {
    case .text(let text), .html(let text): HTML(text: text)
    case .softBreak: "\n"
    case .lineBreak: "<br />\n"
    case .codeSpan(let text): "<code>\(text)</code>"
    case .emphasis: "<em>\(inline(element.children))</em>"
    case .strong: "<strong>\(inline(element.children))</strong>"
    case .strikethrough: "<del>\(inline(element.children))</del>"
    case .link(let address, let title): link(address, title, inline(element.children))
    case .image(let address, let title): image(address, title, element.plainText)
    default: inline(element.children)
    }
  }

  private func link(_ address: String, _ title: String, _ content: HTML) -> HTML {
    guard let target = links.address(address) else { return content }
    return .element("a", ["href": target, "title": title.isEmpty ? nil : title], content)
  }

  /// The picture itself where it belongs to the lesson, else a link to it.
  private func image(_ address: String, _ title: String, _ description: String) -> HTML {
    guard let image = links.image(address) else {
      return link(address, title, HTML(text: description.isEmpty ? address : description))
    }
    let hover: HTML = title.isEmpty ? "" : " title=\"\(title)\""
    return "<img src=\"\(image.address)\" alt=\"\(description)\"\(hover) />"
  }
}
