import Language
import Vocabulary

/// What a piece of a command is, as far as its colour goes.
public enum SourceElement: Sendable, Equatable {
  case plain, comment, text, number, `operator`
  /// A word of the grammar.
  case keyword
  case builtin

  /// Cuts a text, which may be half a command, into its elements; they cover it without gaps.
  public static func pieces(
    of text: [Unicode.Scalar], lexicon: Lexicon
  ) -> [(element: SourceElement, range: Range<Int>)] {
    let tokens = Lexer.tokens(of: String(String.UnicodeScalarView(text)))
    var pieces: [(element: SourceElement, range: Range<Int>)] = []
    var start = 0
    var offset = 0
    for (index, token) in tokens.enumerated() where token.kind != .end {
      var end = start
      while offset < token.span.upperBound {
        offset += UTF8.width(text[end])
        end += 1
      }
      let following = tokens[(index + 1)...].first { $0.kind != .space }
      pieces.append((SourceElement(token, before: following, lexicon: lexicon), start..<end))
      start = end
    }
    return pieces
  }

  private init(_ token: Token, before following: Token?, lexicon: Lexicon) {
    switch token.kind {
    case .number, .superscript, .superscriptName: self = .number
    case .text, .openText: self = .text
    case .comment: self = .comment
    case .prime: self = .operator
    case .symbol(let symbol):
      self = symbol.binaryOperator != nil || [.root, .assign, .bar, .arrow].contains(symbol) ? .operator : .plain
    case .name where token.keyword != nil: self = .keyword
    case .name(let name):
      // Before a single `=` it names an argument.
      self = following?.is(.assign) == true || lexicon[name] == nil ? .plain : .builtin
    case .stray, .space, .newline, .end: self = .plain
    }
  }
}
