/// A way to write down a grade book. A new one is a file here and a line in `all`.
public struct GradeFormat: Sendable {
  /// As it is asked for.
  public let name: String
  /// How the names of such files end, without the dot.
  private let suffixes: [String]
  private let render: @Sendable (GradeBook) -> String

  init(_ name: String, suffixes: [String], _ render: @escaping @Sendable (GradeBook) -> String) {
    self.name = name
    self.suffixes = suffixes
    self.render = render
  }

  /// The grade book in this format, a line end after its last line.
  public func text(of book: GradeBook) -> String { render(book) }

  public static let all: [GradeFormat] = [.text, .csv, .json, .html]

  /// The format that a file's name asks for by its suffix; nil where it says nothing.
  public static func named(by path: String) -> GradeFormat? {
    guard let suffix = path.lastComponent.split(separator: ".").dropFirst().last?.lowercased() else { return nil }
    return all.first { $0.suffixes.contains(suffix) }
  }
}
