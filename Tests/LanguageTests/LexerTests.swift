import Language
import Testing

@Suite struct LexerTests {
  private static let pieces = [
    "x", "σ₁", "12", ".5", "1e-7", "²", "ⁿ", "⁻", "\"", "'", "“", "”", "‘", "＂", "#", "\n", "\r\n", " ", "\t", "\u{A0}",
    "(", ")",
    "[", "]", "|", "…", "!", "!=", "\\", "′", "″", "..", ".", "=", "==", "{", "}", "👍", "漢", "e\u{301}", "\u{0}", "∞",
    "if", "_",
  ]

  /// Texts made of pieces in an order that is always the same.
  private static let texts: [String] = (0..<2000).map { seed in
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    return (0..<(seed % 12)).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return pieces[Int(state >> 33) % pieces.count]
    }.joined()
  }

  @Test func `the tokens of any text cover it without gaps`() {
    for text in Self.texts {
      let tokens = Lexer.tokens(of: text)
      var end = 0
      for token in tokens.dropLast() {
        #expect(token.span.lowerBound == end && !token.span.isEmpty, "\(text.debugDescription)")
        end = token.span.upperBound
      }
      #expect(end == text.utf8.count && tokens.last?.kind == .end, "\(text.debugDescription)")
    }
  }

  @Test(arguments: ["\"a\"", "'a'", "“a”", "„a“", "‘a’", "‚a‘", "＂a＂", "\"a”"])
  func `every pair of quotation marks makes a text`(_ text: String) {
    #expect(Lexer.tokens(of: text).map(\.kind) == [.text("a"), .end])
  }

  @Test func `a text that is never closed reaches to the end`() {
    #expect(Lexer.tokens(of: "x \"a # b\n").map(\.kind) == [.name("x"), .space, .openText("a # b\n"), .end])
    #expect(Lexer.tokens(of: "\"a\\").map(\.kind) == [.openText("a\\"), .end])
  }

  @Test func `a line goes on with the text that a line before it opened`() {
    #expect(Lexer.tokens(of: "b\" + 1", inTextOpenedBy: "„").first?.kind == .text("b"))
    #expect(Lexer.tokens(of: "b\"", inTextOpenedBy: "'").first?.kind == .openText("b\""))
  }
}
