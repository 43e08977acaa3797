import Probability

/// A lesson that a class has open: its text, and where it stands, so that it finds the files beside it.
public struct ServedLesson: Sendable, Hashable {
  /// By this requests name it. It changes with the text.
  public let version: String
  /// The lesson's file.
  public let path: String
  public let text: String

  public init(path: String, text: String) {
    self.path = path
    self.text = text
    version = String(Fingerprint.of(path + "\u{0}" + text), radix: 36)
  }
}
