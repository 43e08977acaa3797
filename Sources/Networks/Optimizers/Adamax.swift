import ElementaryFunctions
import Vocabulary

/// Adam with the largest recent gradient in place of the squares' mean.
struct Adamax: Optimizer {
  var learningRate: any Schedule
  let beta1: Double
  let beta2: Double
  let epsilon: Double
  let adjustments: Adjustments

  static let declaration = Declaration<any Optimizer>(
    "adamax", "Adam with the largest recent gradient in place of the mean of squares.", .learningRate(0.001),
    Parameter("beta_1", .decay, "the share of the gradients' running mean that is kept", default: 0.9),
    Parameter("beta_2", .decay, "the share of the largest gradient that is kept", default: 0.999),
    Parameter("epsilon", .positive, "keeps the divisor from 0", default: 1e-7),
    Adjustments.weightDecay(), Adjustments.clipValue, Adjustments.clipNorm, Adjustments.globalClipNorm,
    documentation: Documentation(
      formula:
        "m = m + (g - m) × (1 - β₁), u = max(β₂ × u, |g|), w = w - learning_rate / (1 - β₁^t) × m / (u + epsilon)",
      source: "D. Kingma, J. Ba, Adam, 2015; as in Keras",
      examples: [Example("adamax", gives: "adamax(learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1×10⁻⁷)")])
  ) { (rate, beta1, beta2, epsilon, decay, value, norm, global) throws(Failure) in
    Adamax(
      learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon,
      adjustments: try Adjustments(decay, value, norm, global))
  }

  var name: String { "adamax" }
  var properties: [Property] {
    [
      rateProperty, Property("beta_1", .number(beta1)), Property("beta_2", .number(beta2)),
      Property("epsilon", .number(epsilon)),
    ]
  }
  var memoryPerWeight: Int { 2 }

  func step(_ step: OptimizerStep) {
    let (means, largest) = (step.memory, step.memory + step.distance)
    let correction = 1 - pow(beta1, Double(step.number))
    for i in 0..<step.count {
      let gradient = step.gradients[i]
      means[i] += (gradient - means[i]) * (1 - beta1)
      largest[i] = max(beta2 * largest[i], gradient.magnitude)
      step.weights[i] -= step.rate * means[i] / (correction * (largest[i] + epsilon))
    }
  }
}
