import Builtins
import Workbench

/// Colours what is typed: numbers, texts, comments, words of the grammar and built-ins.
struct Highlighter {
  /// Longer texts stay plain, so that typing stays quick.
  private static let longest = 20_000

  private let isEnabled: Bool

  init(isEnabled: Bool) { self.isEnabled = isEnabled }

  /// A style for each character; none where nothing is to be coloured.
  func styles(for text: [Unicode.Scalar]) -> [Style] {
    guard isEnabled, text.count <= Self.longest else { return [] }
    var styles = [Style](repeating: .plain, count: text.count)
    for (element, range) in SourceElement.pieces(of: text, lexicon: BuiltinTable.standard.lexicon) {
      let style = Style(element)
      for place in range { styles[place] = style }
    }
    return styles
  }
}

extension Style {
  fileprivate init(_ element: SourceElement) {
    self =
      switch element {
      case .plain, .operator: .plain
      case .comment: .faint
      case .text: .text
      case .number: .number
      case .keyword: .keyword
      case .builtin: .builtin
      }
  }
}

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
