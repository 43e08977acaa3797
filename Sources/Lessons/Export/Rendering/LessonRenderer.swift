import Vocabulary

/// Parts of a lesson that a page shows in another way than exported ones do.
protocol LessonParts: Sendable {
  /// Nil where the part is shown as on an exported page.
  func html(of block: Block) -> HTML?
  func html(of exercise: Exercise) -> HTML?
  func html(of quiz: Quiz) -> HTML?
  /// Whether the element that begins on a line is shown at all.
  func shows(line: Int) -> Bool
}

/// Turns the Markdown of a lesson into the content of a page: blocks as they ran, exercises and quizzes with their answers
/// folded away, keys and set-up left out.
struct LessonRenderer {
  private let blocks: [Int: Block]
  private let exercises: [Int: Exercise]
  private let quizzes: [Int: Quiz]
  /// What commands printed, by the lines on which they begin.
  private let results: [Int: CommandResult]
  /// What blocks showed with other values, too, by the lines on which they begin.
  private let explored: [Int: ExploredBlock]
  private let lexicon: Lexicon
  let links: PageLinks
  /// Nil for an exported page.
  private let parts: (any LessonParts)?
  /// The headings so far.
  private(set) var headings: [PageHeading] = []
  private var anchors = Anchors()
  /// Of text from inside a key, whose lines are not those of the file.
  private var isFragment = false
  /// How many folds surround what is being rendered.
  private var folds = 0

  init(
    _ document: Document, _ results: [CommandResult], explored: [ExploredBlock] = [], lexicon: Lexicon,
    links: PageLinks, parts: (any LessonParts)? = nil
  ) {
    blocks = Dictionary(document.blocks.map { ($0.lines.lowerBound, $0) }) { first, _ in first }
    exercises = Dictionary(document.exercises.map { ($0.template.lines.lowerBound, $0) }) { first, _ in first }
    quizzes = Dictionary(document.quizzes.map { ($0.lines.lowerBound, $0) }) { first, _ in first }
    self.results = Dictionary(results.map { ($0.command.line, $0) }) { first, _ in first }
    self.explored = Dictionary(explored.map { ($0.block.lines.lowerBound, $0) }) { first, _ in first }
    self.lexicon = lexicon
    self.links = links
    self.parts = parts
  }

  // MARK: Blocks

