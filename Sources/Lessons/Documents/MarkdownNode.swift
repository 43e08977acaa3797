import CMarkGFM
import Vocabulary

/// A fenced block or an HTML comment of a Markdown text.
struct MarkdownNode {
  enum Kind {
    case fence(info: String, character: Character, length: Int)
    case comment
  }

  let kind: Kind
  /// The content without fences, indentation and quote marks.
  let lines: [String]
  /// The line of the opening fence or of `<!--`, counted from 1.
  let firstLine: Int
  let lastLine: Int

  /// All of them, in the order of the text, as the CommonMark library finds them.
  static func all(in markdown: String) -> [MarkdownNode] {
    var text = markdown
    guard let root = text.withUTF8({ bytes in
      bytes.withMemoryRebound(to: CChar.self) { cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT) }
    }) else { return [] }
    defer { cmark_node_free(root) }
    guard let iterator = cmark_iter_new(root) else { return [] }
    defer { cmark_iter_free(iterator) }
    var nodes: [MarkdownNode] = []
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return nodes }
      if event == CMARK_EVENT_ENTER, let node = MarkdownNode(cmark_iter_get_node(iterator)) { nodes.append(node) }
    }
  }

  private init?(_ node: OpaquePointer?) {
    let type = cmark_node_get_type(node)
    let literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    if type == CMARK_NODE_CODE_BLOCK {
      var length: Int32 = 0
      var offset: Int32 = 0
      var character: CChar = 0
      guard cmark_node_get_fenced(node, &length, &offset, &character) != 0 else { return nil }
      let info = cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
      let fence = Character(Unicode.Scalar(UInt8(bitPattern: character)))
      kind = .fence(info: info, character: fence, length: Int(length))
    } else if type == CMARK_NODE_HTML_BLOCK, literal.drop(while: \.isWhitespace).hasPrefix("<!--") {
      kind = .comment
    } else {
      return nil
    }
    var lines = literal.lines.map(String.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
    firstLine = Int(cmark_node_get_start_line(node))
    lastLine = Int(cmark_node_get_end_line(node))
  }

  /// Whether the last line of the block is its closing fence, and not just the end of what surrounds it.
  func isClosed(by character: Character, atLeast length: Int, in source: [Substring]) -> Bool {
    guard lastLine > firstLine, source.indices.contains(lastLine - 1) else { return false }
    let line = source[lastLine - 1].drop { $0.isWhitespace || $0 == ">" }
    let fence = line.prefix { $0 == character }
    return fence.count >= length && line.dropFirst(fence.count).allSatisfy(\.isWhitespace)
  }
}
