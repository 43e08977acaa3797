import Vocabulary

/// A way to write down a grade book. A new one is a file here and a line in `all`.
public struct GradeFormat: Sendable {
  /// For whom it is written down.
  public enum Reader: Sendable {
    /// People, or a table of the whole class.
    case anyone
    /// A platform that hands over one student's copy at a time and shows the student what came of it.
    case student
  }

  /// As it is asked for.
  public let name: String
  /// How the names of such files end, without the dot; the first is the usual one. Of the formats with the same, the first is meant
  /// by a file's name.
  public let suffixes: [String]
  public let reader: Reader
  private let render: @Sendable (GradeBook) throws(Failure) -> String

  init(
    _ name: String, suffixes: [String], for reader: Reader = .anyone,
    _ render: @escaping @Sendable (GradeBook) throws(Failure) -> String
  ) {
    self.name = name
    self.suffixes = suffixes
    self.reader = reader
    self.render = render
  }

  /// The grade book in this format, a line end after its last line.
  ///
  /// Throws where it is for one copy and there are several, or what it has to say is not known.
  public func text(of book: GradeBook) throws(Failure) -> String {
    if reader == .student, book.submissions.count != 1 {
      throw Failure(
        .document, "\(name) takes one copy at a time, and here are \(book.submissions.count)",
        hint: "name one copy, or the folder that holds it alone")
    }
    return try render(book)
  }

  /// The same for a file: a spreadsheet takes a table for UTF-8 only where a mark says so.
  public func fileText(of book: GradeBook) throws(Failure) -> String {
    let text = try text(of: book)
    return name == Self.csv.name && !text.utf8.allSatisfy { $0 < 0x80 } ? "\u{FEFF}" + text : text
  }

  public static let all: [GradeFormat] = [
    .text, .csv, .json, .html, .canvas, .moodle, .nbgrader, .gradescope, .prairielearn, .classroom50,
  ]

  /// Those that a whole class can be written in.
  public static let ofClasses = all.filter { $0.reader == .anyone }

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
