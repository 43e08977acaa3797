import Probability
import TestSupport
import Testing
import Vocabulary

/// Likeliest parameters and classical tests beside SciPy's.
@Suite struct InferenceTests {
  struct FitCase: Sendable, CustomTestStringConvertible {
    let name: String
    let numbers: [Double]
    let parameters: [Double]
    let errors: [Double]
    let logLikelihood: Double

    var testDescription: String { "\(name) of \(numbers.count)" }
  }

  static func numbers(_ cell: String) -> [Double] { cell.split(separator: " ").map { Double($0) ?? .nan } }

  static let fits: [FitCase] = ((try? References.rows("distributions/fits.csv")) ?? []).map { row in
    FitCase(
      name: row[0], numbers: numbers(row[1]), parameters: numbers(row[2]), errors: numbers(row[3]),
      logLikelihood: Double(row[4]) ?? .nan)
  }

  @Test func `every family is there`() {
    #expect(Set(Self.fits.map(\.name)) == Set(Fit.families))
  }

  /// A maximum is flat: where the likelihood is right to 16 digits, its place is to 8, and better as slopes are used.
  @Test(arguments: fits)
  func `the likeliest parameters`(_ test: FitCase) throws {
    let found = try Fit(test.name, to: test.numbers)
    #expect((found.logLikelihood - test.logLikelihood).magnitude <= 1e-11 * max(1, test.logLikelihood.magnitude))
    for (index, expected) in test.parameters.enumerated() {
      let error = test.errors[index].isNaN ? expected.magnitude : test.errors[index]
      #expect(
        (found.estimates[index] - expected).magnitude <= 1e-7 * error, "\(found.estimates[index]), not \(expected)")
    }
    for (found, expected) in zip(found.standardErrors, test.errors) {
      #expect(
        found.isNaN == expected.isNaN && !((found - expected).magnitude > 1e-6 * expected), "\(found), not \(expected)")
    }
  }

  @Test(arguments: [
    ("gamma", [1.0, -1, 2], "gamma draws numbers > 0 only, but the data have -1 at place 1"),
    ("poisson", [1.0, 2.5], "poisson draws whole numbers ≥ 0 only, but the data have 2.5 at place 1"),
    ("normal", [1.0, .nan], "normal draws numbers only, but the data have nan at place 1"),
    ("normal", [2.0, 2, 2], "the data are all the same number, so that the likelihood of normal has no maximum"),
    ("normal", [2.0], "data must be at least 2 numbers, not 1"), ("beta", [], "data must be at least 2 numbers, not 0"),
    ("triangular", [1.0, 2], "triangular cannot be fitted"),
    ("exponential", [0.0, 0], "the likelihood of exponential has no maximum for these numbers"),
  ])
  func `what cannot be fitted is said`(_ name: String, _ numbers: [Double], _ message: String) {
    let failure = #expect(throws: Failure.self) { try Fit(name, to: numbers) }
    #expect(failure?.message == message)
  }

  @Test func `agrees with SciPy's tests`() throws {
    let rows = try References.rows("distributions/tests.csv")
    #expect(rows.count > 15)
    for row in rows {
      let (first, second) = (Self.numbers(row[1]), Self.numbers(row[2]))
      var found: [Double]
      switch row[0] {
      case "welch", "one", "paired":
        let test =
          switch row[0] {
          case "welch": try TTest(first, second, confidence: 0.95)
          case "one": try TTest(first, mean: second[0], confidence: 0.95)
          default: try TTest(zip(first, second).map { $0 - $1 }, mean: 0, confidence: 0.95)
          }
        found = [test.statistic, test.degreesOfFreedom, test.probability, test.low, test.high]
      case "counts":
        let test = try ChiSquareTest(first, expected: second)
        found = [test.statistic, Double(test.degreesOfFreedom), test.probability]
      default:
        let columns = Int(second[0])
        let test = try ChiSquareTest(
          table: Matrix(rows: first.count / columns, columns: columns, elements: first))
        found = [test.statistic, Double(test.degreesOfFreedom), test.probability]
      }
      let expected = row[3...].compactMap { Double($0) }
      #expect(found.count == expected.count)
      for (found, expected) in zip(found, expected) {
        // Means that nearly cancel lose digits on both sides.
        #expect(
          (found - expected).magnitude <= 1e-11 * max(expected.magnitude, 1e-3), "\(row[0]): \(found), not \(expected)")
      }
    }
  }
}
