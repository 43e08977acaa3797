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
