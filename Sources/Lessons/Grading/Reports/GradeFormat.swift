/// How a grade book is written.
public enum GradeFormat: String, CaseIterable, Sendable {
  case text, csv, json, html

  /// What the suffix of a file's name says; nil where it says nothing.
  public init?(suffixOf path: String) {
    guard let suffix = path.lastComponent.split(separator: ".").dropFirst().last?.lowercased() else { return nil }
    self.init(rawValue: suffix == "htm" ? "html" : suffix == "txt" ? "text" : suffix)
  }

  /// The grade book in this format, a line end after its last line.
  public func text(of book: GradeBook) -> String {
    switch self {
    case .text: book.summary
    case .csv: book.csv
    case .json: book.json
    case .html: book.page.html.source
    }
  }
}
