import CMarkGFM
import Vocabulary

/// A lesson as it is written: its blocks of commands, in the order of the file.
public struct Document: Sendable {
  public let blocks: [Block]
  /// Code blocks of other languages, which are left alone.
  public let otherBlocks: Int

  /// Reads Markdown. Throws a failure of kind `syntax`, its message beginning with the line, where a fence is never closed,
  /// a word after `gradus` is unknown, or a block begins with something that is no command.
  public init(_ markdown: String) throws(DocumentFailure) {
    let source = markdown.lines
    var blocks: [Block] = []
    var otherBlocks = 0
    for node in MarkdownNode.all(in: markdown) {
      switch node.kind {
      case .fence(let info, let character, let length):
        let words = info.split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.first == "gradus" else {
          otherBlocks += 1
          continue
        }
        guard node.isClosed(by: character, atLeast: length, in: source) else {
          throw DocumentFailure(line: node.firstLine, message: "this block is never closed", hint: "end it with ```")
        }
        let marks = try BlockMark.read(words.dropFirst(), line: node.firstLine)
        blocks.append(try Block(marks, node.lines, firstLine: node.firstLine + 1))
      case .comment:
        if let block = try Block(comment: node.lines, firstLine: node.firstLine) { blocks.append(block) }
      }
    }
    self.blocks = blocks
    self.otherBlocks = otherBlocks
  }
}

/// Why a file cannot be read as a lesson.
public struct DocumentFailure: Error, Sendable, Equatable {
  /// Counted from 1; nil where the whole file is meant.
  public let line: Int?
  public let message: String
  public let hint: String?

  public init(line: Int?, message: String, hint: String? = nil) {
    self.line = line
    self.message = message
    self.hint = hint
  }
}
