import Platform
import Vocabulary

/// Takes Markdown apart into passages and what stands between them.
struct PassageReader {
  enum Piece: Sendable, Equatable {
    case passage(Passage)
    /// Code that begins on a line, with the passage that shows it.
    case code(line: Int, Passage)
    /// A list that begins on a line, and the passages of its items.
    case list(line: Int, [Piece])
    case html(String, line: Int)
  }

  private(set) var pieces: [Piece] = []
  private var frames: [Passage.Frame] = []
  /// Whether the next passage follows without a blank line.
  private var isClose = false
  private var text = InlineReader()

  mutating func read(_ element: MarkdownElement) {
    switch element.kind {
    case .heading(let level): add(.heading(level: level, text.runs(of: element.children)))
    case .paragraph: add(.paragraph(text.runs(of: element.children)))
    case .rule: add(.rule)
    case .table(let alignments): add(table(element, alignments))
    case .code(_, let code): pieces.append(.code(line: element.lines.lowerBound, passage(.code(code))))
    case .html(let html): pieces.append(.html(html, line: element.lines.lowerBound))
    case .quote: read(element.children, in: .quote)
    case .list(let start, let isTight): read(list: element, start: start, isTight: isTight)
    default: for child in element.children { read(child) }
    }
  }

  private mutating func add(_ content: Passage.Content) { pieces.append(.passage(passage(content))) }

  private mutating func passage(_ content: Passage.Content) -> Passage {
    let passage = Passage(content, frames: frames, isClose: isClose)
    isClose = false
    // A mark stands before the first line only.
    for index in frames.indices { frames[index].first = frames[index].rest }
    return passage
  }

  private mutating func read(_ elements: [MarkdownElement], in frame: Passage.Frame) {
    frames.append(frame)
    for element in elements { read(element) }
    frames.removeLast()
  }

  private mutating func read(list: MarkdownElement, start: Int?, isTight: Bool) {
    // Exchanged, not copied, so that many lists take no longer than their length.
    var outer: [Piece] = []
    swap(&outer, &pieces)
    let last = start.map { $0 + list.children.count - 1 }
    let width = last.map { "\($0). ".count } ?? 2
    for (index, item) in list.children.enumerated() {
      let number = start.map { "\($0 + index). " } ?? "- "
      var marker = String(repeating: " ", count: max(0, width - number.count)) + number
      if case .item(let isChecked?) = item.kind { marker += isChecked ? "[x] " : "[ ] " }
      if isTight, index > 0 { isClose = true }
      // An item without a word still has its mark.
      let opensWithText = item.children.first.map { if case .code = $0.kind { false } else { true } } ?? false
      frames.append(Passage.Frame(marker: marker))
      if !opensWithText { add(.paragraph([])) }
      for (place, child) in item.children.enumerated() {
        if isTight, place > 0 { isClose = true }
        read(child)
      }
      frames.removeLast()
    }
    isClose = false
    outer.append(.list(line: list.lines.lowerBound, pieces))
    pieces = outer
  }

  private mutating func table(_ element: MarkdownElement, _ alignments: [MarkdownElement.Alignment]) -> Passage.Content
  {
    let rows = element.children.map { row in
      let cells = row.children.map { text.runs(of: $0.children) }
      return cells + [[TextRun]](repeating: [], count: max(0, alignments.count - cells.count))
    }
    return .table(alignments, rows: rows)
  }
}

extension [PassageReader.Piece] {
  /// The pieces with those of lists in their places.
  var flat: [PassageReader.Piece] {
    flatMap { piece in if case .list(_, let inner) = piece { inner.flat } else { [piece] } }
  }
}

/// Takes what stands in a paragraph apart into runs of text.
private struct InlineReader {
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
    let words = text.map(\.text).joined()
    guard let shown = shown(address, behind: words), known.insert(address).inserted else { return text }
    return text + [TextRun(" (" + shown + ")", .faint)]
  }

  /// What an address says that its text does not; of another lesson its number.
  private func shown(_ address: String, behind text: String) -> String? {
    if address.hasPrefix("#") || address.isEmpty { return nil }
    let file = Address(address)
    if file.isRelative, BytePath(file.path).isMarkdown {
      let name = file.path.lastComponent
      let said = text.lowercased()
      guard let number = Course.number(of: name) else { return said.contains(Course.name(of: name)) ? nil : file.path }
      return said.contains("next") || said.contains("\(number)") ? nil : "lesson \(number)"
    }
    let bare = address.hasPrefix("mailto:") ? String(address.dropFirst(7)) : address
    return text == bare ? nil : bare
  }

  private func picture(_ element: MarkdownElement, _ address: String, _ title: String) -> String {
    let text = element.plainText
    return "picture: " + (text.isEmpty ? title.isEmpty ? address : title : text)
  }
}

/// What a piece of HTML says without its tags and comments, and which `<details>` it opens and closes.
struct Markup {
  private(set) var text = ""
  private(set) var summary = ""
  private(set) var opened = 0
  private(set) var closed = 0

  init(_ html: String) {
    var rest = html[...]
    var isSummary = false
    while let first = rest.first {
      if rest.hasPrefix("<!--") {
        rest = rest.firstRange(of: "-->").map { rest[$0.upperBound...] } ?? ""
      } else if first == "<", let end = rest.firstIndex(of: ">") {
        let tag = rest[rest.index(after: rest.startIndex)..<end].lowercased()
        let name = tag.prefix { $0.isLetter || $0.isNumber || $0 == "/" }
        switch name {
        case "details": opened += 1
        case "/details": closed += 1
        case "summary": isSummary = true
        case "/summary": isSummary = false
        default: break
        }
        rest = rest[rest.index(after: end)...]
      } else {
        if isSummary { summary.append(first) } else { text.append(first) }
        rest = rest.dropFirst()
      }
    }
    summary = summary.trimmingSpace
    text = text.trimmingSpace
  }
}
