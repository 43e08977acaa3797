import Vocabulary

/// Whether a mean differs from another or from a number by more than chance.
public struct TTest: Record {
  /// The distance in standard errors.
  public let statistic: Double
  public let degreesOfFreedom: Double
  /// The probability of so large a distance, on either side, if there is no difference.
  public let probability: Double
  /// The distance: of the first mean from the second or from the number.
  public let difference: Double
  public let standardError: Double
  public let confidence: Double
  private let what: String

  /// Of independent samples whose spreads may differ (B. L. Welch, 1947).
  ///
  /// Throws a failure of kind `argument` where there are too few numbers or nothing varies.
  public init(_ first: [Double], _ second: [Double], confidence: Double) throws(Failure) {
    try Self.check(first, "a")
    try Self.check(second, "b")
    let (a, b) = (Moments(of: first), Moments(of: second))
    let (errorA, errorB) = (a.variance / Double(a.count - 1), b.variance / Double(b.count - 1))
    let error = errorA + errorB
    let (shareA, shareB) = (errorA / error, errorB / error)
    try self.init(
      difference: a.mean - b.mean, squaredError: error,
      degreesOfFreedom: 1 / (shareA * shareA / Double(a.count - 1) + shareB * shareB / Double(b.count - 1)),
      confidence: confidence, "difference of the means")
  }

  /// Of a sample against a number (Student, 1908).
  public init(_ numbers: [Double], mean: Double, confidence: Double, paired: Bool = false) throws(Failure) {
    try Self.check(numbers, "a")
    let moments = Moments(of: numbers)
    try self.init(
      difference: moments.mean - mean, squaredError: moments.variance / Double(moments.count - 1),
      degreesOfFreedom: Double(moments.count - 1), confidence: confidence,
      paired ? "mean difference" : mean == 0 ? "mean" : "mean - \(NumberStyle.standard.text(mean)) =")
  }

  private init(
    difference: Double, squaredError: Double, degreesOfFreedom: Double, confidence: Double, _ what: String
  ) throws(Failure) {
    guard squaredError > 0 else {
      throw Failure(
        .argument, "the numbers do not vary, so that there is no chance to compare with", about: .argument("a"))
    }
    guard squaredError.isFinite, difference.isFinite else {
      throw Failure(
        .argument, "the numbers are so large that their squares are no numbers any more", about: .argument("a"),
        hint: "divide all of them by the same number")
    }
    self.difference = difference
    standardError = squaredError.squareRoot()
    statistic = difference / standardError
    self.degreesOfFreedom = degreesOfFreedom
    probability = 2 * StudentT(degreesOfFreedom: degreesOfFreedom).survival(statistic.magnitude)
    self.confidence = confidence
    self.what = what
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
  }
}
