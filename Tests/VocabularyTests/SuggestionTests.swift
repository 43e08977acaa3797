import Testing
import Vocabulary

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("smaple", "sample"), ("nromal", "normal"), ("unifrom", "uniform"), ("tahn", "tanh"), ("sampl", "sample"),
    ("Normal", "normal"),
  ])
  func `finds what was meant`(_ typed: String, _ meant: String) {
    let words = ["normal", "uniform", "sample", "tanh", "sqrt", "std"]
    #expect(Suggestion.nearest(to: typed, among: words) == meant)
  }

  @Test func `guesses nothing far away`() {
    #expect(Suggestion.nearest(to: "x", among: ["normal", "y", "sd"]) == nil)
    #expect(Suggestion.nearest(to: "variance", among: ["normal", "var"]) == nil)
    #expect(Suggestion.nearest(to: String(repeating: "a", count: 100_000), among: ["a"]) == nil)
  }
}
