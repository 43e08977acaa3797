import CMarkGFM
import Synchronization
import Vocabulary

/// Reads Markdown into elements.
public enum MarkdownReader {
  /// Elements inside more others than this are not read; nobody writes such a text.
  private static let deepest = 100

  /// The library keeps the characters that are special to extensions in a table of the whole process, to which each
  /// reading adds and from which it takes away: one text is read at a time. Whether the extensions are registered.
  private static let library = Mutex(false)

  /// Throws where the text is more than a lesson can be: too long, too wide, or nested beyond all reason.
  ///
  /// - Parameter includesText: whether what stands inside paragraphs and headings is wanted, too.
  public static func read(_ markdown: String, includesText: Bool) throws(Failure) -> MarkdownElement {
    try MarkdownBudget.check(markdown)
    let root = library.withLock { isReady in
      if !isReady { cmark_gfm_core_extensions_ensure_registered() }
      isReady = true
      return SendableNode(pointer: parse(FrontMatter(of: markdown)?.text ?? markdown))
    }.pointer
    defer { cmark_node_free(root) }
    return try elements(of: root, includesText: includesText)
  }

  /// A tree that nobody else has.
  private struct SendableNode: @unchecked Sendable {
    let pointer: OpaquePointer?
  }

  private static func parse(_ markdown: String) -> OpaquePointer? {
    let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "tasklist"] {
      if let syntax = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, syntax) }
    }
    var markdown = markdown
    markdown.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    return cmark_parser_finish(parser)
  }

  /// Walks without recursion, since a hostile text may be nested as deep as it is long.
  private static func elements(
    of root: OpaquePointer?, includesText: Bool
  ) throws(Failure) -> MarkdownElement {
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    var open: [MarkdownElement] = [MarkdownElement(kind: .document, lines: 1...1)]
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard let node = cmark_iter_get_node(iterator), node != root else { continue }
      if event == CMARK_EVENT_EXIT {
        if let element = open.popLast() { open[open.count - 1].children.append(element) }
        continue
      }
      let element = MarkdownElement(node)
      if isLeaf(node) {
        open[open.count - 1].children.append(element)
      } else if !includesText, element.holdsText {
        open[open.count - 1].children.append(element)
        cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT)
      } else {
        guard open.count < deepest else {
          throw Failure(.document, "this is nested too deep for a lesson", line: element.lines.lowerBound)
        }
        open.append(element)
      }
    }
    return open[0]
  }

  /// The library tells only of the beginning of such nodes.
  private static func isLeaf(_ node: OpaquePointer) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK,
      CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
      true
    default: false
    }
  }
}

extension MarkdownElement {
  fileprivate var holdsText: Bool {
    switch kind {
    case .paragraph, .heading, .cell: true
    default: false
    }
  }

  fileprivate init(_ node: OpaquePointer) {
    kind = Kind(node)
    let first = max(1, Int(cmark_node_get_start_line(node)))
    lines = first...max(first, Int(cmark_node_get_end_line(node)))
  }
}

extension MarkdownElement.Kind {
  fileprivate init(_ node: OpaquePointer) {
    let literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING: self = .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_PARAGRAPH: self = .paragraph
    case CMARK_NODE_BLOCK_QUOTE: self = .quote
    case CMARK_NODE_LIST:
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      self = .list(
        start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil, isTight: cmark_node_get_list_tight(node) != 0)
    case CMARK_NODE_ITEM:
      let hasBox = String(cString: cmark_node_get_type_string(node)) == "tasklist"
      self = .item(isChecked: hasBox ? cmark_gfm_extensions_get_tasklist_item_checked(node) : nil)
    case CMARK_NODE_CODE_BLOCK: self = .code(fence: MarkdownElement.Fence(node), text: literal)
    case CMARK_NODE_HTML_BLOCK: self = .html(literal)
    case CMARK_NODE_THEMATIC_BREAK: self = .rule
    case CMARK_NODE_TEXT: self = .text(literal)
    case CMARK_NODE_SOFTBREAK: self = .softBreak
    case CMARK_NODE_LINEBREAK: self = .lineBreak
    case CMARK_NODE_CODE: self = .codeSpan(literal)
    case CMARK_NODE_HTML_INLINE: self = .inlineHTML(literal)
    case CMARK_NODE_EMPH: self = .emphasis
    case CMARK_NODE_STRONG: self = .strong
    case CMARK_NODE_LINK: self = .link(address: Self.address(node), title: Self.title(node))
    case CMARK_NODE_IMAGE: self = .image(address: Self.address(node), title: Self.title(node))
    default: self.init(extension: node)
    }
  }

  /// GitHub's additions are known by their names.
  private init(extension node: OpaquePointer) {
    switch String(cString: cmark_node_get_type_string(node)) {
    case "table":
      let count = Int(cmark_gfm_extensions_get_table_columns(node))
      let letters = UnsafeBufferPointer(start: cmark_gfm_extensions_get_table_alignments(node), count: count)
      self = .table(letters.map { MarkdownElement.Alignment(letter: $0) })
    case "table_header": self = .row(isHeader: true)
    case "table_row": self = .row(isHeader: cmark_gfm_extensions_get_table_row_is_header(node) != 0)
    case "table_cell": self = .cell
    case "strikethrough": self = .strikethrough
    case "tasklist": self = .item(isChecked: cmark_gfm_extensions_get_tasklist_item_checked(node))
    default: self = .other
    }
  }

  private static func address(_ node: OpaquePointer) -> String {
    cmark_node_get_url(node).map { String(cString: $0) } ?? ""
  }

  private static func title(_ node: OpaquePointer) -> String {
    cmark_node_get_title(node).map { String(cString: $0) } ?? ""
  }
}

extension MarkdownElement.Fence {
  fileprivate init?(_ node: OpaquePointer) {
    var length: Int32 = 0
    var offset: Int32 = 0
    var character: CChar = 0
    guard cmark_node_get_fenced(node, &length, &offset, &character) != 0 else { return nil }
    info = cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
    self.character = Character(Unicode.Scalar(UInt8(bitPattern: character)))
    self.length = Int(length)
  }
}

extension MarkdownElement.Alignment {
  fileprivate init(letter: UInt8) {
    switch letter {
    case UInt8(ascii: "l"): self = .left
    case UInt8(ascii: "c"): self = .center
    case UInt8(ascii: "r"): self = .right
    default: self = .standard
    }
  }
}

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
