/// How a character looks, in the terminal's own colours.
enum Style: String {
  case plain = ""
  case prompt = "1"
  case faint = "2"
  case number = "36"
  case text = "32"
  case keyword = "35"
  case builtin = "34"
  case error = "31"
  case errorWord = "1;31"

  /// The text between the escape sequences that switch the style on and off.
  func applied(to text: String) -> String {
    self == .plain || text.isEmpty ? text : "\(on)\(text)\(Self.off)"
  }

  var on: String { "\u{1B}[\(rawValue)m" }
  static let off = "\u{1B}[0m"
}