  /// Elements that stand below each other.
  mutating func html(of elements: [MarkdownElement], isTight: Bool = false) -> HTML {
    pieces(of: elements, isTight: isTight).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The same, a piece for each element and at most one more that closes what they left open.
  mutating func pieces(of elements: [MarkdownElement], isTight: Bool = false) -> [HTML] {
    var tags = OpenTags(isInline: false)
    let surrounding = folds
    var pieces: [HTML] = []
    for element in elements {
      if !isFragment, parts?.shows(line: element.lines.lowerBound) == false {
        pieces.append("")
      } else if case .html(let raw) = element.kind {
        pieces.append(RawHTML.pieces(of: raw).map { tags.html($0) }.joined())
        folds = surrounding + tags.folds
      } else {
        pieces.append(html(of: element, isTight: isTight))
      }
    }
    folds = surrounding
    let end = tags.end()
    return end.isEmpty ? pieces : pieces + [end]
  }

  private mutating func html(of element: MarkdownElement, isTight: Bool) -> HTML {
    switch element.kind {
    case .heading(let level): heading(element, level: level)
    case .paragraph: isTight ? inline(element.children) : "<p>\(inline(element.children))</p>"
    case .quote: quote(element)
    case .list(let start, let isTight): list(element, start: start, isTight: isTight)
    case .code(let fence, let text): code(fence, text, line: element.lines.lowerBound)
    case .rule: "<hr />"
    case .table(let alignments): table(element, alignments)
    case .text, .softBreak, .lineBreak, .codeSpan, .inlineHTML, .emphasis, .strong, .strikethrough, .link, .image:
      inline([element])
    case .document, .item, .html, .row, .cell, .other: html(of: element.children)
    }
  }

  /// A quote, or one of GitHub's notes, which a mark such as `[!NOTE]` opens.
  private mutating func quote(_ element: MarkdownElement) -> HTML {
    if let first = element.children.first, first.kind == .paragraph {
      let words = first.children.prefix { $0.kind != .softBreak && $0.kind != .lineBreak }
      let mark = words.map(\.plainText).joined()
      if let label = Self.notes["\(mark.trimmingSpace.uppercased())"] {
        let rest = inline(Array(first.children.dropFirst(words.count + 1)))
        let others = html(of: Array(element.children.dropFirst()))
        let parts = [rest.isEmpty ? "" : "<p>\(rest)</p>", others].filter { !$0.isEmpty }.joined(separator: "\n")
        return "<blockquote>\n<p><strong>\(label)</strong></p>\n\(parts)\n</blockquote>"
      }
    }
    return "<blockquote>\n\(html(of: element.children))\n</blockquote>"
  }

  private static let notes = [
    "[!NOTE]": "Note", "[!TIP]": "Tip", "[!IMPORTANT]": "Important", "[!WARNING]": "Warning", "[!CAUTION]": "Caution",
  ]

  private mutating func heading(_ element: MarkdownElement, level: Int) -> HTML {
    let text = element.shownText.trimmingSpace
    let name: StaticString =
      switch level {
      case 1: "h1"
      case 2: "h2"
      case 3: "h3"
      case 4: "h4"
      case 5: "h5"
      default: "h6"
      }
    guard !isFragment else { return .element(name, [:], inline(element.children)) }
    let anchor = anchors.anchor(for: text)
    headings.append(PageHeading(level: level, text: text, anchor: anchor))
    return .element(name, ["id": anchor], inline(element.children))
  }

  private mutating func list(_ element: MarkdownElement, start: Int?, isTight: Bool) -> HTML {
    if !isFragment, let quiz = quizzes[element.lines.lowerBound], quiz.options.count == element.children.count {
      return html(of: quiz)
    }
    var items = HTML()
    var hasBoxes = false
    for item in element.children {
      var box = HTML()
      if case .item(let isChecked?) = item.kind {
        hasBoxes = true
        box =
          isChecked
          ? "<span role=\"img\" aria-label=\"done\">☑</span> " : "<span role=\"img\" aria-label=\"open\">☐</span> "
      }
      items += "<li>\(box)\(html(of: item.children, isTight: isTight))</li>\n"
    }
    let kind = hasBoxes ? "boxes" : nil
    guard let start else { return .element("ul", ["class": kind], "\n" + items) }
    return .element("ol", ["class": kind, "start": start == 1 ? nil : String(start)], "\n" + items)
  }

  private mutating func table(_ element: MarkdownElement, _ alignments: [MarkdownElement.Alignment]) -> HTML {
    var head = HTML()
    var body = HTML()
    for row in element.children {
      guard case .row(let isHeader) = row.kind else { continue }
      var cells = HTML()
      for (column, cell) in row.children.enumerated() {
        let alignment = column < alignments.count ? alignments[column].className : nil
        let content = inline(cell.children)
        cells +=
          isHeader && !content.isEmpty
          ? .element("th", ["class": alignment, "scope": "col"], content)
          : .element("td", ["class": alignment], content)
      }
      if isHeader { head += "<tr>\(cells)</tr>\n" } else { body += "<tr>\(cells)</tr>\n" }
    }
    if !head.isEmpty { head = "<thead>\n\(head)</thead>\n" }
    if !body.isEmpty { body = "<tbody>\n\(body)</tbody>\n" }
    let texts = element.children.map { $0.children.map(\.shownText) }
    return .element(
      "div", ["class": "scroll", "tabindex": WideBlock.tabIndex(of: texts)], "<table>\n\(head)\(body)</table>")
  }

  // MARK: Code

  private mutating func code(_ fence: MarkdownElement.Fence?, _ text: String, line: Int) -> HTML {
    if !isFragment, let exercise = exercises[line] { return html(of: exercise) }
    if !isFragment, let block = blocks[line], !block.isHidden {
      if let html = parts?.html(of: block) { return html }
      if let explored = explored[line] { return ExplorationRenderer(explored, lexicon: lexicon).html }
      let session = SessionRenderer(block, results, lexicon: lexicon).html
      guard block.solution != nil, folds == 0 else { return session }
      return "<details><summary>Solution</summary>\n\(session)\n</details>"
    }
    return .element(
      "div", ["class": "code", "tabindex": WideBlock.tabIndex(of: text)], "<pre><code>\(text)</code></pre>")
  }

  // MARK: Tasks

  private mutating func html(of exercise: Exercise) -> HTML {
    if let html = parts?.html(of: exercise) { return html }
    let session = SessionRenderer(exercise.template, [:], lexicon: lexicon).html
    let hints = hints(exercise.hints[...], of: exercise.hints.count)
    return """
      <div class="exercise" role="group" aria-label="Exercise">
      <p class="label">Exercise · \(counted(exercise.points, "point"))</p>
      \(session)\(hints.isEmpty ? hints : "\n" + hints)
      </div>
      """
  }

  /// Each hint inside the one before, so that they are read one after the other.
  private mutating func hints(_ hints: ArraySlice<String>, of count: Int) -> HTML {
    guard let hint = hints.first else { return "" }
    let name = count == 1 ? "Hint" : "Hint \(count - hints.count + 1) of \(count)"
    let rest = self.hints(hints.dropFirst(), of: count)
    return """
      <details class="hint"><summary>\(name)</summary>
      \(fragment(hint))\(rest.isEmpty ? rest : "\n" + rest)
      </details>
      """
  }

  private mutating func html(of quiz: Quiz) -> HTML {
    if let html = parts?.html(of: quiz) { return html }
    let points = counted(quiz.points, "point")
    let how: HTML = "<span class=\"screen\">. Choose an answer to see whether it is right.</span>"
    var options = HTML()
    for option in quiz.options {
      let text: HTML = "<span class=\"letter\">\(option.letter))</span> \(line(option.text))"
      if quiz.isKept {
        options += "<li>\(text)</li>\n"
      } else {
        options += "<li><details><summary>\(text)</summary>\n<p>\(verdict(on: option, of: quiz))</p></details></li>\n"
      }
    }
    return """
      <div class="quiz" role="group" aria-label="Quiz">
      <p class="label">Quiz · \(points)\(quiz.isKept ? "" : how)</p>
      <ul class="options">
      \(options)</ul>
      </div>
      """
  }

  /// Whether an option is right, and why not.
  func verdict(on option: Quiz.Option, of quiz: Quiz) -> HTML {
    if quiz.answers.contains(option.letter) { return "<span class=\"correct\">Right.</span>" }
    let message = quiz.messages.first { $0.letter == option.letter }
    return "<span class=\"wrong\">No.</span>" + (message.map { " " + line($0.text) } ?? "")
  }

  /// Markdown from inside a key.
  mutating func fragment(_ markdown: String) -> HTML {
    guard let root = try? MarkdownReader.read(markdown, includesText: true) else { return "<p>\(markdown)</p>" }
    let outer = isFragment
    isFragment = true
    defer { isFragment = outer }
    return html(of: root.children)
  }

  /// Markdown that stands in a line, like a paragraph without its ends.
  func line(_ markdown: String) -> HTML {
    guard let root = try? MarkdownReader.read(markdown, includesText: true), root.children.count == 1,
      let only = root.children.first, only.kind == .paragraph
    else { return HTML(text: markdown) }
    return inline(only.children)
  }
}

extension MarkdownElement.Alignment {
  /// The class of a cell that is aligned so.
  var className: String? {
    switch self {
    case .standard: nil
    case .left: "left"
    case .center: "center"
    case .right: "right"
    }
  }
}

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
