import Vocabulary

/// What a text may hold so that reading it takes time and memory in proportion to its length.
///
/// The library completes the rows of a table to its widest, copies an address to each place that refers to it, and looks for the
/// end of each tag through the rest of its paragraph: a small file can take gigabytes or minutes. These are the bounds, far beyond
/// what anybody writes.
enum MarkdownBudget {
  static let bytes = 20_000_000
  /// Cells of tables, those that are completed included.
  static let cells = 500_000
  /// Bytes of addresses that references make of their definitions.
  static let addresses = 100_000_000
  /// Bytes that are looked through for the ends of tags.
  static let steps = 200_000_000
  /// Columns of a line that are white space or marks of quotes and lists, each of which could open an element.
  static let depth = 1_000
  /// Definitions of references.
  static let definitions = 10_000

  /// Throws where a text is over the budget, with the line on which it is.
  static func check(_ markdown: String) throws(Failure) {
    var markdown = markdown
    let failure = markdown.withUTF8 { bytes -> Failure? in
      var scan = Scan()
      return scan.failure(in: bytes)
    }
    if let failure { throw failure }
  }

  /// One pass over the lines.
  private struct Scan {
    private var line = 0
    private var cells = 0
    /// Of the table that may go on: its columns.
    private var columns = 0
    private var definitions = 0
    /// The longest definition of a reference, and where it is.
    private var longest = (length: 0, line: 1)
    private var brackets = 0
    /// Of the paragraph that may go on.
    private var openings = 0
    private var paragraph = 0
    private var steps = 0

    mutating func failure(in bytes: UnsafeBufferPointer<UInt8>) -> Failure? {
      guard bytes.count <= MarkdownBudget.bytes else {
        let lines = bytes[..<MarkdownBudget.bytes].count { $0 == UInt8(ascii: "\n") }
        return over("the text is longer than \(MarkdownBudget.bytes / 1_000_000) MB", at: lines + 1)
      }
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") { end += 1 }
        line += 1
        if let failure = take(UnsafeBufferPointer(rebasing: bytes[start..<end])) { return failure }
        start = end + 1
        if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "\r"), bytes[end + 1] == UInt8(ascii: "\n") { start += 1 }
      }
      return nil
    }

    private func over(_ message: String, at line: Int) -> Failure {
      Failure(.document, message, line: line, hint: "no lesson needs so much; divide it")
    }

    private mutating func take(_ text: UnsafeBufferPointer<UInt8>) -> Failure? {
      var marks = 0
      var depth = 0
      while marks < text.count, let byte = Optional(text[marks]), " \t>-*+".utf8.contains(byte) {
        if byte != UInt8(ascii: " ") { depth += 1 }
        marks += 1
      }
      // A rule is made of such marks alone.
      if marks < text.count, depth > MarkdownBudget.depth {
        return over("this is nested too deep for a lesson", at: line)
      }
      if marks == text.count {
        (columns, openings, paragraph) = (0, 0, 0)
        return nil
      }
      return tables(text) ?? references(text, from: marks) ?? tags(text)
    }

    /// A line of `|`, `-` and `:` opens a table; each row that follows takes as many cells.
    private mutating func tables(_ text: UnsafeBufferPointer<UInt8>) -> Failure? {
      let isDelimiter =
        text.contains(UInt8(ascii: "|")) && text.contains(UInt8(ascii: "-"))
        && text.allSatisfy { " \t|:->".utf8.contains($0) }
      if isDelimiter { columns = max(columns, text.count { $0 == UInt8(ascii: "|") } + 1) }
      cells += columns
      return cells > MarkdownBudget.cells
        ? over("the tables have more than \(MarkdownBudget.cells) cells", at: line) : nil
    }

    /// `[name]: address`, which may go on on the next line.
    private mutating func references(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Failure? {
      let isDefinition =
        text[start] == UInt8(ascii: "[")
        && text.indices.dropFirst().contains { text[$0] == UInt8(ascii: ":") && text[$0 - 1] == UInt8(ascii: "]") }
      if isDefinition {
        definitions += 1
        if text.count > longest.length { longest = (text.count, line) }
        if definitions > MarkdownBudget.definitions {
          return over("more than \(MarkdownBudget.definitions) references are defined", at: line)
        }
      }
      brackets += text.count { $0 == UInt8(ascii: "[") }
      guard longest.length > 0,
        brackets.multipliedReportingOverflow(by: longest.length).partialValue > MarkdownBudget.addresses
      else { return nil }
      return over("this address is too long for how often it could be referred to", at: longest.line)
    }

    /// `<?`, `<!` and the like are looked for up to the end of the paragraph where they are not closed.
    private mutating func tags(_ text: UnsafeBufferPointer<UInt8>) -> Failure? {
      openings += text.indices.dropLast().count { index in
        text[index] == UInt8(ascii: "<")
          && (text[index + 1] == UInt8(ascii: "?") || text[index + 1] == UInt8(ascii: "!"))
      }
      paragraph += text.count
      guard openings * paragraph > MarkdownBudget.steps else { return nil }
      return over("this paragraph has too many tags", at: line)
    }
  }
}
