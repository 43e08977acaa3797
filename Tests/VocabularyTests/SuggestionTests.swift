import Testing
import Vocabulary

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("smaple", "sample"), ("nromal", "normal"), ("unifrom", "uniform"), ("tahn", "tanh"), ("sampl", "sample"),
    ("Normal", "normal"), ("sdt", "std"), ("sqr", "sqrt"), ("stdd", "std"), ("normall", "normal"),
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

  @Test(arguments: [
    ("det", "set"), ("svd", "std"), ("list", "hist"), ("seq", "set"), ("let", "set"), ("str", "std"), ("sgn", "sin"),
    ("cov", "cos"), ("nll", "all"), ("man", "tan"), ("isin", "sin"), ("mad", "map"),
  ])
  func `short words that only look alike are not offered`(_ typed: String, _ other: String) {
    #expect(Suggestion.nearest(to: typed, among: [other]) == nil)
  }
}
