import Builtins
import TestSupport
import Testing
import Vocabulary
import Workbench

/// Statistics and linear algebra of numbers that are equal, that have a large common part, and at the ends of the range of
/// numbers, beside what exact fractions give: neither rounding nor overflow on the way may leave a wrong number.
@Suite struct RangeEndTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let expression: String
    let expected: [Double]
    var testDescription: String { expression }
  }

  static let cases: [Case] = {
    let lines = (try? References.text("mathematics/extremes.tsv"))?.split(separator: "\n").dropFirst() ?? []
    return lines.map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Case(
        expression: cells[0], expected: cells[1].split(separator: " ").map { References.double(String($0)) })
    }
  }()

  @Test func `there are cases`() { #expect(Self.cases.count > 250) }

  @Test(arguments: cases)
  func `agrees with exact arithmetic`(_ test: Case) {
    var session = Session()
    let transcript = session.run(test.expression)
    if let failure = transcript.failure { Issue.record("\(test.expression): \(failure.message)") }
    let found = transcript.results.last?.value.countingTruths.numbers ?? []
    // A skewness has no unit: it is small beside 1.
    let scale =
      test.expression.hasPrefix("skewness") ? 1 : test.expected.filter(\.isFinite).map(\.magnitude).max() ?? 0
    // Zeros among large numbers may be off by rounding errors of these; a probability by those of its t.
    func agree(_ found: Double, _ expected: Double) -> Bool {
      found == expected || (found - expected).magnitude <= 1e-13 * max(expected.magnitude, scale)
    }
    let agrees = found.count == test.expected.count && zip(found, test.expected).allSatisfy(agree)
    #expect(agrees, "\(test.expression) is \(found), not \(test.expected)")
  }

  /// What is no answer is said: numbers that do not vary, and such as vary by no more than rounding does.
  @Test(arguments: [
    "t_test([0.1, 0.1, 0.1])", "t_test([0.1, 0.1, 0.1], [0.1, 0.1, 0.1])", "t_test([1e308, 1e308], [1e308, 1e308])",
    "t_test([1e16, 1e16], mean=1)", "t_test([0.3, 0.6], [0.1, 0.4], paired=true)",
  ])
  func `nothing varies`(_ command: String) {
    var session = Session()
    let transcript = session.run(command)
    let words = transcript.failure?.message ?? transcript.results.last?.printed.text ?? ""
    #expect(words.contains("do not vary") || words.contains("vary by no more than rounding"), "\(words)")
  }

  @Test(arguments: [
    "correlation([0.1, 0.1, 0.1], [1, 2, 3])", "skewness([0.1, 0.1, 0.1])", "kurtosis([1e16, 1e16, 1e16])",
    "var([0.1], ddof=1)", "mean([1e308, 1e308, nan])", "std([1, ∞])",
  ])
  func `there is none`(_ command: String) {
    var session = Session()
    #expect(session.run(command).results.last?.printed.text == "nan")
  }

  /// An instrument measures the same of numbers a power of two as large.
  @Test(arguments: [-900, -300, 300, 900])
  func `does not depend on the scale`(_ exponent: Int) {
    let numbers = [0.25, 3, -1.5, 7.125, 2, 2, 0.1]
    let plain = Moments(of: numbers)
    let scaled = Moments(of: numbers.map { $0.timesTwo(to: exponent) })
    #expect(scaled.mean == plain.mean.timesTwo(to: exponent))
    #expect((scaled.standardDeviation.timesTwo(to: -exponent) / plain.standardDeviation - 1).magnitude < 1e-15)
  }
}
