import Vocabulary

/// What a piece of a command is, as far as its colour goes.
public enum SourceElement: Sendable, Equatable {
  case plain, comment, text, number, `operator`
  /// A word of the grammar.
  case keyword
  case builtin

  /// Cuts a text into its elements, which cover it without gaps.
  ///
  /// Unlike the lexer this reads any text, half a command, too.
  public static func pieces(
    of text: [Unicode.Scalar], lexicon: Lexicon
  ) -> [(element: SourceElement, range: Range<Int>)] {
    var scanner = SourceScanner(text, lexicon: lexicon)
    var pieces: [(element: SourceElement, range: Range<Int>)] = []
    while let piece = scanner.next() { pieces.append(piece) }
    return pieces
  }
}
