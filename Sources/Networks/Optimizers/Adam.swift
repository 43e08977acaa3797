import CKernels
import ElementaryFunctions
import Vocabulary

/// Running means of the gradients, divided by the root of those of their squares.
struct Adam: Optimizer {
  let name: String
  var learningRate: any Schedule
  let beta1: Double
  let beta2: Double
  let epsilon: Double
  let adjustments: Adjustments

  static let declaration = declaration(
    "adam", "Running means of the gradients, divided by the root of those of their squares.", decay: 0,
    source: "D. Kingma, J. Ba, Adam, 2015; as in Keras")
  /// Adam as it is used with weight decay.
  static let decoupledDeclaration = declaration(
    "adamw", "Adam with weights that decay by themselves.", decay: 0.004,
    source: "I. Loshchilov, F. Hutter, Decoupled weight decay regularization, 2019; as in Keras")

  private static func declaration(
    _ name: String, _ summary: String, decay: Double, source: String
  ) -> Declaration<any Optimizer> {
    let decayShown = decay == 0 ? "" : ", weight_decay=0.004"
    return Declaration<any Optimizer>(
      name, summary, .learningRate(0.001),
      Parameter("beta_1", .decay, "the share of the gradients' running mean that is kept", default: 0.9),
      Parameter("beta_2", .decay, "the share of the squares' running mean that is kept", default: 0.999),
      Parameter("epsilon", .positive, "keeps the divisor from 0", default: 1e-7),
      Adjustments.weightDecay(decay), Adjustments.clipValue, Adjustments.clipNorm, Adjustments.globalClipNorm,
      documentation: Documentation(
        formula: "m = m + (g - m) × (1 - β₁), v = v + (g² - v) × (1 - β₂), "
          + "w = w - learning_rate × √(1 - β₂^t) / (1 - β₁^t) × m / (√v + epsilon)",
        source: source,
        examples: [
          Example(
            name, gives: "\(name)(learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1×10⁻⁷\(decayShown))")
        ])
    ) { (rate, beta1, beta2, epsilon, decay, value, norm, global) throws(Failure) in
      Adam(
        name: name, learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon,
        adjustments: try Adjustments(decay, value, norm, global))
    }
  }

  var properties: [Property] {
    [
      rateProperty, Property("beta_1", .number(beta1)), Property("beta_2", .number(beta2)),
      Property("epsilon", .number(epsilon)),
    ]
  }
  var memoryPerWeight: Int { 2 }

  func step(_ step: OptimizerStep) {
    let number = Double(step.number)
    let correction = (1 - pow(beta2, number)).squareRoot() / (1 - pow(beta1, number))
    var rates = AdamRates(rate: step.rate * correction, beta1: beta1, beta2: beta2, epsilon: epsilon)
    step.kernels.table.pointee.adam_step(
      step.weights, step.gradients, step.memory, step.memory + step.distance, step.count, &rates)
  }
}
