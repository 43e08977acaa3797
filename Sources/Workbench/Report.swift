import Vocabulary

/// Something to read.
public struct Report: Object {
  public let kind: String
  public let display: Display

  public init(kind: String, display: Display) {
    self.kind = kind
    self.display = display
  }
}
