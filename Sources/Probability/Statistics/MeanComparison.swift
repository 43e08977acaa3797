import Vocabulary

/// How far a mean is from another or from a number, and how sure that is.
///
/// Numbers of any size will do: squares are taken in units of the spread.
public struct MeanComparison: Sendable {
  public let difference: Double
  /// Of the difference; 0 where nothing varies.
  public let standardError: Double
  /// The difference in standard errors: where nothing varies infinite, or 0 if there is no difference.
  public let statistic: Double
  public let degreesOfFreedom: Double

  /// Of independent samples whose spreads may differ (B. L. Welch, The generalization of "Student's" problem when several
  /// different population variances are involved, 1947); each must have at least two numbers.
  public init(_ first: Moments, _ second: Moments) {
    let unit = Self.unit(of: [first, second])
    let (countA, countB) = (Double(first.count - 1), Double(second.count - 1))
    let (errorA, errorB) = (
      first.variance(inUnitsOfTwoTo: unit) / countA, second.variance(inUnitsOfTwoTo: unit) / countB
    )
    let error = errorA + errorB
    let (shareA, shareB) = (errorA / error, errorB / error)
    self.init(
      (first.mean - second.mean) + (first.meanRemainder - second.meanRemainder), squaredError: error,
      inUnitsOfTwoTo: unit,
      degreesOfFreedom: error > 0 ? 1 / (shareA * shareA / countA + shareB * shareB / countB) : countA + countB)
  }

  /// Of a sample of at least two numbers (Student, The probable error of a mean, 1908).
  public init(_ sample: Moments, mean: Double) {
    let unit = Self.unit(of: [sample])
    let degreesOfFreedom = Double(sample.count - 1)
    self.init(
      (sample.mean - mean) + sample.meanRemainder,
      squaredError: sample.variance(inUnitsOfTwoTo: unit) / degreesOfFreedom, inUnitsOfTwoTo: unit,
      degreesOfFreedom: degreesOfFreedom)
  }

  private init(_ difference: Double, squaredError: Double, inUnitsOfTwoTo unit: Int, degreesOfFreedom: Double) {
    self.difference = difference
    self.degreesOfFreedom = degreesOfFreedom
    standardError = squaredError.squareRoot().timesTwo(to: unit)
    statistic = difference == 0 ? 0 : difference.timesTwo(to: -unit) / squaredError.squareRoot()
  }

  /// 2 to what power squares must be divided by, lest they leave the range of numbers.
  private static func unit(of samples: [Moments]) -> Int {
    let largest = samples.map(\.standardDeviation).largestExponent
    return largest.magnitude > 400 ? largest : 0
  }

  /// The probability of so large a difference, on either side, if there is none.
  public var probability: Double {
    statistic.isInfinite ? 0 : 2 * StudentT(degreesOfFreedom: degreesOfFreedom).survival(statistic.magnitude)
  }
}
