import Probability
import Vocabulary

/// A neuron's random sum and output, as computed and as drawn.
public struct NeuronComparison: Sendable {
  /// One quantity twice.
  public struct Pair: Sendable {
    /// nan where it is not known.
    public let exact: Double
    public let drawn: Double
  }

  /// The law of the weighted sum.
  public let sum: any Distribution
  /// How many neurons were drawn.
  public let count: Int
  public let sumMean: Pair
  public let sumDeviation: Pair
  public let outputMean: Pair
  public let outputDeviation: Pair
  /// The share of sums whose activation is within 0.01 of a bound; nil where it has none.
  public let saturated: Pair?

  /// Throws when it is interrupted.
  public init(
    sum: any Distribution, drawn: [Double], activation: any Activation, _ interruption: Interruption
  ) throws(Failure) {
    self.sum = sum
    count = drawn.count
    let sums = Moments(of: drawn)
    let outputs = Moments(of: drawn.map { activation.value($0) })
    let canIntegrate = (try? sum.requireProbabilities()) != nil
    let pushed = canIntegrate ? try PushedMoments(of: sum, through: activation, interruption) : nil
    sumMean = Pair(exact: sum.mean, drawn: sums.mean)
    sumDeviation = Pair(exact: sum.standardDeviation, drawn: sums.standardDeviation)
    outputMean = Pair(exact: pushed?.mean ?? .nan, drawn: outputs.mean)
    outputDeviation = Pair(exact: pushed?.variance.squareRoot() ?? .nan, drawn: outputs.standardDeviation)
    saturated = activation.unsaturated(tolerance: 0.01).map { low, high in
      Pair(
        exact: canIntegrate ? sum.cumulative(low) + sum.survival(high) : .nan,
        drawn: Double(drawn.count { $0 < low || $0 > high }) / Double(drawn.count))
    }
  }
}
