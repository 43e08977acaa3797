import Vocabulary

/// Whether a mean differs from another or from a number by more than chance.
public struct TTest: Record {
  private let comparison: MeanComparison
  /// The probability of so large a distance, on either side, if there is no difference.
  public let probability: Double
  public let confidence: Double
  private let what: String
  /// Whether the numbers vary by no more than what rounding does to numbers of their size.
  private let variesByRounding: Bool

  /// The distance in standard errors.
  public var statistic: Double { comparison.statistic }
  public var degreesOfFreedom: Double { comparison.degreesOfFreedom }
  /// The distance: of the first mean from the second or from the number.
  public var difference: Double { comparison.difference }
  public var standardError: Double { comparison.standardError }

  /// Of independent samples whose spreads may differ (B. L. Welch, 1947).
  ///
  /// Throws a failure of kind `argument` where there are too few numbers or nothing varies.
  public init(_ first: [Double], _ second: [Double], confidence: Double) throws(Failure) {
    try Self.check(first, "a")
    try Self.check(second, "b")
    let (a, b) = (Moments(of: first), Moments(of: second))
    try self.init(
      MeanComparison(a, b), spread: max(a.standardDeviation, b.standardDeviation), of: first + second,
      confidence: confidence, "difference of the means")
  }

  /// Of a sample against a number (Student, 1908).
  public init(_ numbers: [Double], mean: Double, confidence: Double) throws(Failure) {
    try Self.check(numbers, "a")
    let moments = Moments(of: numbers)
    try self.init(
      MeanComparison(moments, mean: mean), spread: moments.standardDeviation, of: numbers, confidence: confidence,
      mean == 0 ? "mean" : "mean - \(NumberStyle.standard.text(mean)) =")
  }

  /// Of samples, equally long, whose numbers belong together pair by pair: of their differences against a number.
  public init(paired first: [Double], _ second: [Double], mean: Double, confidence: Double) throws(Failure) {
    try Self.check(first, "a")
    try Self.check(second, "b")
    let moments = Moments(of: zip(first, second).map { $0 - $1 })
    try self.init(
      MeanComparison(moments, mean: mean), spread: moments.standardDeviation, of: first + second,
      confidence: confidence, "mean difference")
  }

  private init(
    _ comparison: MeanComparison, spread: Double, of numbers: [Double], confidence: Double, _ what: String
  ) throws(Failure) {
    guard comparison.standardError != 0 else {
      throw Failure(
        .argument, "the numbers do not vary, so that there is no chance to compare with", about: .argument("a"))
    }
    guard comparison.standardError.isFinite, comparison.difference.isFinite else {
      throw Failure(
        .argument, "the numbers are so large that their differences are no numbers any more", about: .argument("a"),
        hint: "divide all of them by the same number")
    }
    self.comparison = comparison
    probability = comparison.probability
    self.confidence = confidence
    self.what = what
    let largest = numbers.reduce(0) { max($0, $1.magnitude) }
    variesByRounding = spread <= largest * (4 * Double.ulpOfOne)
  }

  private static func check(_ numbers: [Double], _ name: String) throws(Failure) {
    guard numbers.count > 1 else {
      throw Failure(.argument, "\(name) must have at least 2 numbers, not \(numbers.count)", about: .argument(name))
    }
    if let odd = numbers.first(where: { !$0.isFinite }) {
      throw Failure(
        .argument, "\(name) must have finite numbers only, not \(NumberStyle.standard.text(odd))",
        about: .argument(name))
    }
  }

  private var reach: Double {
    StudentT(degreesOfFreedom: degreesOfFreedom).upperQuantile((1 - confidence) / 2) * standardError
  }
  public var low: Double { difference - reach }
  public var high: Double { difference + reach }

  public static let fields: [Field<TTest>] = [
    Field("t", "the difference in standard errors", aliases: ["statistic"]) { $0.statistic },
    Field("df", "the degrees of freedom") { $0.degreesOfFreedom },
    Field("p", "the probability of so large a difference by chance, on either side", aliases: ["pvalue", "p_value"]) {
      $0.probability
    },
    Field("difference", "of the first mean from the second, or from the number") { $0.difference },
    Field("standard_error", "of the difference") { $0.standardError },
    Field("low", "where the confidence interval of the difference begins") { $0.low },
    Field("high", "where it ends") { $0.high },
  ]

  public var kind: String { "t-test" }
  public var display: Display {
    "t = \(statistic), df = \(degreesOfFreedom), p = \(probability)\n\(what) \(difference), "
      + "\(100 * confidence)% confidence interval \(low) to \(high)"
      + (variesByRounding
        ? "\nthe numbers vary by no more than rounding does: t and p tell something only of exact ones" : "")
  }
}
