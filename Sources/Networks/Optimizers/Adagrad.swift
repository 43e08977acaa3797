import Vocabulary

/// Steps that get shorter for a weight the more it has been pulled at.
struct Adagrad: Optimizer {
  var learningRate: any Schedule
  let initialMemory: Double
  let epsilon: Double
  let adjustments: Adjustments

  static let declaration = Declaration<any Optimizer>(
    "adagrad", "Steps that get shorter for a weight the more it has been pulled at.", .learningRate(0.001),
    Parameter("initial_accumulator_value", .nonnegative, "the sum of squares at first", default: 0.1),
    Parameter("epsilon", .positive, "keeps the divisor from 0", default: 1e-7),
    Adjustments.weightDecay(), Adjustments.clipValue, Adjustments.clipNorm, Adjustments.globalClipNorm,
    documentation: Documentation(
      formula: "s = s + g², w = w - learning_rate × g / √(s + epsilon)",
      source: "J. Duchi, E. Hazan, Y. Singer, Adaptive subgradient methods, 2011; as in Keras",
      examples: [
        Example("adagrad(0.1)", gives: "adagrad(learning_rate=0.1, initial_accumulator_value=0.1, epsilon=1×10⁻⁷)")
      ],
      aliases: [ForeignName("Adagrad", write: "adagrad(0.001)")])
  ) { (rate, initial, epsilon, decay, value, norm, global) throws(Failure) in
    Adagrad(
      learningRate: rate, initialMemory: initial, epsilon: epsilon,
      adjustments: try Adjustments(decay, value, norm, global))
  }

  var name: String { "adagrad" }
  var python: PythonOptimizer? {
    PythonOptimizer(
      keras: "Adagrad", torch: "Adagrad",
      ["initial_accumulator_value=\(initialMemory.python)", "eps=\(epsilon.python)"])
  }
  var properties: [Property] {
    [
      rateProperty, Property("initial_accumulator_value", .number(initialMemory)),
      Property("epsilon", .number(epsilon)),
    ]
  }
  var memoryPerWeight: Int { 1 }

  func step(_ step: OptimizerStep) {
    let sums = step.memory
    for i in 0..<step.count {
      let gradient = step.gradients[i]
      sums[i] += gradient * gradient
      step.weights[i] -= step.rate * gradient / (sums[i] + epsilon).squareRoot()
    }
  }
}
