/// A piece of Markdown, as the CommonMark library reads it, with GitHub's tables, strikethrough and task lists.
public struct MarkdownElement: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case document
    // Blocks.
    case heading(level: Int)
    case paragraph
    case quote
    /// `start` is nil for bullets; in a tight list no lines stand between the items.
    case list(start: Int?, isTight: Bool)
    /// `isChecked` is nil where the item has no box.
    case item(isChecked: Bool?)
    /// `fence` is nil for code that is only indented.
    case code(fence: Fence?, text: String)
    case html(String)
    case rule
    case table([Alignment])
    case row(isHeader: Bool)
    case cell
    // Inside a line.
    case text(String)
    case softBreak
    case lineBreak
    case codeSpan(String)
    case inlineHTML(String)
    case emphasis
    case strong
    case strikethrough
    case link(address: String, title: String)
    case image(address: String, title: String)
    /// What no reader of this program knows; its children are shown.
    case other
  }

  /// The opening fence of a block of code.
  public struct Fence: Sendable, Equatable {
    /// What follows it on its line.
    public let info: String
    public let character: Character
    public let length: Int
  }

  public enum Alignment: Sendable, Equatable {
    case standard, left, center, right
  }

  public let kind: Kind
  /// The lines of the text that it takes, counted from 1; of what stands inside a line, those that the library tells.
  public let lines: ClosedRange<Int>
  public internal(set) var children: [MarkdownElement] = []

  /// Itself and all within it, in the order of the text.
  public func forEach<Problem: Error>(_ body: (MarkdownElement) throws(Problem) -> Void) throws(Problem) {
    try body(self)
    for child in children { try child.forEach(body) }
  }

  /// The words without their marks.
  public var plainText: String {
    switch kind {
    case .text(let text), .codeSpan(let text): text
    case .softBreak, .lineBreak: " "
    default: children.map(\.plainText).joined()
    }
  }
}
