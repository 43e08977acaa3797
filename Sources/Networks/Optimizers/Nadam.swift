import ElementaryFunctions
import Vocabulary

/// Adam with Nesterov's momentum.
struct Nadam: Optimizer {
  var learningRate: any Schedule
  let beta1: Double
  let beta2: Double
  let epsilon: Double
  let adjustments: Adjustments

  static let declaration = Declaration<any Optimizer>(
    "nadam", "Adam with Nesterov's momentum, which grows to β₁.", .learningRate(0.001),
    Parameter("beta_1", .decay, "the share of the gradients' running mean that is kept", default: 0.9),
    Parameter("beta_2", .decay, "the share of the squares' running mean that is kept", default: 0.999),
    Parameter("epsilon", .positive, "keeps the divisor from 0", default: 1e-7),
    Adjustments.weightDecay(), Adjustments.clipValue, Adjustments.clipNorm, Adjustments.globalClipNorm,
    documentation: Documentation(
      formula: "uₜ = β₁ × (1 - 0.96^t / 2), m and v as in adam, w = w - learning_rate × (uₜ₊₁ × m / (1 - u₁ … uₜ₊₁) + "
        + "(1 - uₜ) × g / (1 - u₁ … uₜ)) / (√(v / (1 - β₂^t)) + epsilon)",
      source: "T. Dozat, Incorporating Nesterov momentum into Adam, 2016; as in Keras",
      examples: [Example("nadam", gives: "nadam(learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1×10⁻⁷)")])
  ) { (rate, beta1, beta2, epsilon, decay, value, norm, global) throws(Failure) in
    Nadam(
      learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon,
      adjustments: try Adjustments(decay, value, norm, global))
  }

  var name: String { "nadam" }
  var properties: [Property] {
    [
      rateProperty, Property("beta_1", .number(beta1)), Property("beta_2", .number(beta2)),
      Property("epsilon", .number(epsilon)),
    ]
  }
  var memoryPerWeight: Int { 2 }

  /// The product of all momenta so far.
  func advanced(_ running: Double, to step: Int) -> Double { running * momentum(step) }

  private func momentum(_ step: Int) -> Double { beta1 * (1 - 0.5 * pow(0.96, Double(step))) }

  func step(_ step: OptimizerStep) {
    let (means, squares) = (step.memory, step.memory + step.distance)
    let (now, next) = (momentum(step.number), momentum(step.number + 1))
    let ofMean = next / (1 - step.running * next)
    let ofGradient = (1 - now) / (1 - step.running)
    let ofSquares = 1 - pow(beta2, Double(step.number))
    for i in 0..<step.count {
      let gradient = step.gradients[i]
      means[i] += (gradient - means[i]) * (1 - beta1)
      squares[i] += (gradient * gradient - squares[i]) * (1 - beta2)
      let ahead = ofMean * means[i] + ofGradient * gradient
      step.weights[i] -= ahead * step.rate / ((squares[i] / ofSquares).squareRoot() + epsilon)
    }
  }
}
