/// How words look, as far as the terminal can show it.
public struct TextStyle: OptionSet, Sendable, Hashable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  public static let strong = TextStyle(rawValue: 1 << 0)
  public static let emphasis = TextStyle(rawValue: 1 << 1)
  public static let code = TextStyle(rawValue: 1 << 2)
  public static let struck = TextStyle(rawValue: 1 << 3)
  public static let heading = TextStyle(rawValue: 1 << 4)
  /// Of a heading of the first level.
  public static let title = TextStyle(rawValue: 1 << 5)
  /// What stands back: addresses, rules, marks of quotes.
  public static let faint = TextStyle(rawValue: 1 << 6)
  public static let number = TextStyle(rawValue: 1 << 7)
  /// What is said of a right answer, and of one that is not.
  public static let praise = TextStyle(rawValue: 1 << 8)
  public static let doubt = TextStyle(rawValue: 1 << 9)
}
