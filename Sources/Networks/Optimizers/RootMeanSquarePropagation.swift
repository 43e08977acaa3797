import Vocabulary

/// Gradients divided by the root of a running mean of their squares.
struct RootMeanSquarePropagation: Optimizer {
  var learningRate: any Schedule
  let rho: Double
  let momentum: Double
  let epsilon: Double
  let isCentered: Bool
  let adjustments: Adjustments

  static let declaration = Declaration<any Optimizer>(
    "rmsprop", "Gradients divided by the root of a running mean of their squares.", .learningRate(0.001),
    Parameter("rho", .decay, "the share of the running mean that is kept", default: 0.9),
    Parameter("momentum", .probability, "the share of the last step that is kept", default: 0),
    Parameter("epsilon", .positive, "keeps the divisor from 0", default: 1e-7),
    Parameter("centered", .truth, "whether the squared running mean of the gradients is taken off", default: false),
    Adjustments.weightDecay(), Adjustments.clipValue, Adjustments.clipNorm, Adjustments.globalClipNorm,
    documentation: Documentation(
      formula: "s = rho × s + (1 - rho) × g², v = momentum × v + learning_rate × g / √(s + epsilon), w = w - v",
      source: "T. Tieleman, G. Hinton, Neural networks for context learning, lecture 6.5, 2012; as in Keras",
      examples: [
        Example(
          "rmsprop", gives: "rmsprop(learning_rate=0.001, rho=0.9, momentum=0, epsilon=1×10⁻⁷, centered=false)")
      ],
      aliases: [ForeignName("RMSprop", write: "rmsprop(0.001)")])
  ) { (rate, rho, momentum, epsilon, isCentered, decay, value, norm, global) throws(Failure) in
    RootMeanSquarePropagation(
      learningRate: rate, rho: rho, momentum: momentum, epsilon: epsilon, isCentered: isCentered,
      adjustments: try Adjustments(decay, value, norm, global))
  }

  var name: String { "rmsprop" }
  var python: PythonOptimizer? {
    PythonOptimizer(
      keras: "RMSprop", torch: "RMSprop",
      [
        "alpha=\(rho.python)", "momentum=\(momentum.python)", "eps=\(epsilon.python)",
        "centered=\(isCentered.python)",
      ])
  }
  var properties: [Property] {
    [
      rateProperty, Property("rho", .number(rho)), Property("momentum", .number(momentum)),
      Property("epsilon", .number(epsilon)), Property("centered", .truth(isCentered)),
    ]
  }
  var memoryPerWeight: Int { 3 }

  func step(_ step: OptimizerStep) {
    let (squares, velocities, means) = (step.memory, step.memory + step.distance, step.memory + 2 * step.distance)
    for i in 0..<step.count {
      let gradient = step.gradients[i]
      squares[i] = rho * squares[i] + (1 - rho) * gradient * gradient
      var spread = squares[i]
      if isCentered {
        means[i] = rho * means[i] + (1 - rho) * gradient
        spread -= means[i] * means[i]
      }
      velocities[i] = momentum * velocities[i] + step.rate * gradient / (spread + epsilon).squareRoot()
      step.weights[i] -= velocities[i]
    }
  }
}
