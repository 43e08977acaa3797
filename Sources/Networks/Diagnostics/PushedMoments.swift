import Probability
import Vocabulary

/// Mean and spread of an activation's output.
public struct PushedMoments: Object {
  public let mean: Double
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

  public var kind: String { "moments" }
  public var display: Display { "mean \(mean), variance \(variance), mean square \(meanSquare)" }
  public var properties: [Property] {
    [
      Property("mean", .number(mean)), Property("variance", .number(variance)),
      Property("mean_square", .number(meanSquare)),
    ]
  }
}
