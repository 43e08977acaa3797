import ElementaryFunctions
import Vocabulary

/// Adam with the largest recent gradient in place of the squares' mean.
struct Adamax: AdamFamily {
  var options: AdamOptions

  static let declaration = declaration(
    "adamax", "Adam with the largest recent gradient in place of the mean of squares.", size: "the largest gradient",
    formula: "m = m + (g - m) × (1 - β₁), u = max(β₂ × u, |g|), w = w - learning_rate / (1 - β₁^t) × m / (u + epsilon)",
    source: "D. Kingma, J. Ba, Adam, 2015; as in Keras", aliases: ["Adamax"]
  ) { Adamax(options: $0) }

  var name: String { "adamax" }
  var python: PythonOptimizer? { python(keras: "Adamax", torch: "Adamax") }

  func step(_ step: OptimizerStep) {
    let (means, largest) = (step.memory, step.memory + step.distance)
    let correction = 1 - pow(options.beta1, Double(step.number))
    for i in 0..<step.count {
      let gradient = step.gradients[i]
      means[i] += (gradient - means[i]) * (1 - options.beta1)
      largest[i] = max(options.beta2 * largest[i], gradient.magnitude)
      step.weights[i] -= step.rate * means[i] / (correction * (largest[i] + options.epsilon))
    }
  }
}
