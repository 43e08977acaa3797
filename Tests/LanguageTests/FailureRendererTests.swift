import Language
import Testing
import Vocabulary

@Suite struct FailureRendererTests {
  @Test func `a caret under the place`() {
    let failure = Failure(.name, "no", at: 5..<8, hint: "do this")
    #expect(FailureRenderer.render(failure, in: "√2 + abc") == "error: no\n  √2 + abc\n     ^^^ do this")
    let second = Failure(.name, "no", at: 4..<5)
    #expect(FailureRenderer.render(second, in: "abc\nx y") == "error: no\n  x y\n  ^")
    #expect(FailureRenderer.position(of: second, in: "abc\nx y").map { [$0.line, $0.column] } == [2, 1])
  }

  @Test func `long lines are shown in part`() {
    let line = String(repeating: "a ", count: 500_000)
    let text = FailureRenderer.render(Failure(.syntax, "no", at: 500_000..<500_001), in: line)
    #expect(text.split(separator: "\n").allSatisfy { $0.count < 90 })
  }

  @Test func `control characters never get out`() {
    let text = FailureRenderer.render(Failure(.syntax, "no", at: 0..<1), in: "\u{1B}[31m\tx")
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }

  @Test func `places outside the text do no harm`() {
    for span in [0..<0, 3..<3, 3..<90, 90..<91] {
      #expect(FailureRenderer.render(Failure(.syntax, "no", at: span), in: "abc").hasPrefix("error: no"))
    }
  }
}
