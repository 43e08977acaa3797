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
