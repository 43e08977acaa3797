import Probability
import Vocabulary

/// Whether two means differ by more than chance, of samples whose spreads may differ.
///
/// B. L. Welch, The generalization of "Student's" problem when several different population variances are involved, 1947.
public struct WelchTest: Sendable {
  /// The distance of the means in standard errors, infinite where nothing varies but the means.
  public let statistic: Double
  /// By Welch and Satterthwaite.
  public let degreesOfFreedom: Double
  /// The probability of so large a distance between samples of equal means, on both sides.
  public let probability: Double

  /// Nil for samples of fewer than two numbers, or with one that is not finite.
  public init?(_ first: [Double], _ second: [Double]) {
    guard first.count > 1, second.count > 1, (first + second).allSatisfy(\.isFinite) else { return nil }
    let (a, b) = (Moments(of: first), Moments(of: second))
    // Squared standard errors, of the sample variances.
    let (errorA, errorB) = (a.variance / Double(a.count - 1), b.variance / Double(b.count - 1))
    let error = errorA + errorB
    let distance = a.mean - b.mean
    guard error > 0 else {
      statistic = distance == 0 ? 0 : distance > 0 ? .infinity : -.infinity
      degreesOfFreedom = Double(a.count + b.count - 2)
      probability = distance == 0 ? 1 : 0
      return
    }
    statistic = distance / error.squareRoot()
    let (shareA, shareB) = (errorA / error, errorB / error)
    degreesOfFreedom = 1 / (shareA * shareA / Double(a.count - 1) + shareB * shareB / Double(b.count - 1))
    probability = 2 * StudentT(degreesOfFreedom: degreesOfFreedom).survival(statistic.magnitude)
  }
}
