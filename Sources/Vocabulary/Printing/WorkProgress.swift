/// How far long work has come: a line about it, and the share that is done where that is known.
public struct WorkProgress: Sendable, Equatable, ExpressibleByStringInterpolation {
  public let text: String
  /// From 0 to 1.
  public let share: Double?

  public init(_ text: String, share: Double? = nil) {
    self.text = text
    self.share = share
  }

  public init(stringLiteral text: String) { self.init(text) }
}
