import CKernels
import ElementaryFunctions
import Vocabulary

/// Running means of the gradients, divided by the root of those of their squares.
struct Adam: AdamFamily {
  let name: String
  var options: AdamOptions

  static let declaration = declaration(
    "adam", "Running means of the gradients, divided by the root of those of their squares.", formula: formula,
    source: "D. Kingma, J. Ba, Adam, 2015; as in Keras",
    aliases: [ForeignName("Adam", write: "adam(0.001)")]
  ) { Adam(name: "adam", options: $0) }

  /// Adam as it is used with weight decay.
  static let decoupledDeclaration = declaration(
    "adamw", "Adam with weights that decay by themselves.", decay: 0.004, formula: formula,
    source: "I. Loshchilov, F. Hutter, Decoupled weight decay regularization, 2019; as in Keras",
    aliases: [ForeignName("AdamW", write: "adamw(0.001)")]
  ) { Adam(name: "adamw", options: $0) }

  private static let formula =
    "m = m + (g - m) × (1 - β₁), v = v + (g² - v) × (1 - β₂), "
    + "w = w - learning_rate × √(1 - β₂^t) / (1 - β₁^t) × m / (√v + epsilon)"

  var python: PythonOptimizer? {
    name == "adam"
      ? python(keras: "Adam", torch: "Adam") : python(keras: "AdamW", torch: "AdamW", torchDecouplesDecay: true)
  }

  func step(_ step: OptimizerStep) {
    let (number, beta1, beta2) = (Double(step.number), options.beta1, options.beta2)
    let correction = (1 - pow(beta2, number)).squareRoot() / (1 - pow(beta1, number))
    var rates = AdamRates(rate: step.rate * correction, beta1: beta1, beta2: beta2, epsilon: options.epsilon)
    step.kernels.table.pointee.adam_step(
      step.weights, step.gradients, step.memory, step.memory + step.distance, step.count, &rates)
  }
}
