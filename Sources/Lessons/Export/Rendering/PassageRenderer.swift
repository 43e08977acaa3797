/// Shows passages, which the tutor makes of Markdown, on a page.
struct PassageRenderer {
  /// The passages below each other.
  static func html(of passages: [Passage]) -> HTML { html(of: passages[...], depth: 0) }

  private static func html(of passages: ArraySlice<Passage>, depth: Int) -> HTML {
    var parts: [HTML] = []
    var rest = passages
    while let first = rest.first {
      guard first.frames.count > depth else {
        parts.append(html(of: first))
        rest = rest.dropFirst()
        continue
      }
      let isQuote = first.frames[depth] == .quote
      let group = rest.prefix { $0.frames.count > depth && ($0.frames[depth] == .quote) == isQuote }
      parts.append(isQuote ? "<blockquote>\n\(html(of: group, depth: depth + 1))\n</blockquote>" : list(group, depth))
      rest = rest[group.endIndex...]
    }
    return parts.joined(separator: "\n")
  }

  /// A passage whose frame begins with a mark begins an item.
  private static func list(_ passages: ArraySlice<Passage>, _ depth: Int) -> HTML {
    let isMarked = { (passage: Passage) in passage.frames[depth].first.contains { !$0.isWhitespace } }
    var items = HTML()
    var rest = passages
    while let first = rest.first {
      let item = [first] + rest.dropFirst().prefix { !isMarked($0) }
      rest = rest.dropFirst(item.count)
      if item.count == 1, first.frames.count == depth + 1, case .paragraph(let runs) = first.content {
        items += "<li>\(inline(runs))</li>\n"
      } else {
        items += "<li>\(html(of: item[...], depth: depth + 1))</li>\n"
      }
    }
    let isNumbered = passages.first?.frames[depth].first.contains(where: \.isNumber) ?? false
    return isNumbered ? "<ol>\n\(items)</ol>" : "<ul>\n\(items)</ul>"
  }

  private static func html(of passage: Passage) -> HTML {
    switch passage.content {
    case .heading(_, let runs): "<p><strong>\(inline(runs))</strong></p>"
    case .paragraph(let runs): "<p>\(inline(runs))</p>"
    case .code(let text):
      .element(
        "div", ["class": "code", "tabindex": WideBlock.tabIndex(of: text)], "<pre><code>\(text)</code></pre>")
    case .rule: "<hr />"
    case .table(let alignments, let rows): table(alignments, rows)
    }
  }

  private static func table(_ alignments: [MarkdownElement.Alignment], _ rows: [[[TextRun]]]) -> HTML {
    var lines = HTML()
    for (index, row) in rows.enumerated() {
      var cells = HTML()
      for (column, cell) in row.enumerated() {
        let alignment = column < alignments.count ? alignments[column].className : nil
        cells +=
          index == 0
          ? .element("th", ["class": alignment, "scope": "col"], inline(cell))
          : .element("td", ["class": alignment], inline(cell))
      }
      lines += "<tr>\(cells)</tr>\n"
    }
    let texts = rows.map { $0.map { $0.map(\.text).joined() } }
    return .element(
      "div", ["class": "scroll", "tabindex": WideBlock.tabIndex(of: texts)], "<table>\n\(lines)</table>")
  }

  /// Runs of text in a line.
  static func inline(_ runs: [TextRun]) -> HTML { runs.map(html).joined() }

  private static func html(of run: TextRun) -> HTML {
    var html = HTML()
    for (index, line) in run.text.lines.enumerated() { html += index > 0 ? "<br />\n\(line)" : "\(line)" }
    if run.style.contains(.code) { html = "<code>\(html)</code>" }
    if run.style.contains(.emphasis) { html = "<em>\(html)</em>" }
    if run.style.contains(.strong) { html = "<strong>\(html)</strong>" }
    if run.style.contains(.struck) { html = "<del>\(html)</del>" }
    if run.style.contains(.praise) { html = "<span class=\"correct\">\(html)</span>" }
    if run.style.contains(.doubt) { html = "<span class=\"wrong\">\(html)</span>" }
    return html
  }
}

extension HTML {
  /// A line of Markdown, as it stands in a line of a page.
  public init(markdown line: String) {
    let passages = Passage.all(in: line)
    if passages.count == 1, case .paragraph(let runs) = passages[0].content {
      self = PassageRenderer.inline(runs)
    } else {
      self.init(text: line)
    }
  }
}

extension Passage {
  /// Its words, as they are read aloud.
  var plainText: String {
    switch content {
    case .heading(_, let runs), .paragraph(let runs): runs.map(\.text).joined()
    case .code(let text): text
    case .rule: ""
    case .table(_, let rows):
      rows.map { $0.map { $0.map(\.text).joined() }.joined(separator: ", ") }.joined(separator: "; ")
    }
  }
}
