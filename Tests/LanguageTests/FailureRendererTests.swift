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

  @Test(arguments: [
    ("\"漢字\" + qqq", "qqq", 9), ("👩‍🔬 = 1; qqq", "qqq", 8), ("e\u{301} + qqq", "qqq", 4), ("√2 + qqq", "qqq", 5),
  ])
  func `carets stand in the columns of wide characters`(_ source: String, _ word: String, _ column: Int) throws {
    let start = try #require(source.firstRange(of: word)).lowerBound
    let offset = source.utf8.distance(from: source.startIndex, to: start)
    let text = FailureRenderer.render(Failure(.name, "no", at: offset..<offset + word.utf8.count), in: source)
    let marks = text.split(separator: "\n").map(String.init)
    #expect(marks.last == String(repeating: " ", count: 2 + column) + "^^^")
  }

  @Test(arguments: [20, 40, 60, 78])
  func `source lines fit the window, and the caret is under the place`(_ width: Int) throws {
    let source = String(repeating: "漢字 ", count: 40) + "qqq" + String(repeating: " abc", count: 40)
    let offset = String(repeating: "漢字 ", count: 40).utf8.count
    let text = FailureRenderer.render(Failure(.name, "no", at: offset..<offset + 3), in: source, width: width)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { $0.columns <= width })
    let caret = try #require(lines.last).prefix { $0 == " " }.count
    let before = try #require(lines[1].firstRange(of: "qqq")).lowerBound
    #expect(lines[1][..<before].columns == caret)
  }
}
