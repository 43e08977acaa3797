/// A piece of prose that is not divided further, such as a paragraph, before it is known how wide the window is.
public struct Passage: Sendable, Equatable {
  public enum Content: Sendable, Equatable {
    case heading(level: Int, [TextRun])
    /// Line ends in it are kept.
    case paragraph([TextRun])
    case code(String)
    case rule
    /// The first row holds the titles.
    case table([MarkdownElement.Alignment], rows: [[[TextRun]]])
  }

  /// A quote or an item of a list: what stands before the first line, and before the others.
  public struct Frame: Sendable, Equatable {
    public var first: String
    public var rest: String

    static let quote = Frame(first: "│ ", rest: "│ ")

    init(first: String, rest: String) {
      self.first = first
      self.rest = rest
    }

    init(marker: String) { self.init(first: marker, rest: String(repeating: " ", count: marker.count)) }
  }

  public internal(set) var content: Content
  /// What it stands in, outermost first.
  public internal(set) var frames: [Frame] = []
  /// Whether it follows without a blank line, as in a tight list.
  public internal(set) var isClose = false

  init(_ content: Content, frames: [Frame] = [], isClose: Bool = false) {
    self.content = content
    self.frames = frames
    self.isClose = isClose
  }

  /// A paragraph.
  public init(_ runs: [TextRun]) { self.init(.paragraph(runs)) }

  /// A paragraph of plain text.
  public init(_ text: String, _ style: TextStyle = []) { self.init([TextRun(text, style)]) }

  /// The passages of some Markdown; where it cannot be read, the text as it is.
  public static func all(in markdown: String) -> [Passage] {
    guard let root = try? MarkdownReader.read(markdown, includesText: true) else { return [Passage(markdown)] }
    var reader = PassageReader()
    reader.read(root)
    return reader.pieces.flat.compactMap { piece in
      switch piece {
      case .passage(let passage), .code(_, let passage): passage
      case .list, .html: nil
      }
    }
  }
}

extension Passage {
  /// A table whose first row holds the titles.
  public static func table(_ alignments: [MarkdownElement.Alignment], rows: [[[TextRun]]]) -> Passage {
    Passage(.table(alignments, rows: rows))
  }
}

extension [Passage] {
  /// The passages with some text before the first word.
  func led(by run: TextRun) -> [Passage] {
    guard let first, case .paragraph(let runs) = first.content else { return [Passage([run])] + self }
    var passages = self
    passages[0].content = .paragraph([run] + runs)
    return passages
  }
}

/// How words look, as far as the terminal can show it.
public struct TextStyle: OptionSet, Sendable, Hashable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  public static let strong = TextStyle(rawValue: 1 << 0)
  public static let emphasis = TextStyle(rawValue: 1 << 1)
  public static let code = TextStyle(rawValue: 1 << 2)
  public static let struck = TextStyle(rawValue: 1 << 3)
  public static let heading = TextStyle(rawValue: 1 << 4)
  /// Of a heading of the first level.
  public static let title = TextStyle(rawValue: 1 << 5)
  /// What stands back: addresses, rules, marks of quotes.
  public static let faint = TextStyle(rawValue: 1 << 6)
  public static let number = TextStyle(rawValue: 1 << 7)
  /// What is said of a right answer, and of one that is not.
  public static let praise = TextStyle(rawValue: 1 << 8)
  public static let doubt = TextStyle(rawValue: 1 << 9)
}

/// Some text in one style.
public struct TextRun: Sendable, Equatable {
  public var text: String
  public var style: TextStyle

  public init(_ text: String, _ style: TextStyle = []) {
    self.text = text
    self.style = style
  }
}

/// A line as it is to be shown.
public struct StyledLine: Sendable, Equatable {
  public internal(set) var runs: [TextRun]

  public init(_ runs: [TextRun]) { self.runs = runs }

  public var text: String { runs.map(\.text).joined() }
}

extension OutputLine {
  /// The line with its numbers marked.
  var styled: StyledLine {
    var runs: [TextRun] = []
    var end = 0
    for (start, number) in numbers.sorted(by: { $0.key < $1.key }) where start >= end {
      if start > end { runs.append(TextRun(String(characters[end..<start]).visible(keepsLines: true))) }
      runs.append(TextRun(String(characters[number.range]), .number))
      end = number.range.upperBound
    }
    if end < characters.count { runs.append(TextRun(String(characters[end...]).visible(keepsLines: true))) }
    return StyledLine(runs)
  }
}
