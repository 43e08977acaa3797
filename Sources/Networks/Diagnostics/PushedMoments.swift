import Probability
import Vocabulary

/// Mean and spread of an activation's output for a random input: the integrals of activation(x) pdf(x), of its squared
/// distance from the mean, and of its square.
public struct PushedMoments: Sendable {
  public let mean: Double
  /// nan where the mean is not finite.
  public let variance: Double
  public let meanSquare: Double

  /// Throws when it is interrupted.
  public init(
    of distribution: any Distribution, through activation: any Activation, _ interruption: Interruption
  ) throws(Failure) {
    let square = try distribution.expectation(interruption) { activation.value($0) * activation.value($0) }
    let computed = try distribution.expectation(interruption) { activation.value($0) }
    // Halves that cancel leave rounding noise.
    let mean = square.isFinite && computed.magnitude <= 1e-15 * square.squareRoot() ? 0 : computed
    self.mean = mean
    variance =
      !mean.isFinite
      ? .nan
      : try distribution.expectation(interruption) { x in
        let distance = activation.value(x) - mean
        return distance * distance
      }
    meanSquare = square
  }
}
