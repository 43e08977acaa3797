import ElementaryFunctions
import Vocabulary

/// Adam with Nesterov's momentum.
struct Nadam: AdamFamily {
  var options: AdamOptions

  static let declaration = declaration(
    "nadam", "Adam with Nesterov's momentum, which grows to β₁.",
    formula: "uₜ = β₁ × (1 - 0.96^t / 2), m and v as in adam, w = w - learning_rate × (uₜ₊₁ × m / (1 - u₁ … uₜ₊₁) + "
      + "(1 - uₜ) × g / (1 - u₁ … uₜ)) / (√(v / (1 - β₂^t)) + epsilon)",
    source: "T. Dozat, Incorporating Nesterov momentum into Adam, 2016; as in Keras", aliases: ["Nadam", "NAdam"]
  ) { Nadam(options: $0) }

  var name: String { "nadam" }
  var python: PythonOptimizer? { python(keras: "Nadam", torch: "NAdam") }

  /// The product of all momenta so far.
  func advanced(_ running: Double, to step: Int) -> Double { running * momentum(step) }

  private func momentum(_ step: Int) -> Double { options.beta1 * (1 - 0.5 * pow(0.96, Double(step))) }

  func step(_ step: OptimizerStep) {
    let (means, squares) = (step.memory, step.memory + step.distance)
    let (now, next) = (momentum(step.number), momentum(step.number + 1))
    let ofMean = next / (1 - step.running * next)
    let ofGradient = (1 - now) / (1 - step.running)
    let ofSquares = 1 - pow(options.beta2, Double(step.number))
    for i in 0..<step.count {
      let gradient = step.gradients[i]
      means[i] += (gradient - means[i]) * (1 - options.beta1)
      squares[i] += (gradient * gradient - squares[i]) * (1 - options.beta2)
      let ahead = ofMean * means[i] + ofGradient * gradient
      step.weights[i] -= ahead * step.rate / ((squares[i] / ofSquares).squareRoot() + options.epsilon)
    }
  }
}
