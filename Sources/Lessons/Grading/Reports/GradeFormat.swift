/// A way to write down a grade book. A new one is a file here and a line in `all`.
public struct GradeFormat: Sendable {
  /// As it is asked for.
  public let name: String
  /// How the names of such files end, without the dot; the first is the usual one.
  public let suffixes: [String]
  private let render: @Sendable (GradeBook) -> String

  init(_ name: String, suffixes: [String], _ render: @escaping @Sendable (GradeBook) -> String) {
    self.name = name
    self.suffixes = suffixes
    self.render = render
  }

  /// The grade book in this format, a line end after its last line.
  public func text(of book: GradeBook) -> String { render(book) }

  /// The same for a file: a spreadsheet takes a table for UTF-8 only where a mark says so.
  public func fileText(of book: GradeBook) -> String {
    let text = text(of: book)
    return name == Self.csv.name && !text.utf8.allSatisfy { $0 < 0x80 } ? "\u{FEFF}" + text : text
  }

  public static let all: [GradeFormat] = [.text, .csv, .json, .html]

  /// The format that a file's name asks for by its suffix; nil where it says nothing.
  public static func named(by path: String) -> GradeFormat? {
    suffix(of: path).flatMap { suffix in all.first { $0.suffixes.contains(suffix) } }
  }

  /// Whether a file's name has a suffix at all.
  public static func hasSuffix(_ path: String) -> Bool { suffix(of: path) != nil }

  private static func suffix(of path: String) -> String? {
    path.lastComponent.split(separator: ".").dropFirst().last?.lowercased()
  }
}
