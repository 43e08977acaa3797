import Probability

/// Means over a normal number with mean 0.
enum NormalExpectation {
  /// The mean square of a function of it; nan where the variance is no number.
  static func meanSquare(variance: Double, _ function: @Sendable @escaping (Double) -> Double) -> Double {
    guard variance > 0, variance.isFinite else { return variance == 0 ? function(0) * function(0) : .nan }
    return Normal(mean: 0, stddev: variance.squareRoot()).expectation { function($0) * function($0) }
  }
}
