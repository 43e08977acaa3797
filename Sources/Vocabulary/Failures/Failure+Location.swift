extension Failure {
  /// Where in a file something stands.
  public struct Location: Sendable, Equatable {
    /// The path of the file; nil where whoever found it did not know.
    public var file: String?
    /// Counted from 1; nil where the whole file is meant.
    public var line: Int?

    public init(file: String? = nil, line: Int? = nil) {
      self.file = file
      self.line = line
    }
  }

  /// A failure that stands on a line of a document.
  public init(_ kind: Kind, _ message: String, line: Int?, hint: String? = nil) {
    self.init(kind, message, hint: hint)
    if let line { location = Location(line: line) }
  }

  /// The line of the document, counted from 1.
  public var line: Int? { location?.line }

  /// The same failure about a file, unless it already names one.
  public func located(in file: String) -> Failure {
    var copy = self
    copy.location = Location(file: location?.file ?? file, line: line)
    return copy
  }

  /// `file:line: message (hint)`, without what is not known.
  public func text(in file: String? = nil) -> String {
    let position = [location?.file ?? file, line.map { String($0) }].compactMap { $0 }.joined(separator: ":")
    return (position.isEmpty ? "" : position + ": ") + message + (hint.map { " (\($0))" } ?? "")
  }
}
