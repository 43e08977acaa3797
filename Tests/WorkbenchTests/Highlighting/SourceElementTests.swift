import Builtins
import Testing
import Workbench

@Suite struct SourceElementTests {
  private func pieces(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return SourceElement.pieces(of: scalars, lexicon: BuiltinTable.standard.lexicon).filter { $0.element != .plain }.map
    { piece in
      "\(piece.element) " + String(String.UnicodeScalarView(scalars[piece.range]))
    }
  }

  @Test func `each element is known`() {
    #expect(
      pieces("x = sum(1.5e-3, n=.5)² # why") == [
        "operator =", "builtin sum", "number 1.5e-3", "operator =", "number .5", "number ²", "comment # why",
      ])
    #expect(
      pieces("if not a ≤ \"b\\\"c\" then f′(1..5)") == [
        "keyword if", "keyword not", "operator ≤", "text \"b\\\"c\"", "keyword then", "operator ′", "number 1",
        "number 5",
      ])
  }

  @Test func `what is never closed reaches to the end`() {
    #expect(pieces("\"abc") == ["text \"abc"])
    #expect(pieces("\"abc\\") == ["text \"abc\\"])
    #expect(pieces("").isEmpty)
  }

  @Test func `the pieces cover the text`() {
    let scalars = Array("f(x) = “a” + 3×10⁻⁷ # \n\u{1B} 'é₁".unicodeScalars)
    var end = 0
    for piece in SourceElement.pieces(of: scalars, lexicon: BuiltinTable.standard.lexicon) {
      #expect(piece.range.lowerBound == end && !piece.range.isEmpty)
      end = piece.range.upperBound
    }
    #expect(end == scalars.count)
  }
}
