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
