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
    Parameter("epsilon", .positive, "keeps the divisor from 0", default: 1e-7, aliases: ["eps"]),
    Adjustments.weightDecay(), Adjustments.clipValue, Adjustments.clipNorm, Adjustments.globalClipNorm,
    documentation: Documentation(
      formula: "s = s + g², w = w - learning_rate × g / √(s + epsilon)",
      source: "J. Duchi, E. Hazan, Y. Singer, Adaptive subgradient methods, 2011; as in Keras",
      examples: [.firstSteps(of: "adagrad(0.1)", gives: "[0, 0.0998614, 0.169315, 0.225428]")],
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
    Parameter("rho", .decay, "the share of the running mean that is kept", default: 0.9, aliases: ["alpha"]),
    Parameter("momentum", .probability, "the share of the last step that is kept", default: 0),
    Parameter("epsilon", .positive, "keeps the divisor from 0", default: 1e-7, aliases: ["eps"]),
    Parameter("centered", .truth, "whether the squared running mean of the gradients is taken off", default: false),
    Adjustments.weightDecay(), Adjustments.clipValue, Adjustments.clipNorm, Adjustments.globalClipNorm,
    documentation: Documentation(
      formula: "s = rho × s + (1 - rho) × g², v = momentum × v + learning_rate × g / √(s + epsilon), w = w - v",
      source: "T. Tieleman, G. Hinton, Neural networks for context learning, lecture 6.5, 2012; as in Keras",
      examples: [.firstSteps(of: "rmsprop(0.1)", gives: "[0, 0.316228, 0.533179, 0.708234]")],
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

/// Steps as long as the last ones were, relative to the gradients.
struct Adadelta: Optimizer {
  var learningRate: any Schedule
  let rho: Double
  let epsilon: Double
  let adjustments: Adjustments

  static let declaration = Declaration<any Optimizer>(
    "adadelta", "Steps as long as the last ones were, relative to the gradients.", .learningRate(0.001),
    Parameter("rho", .decay, "the share of the running means that is kept", default: 0.95),
    Parameter("epsilon", .positive, "keeps the divisor from 0", default: 1e-7, aliases: ["eps"]),
    Adjustments.weightDecay(), Adjustments.clipValue, Adjustments.clipNorm, Adjustments.globalClipNorm,
    documentation: Documentation(
      formula: "s = rho × s + (1 - rho) × g², d = √(u + epsilon) / √(s + epsilon) × g, u = rho × u + (1 - rho) × d², "
        + "w = w - learning_rate × d",
      source: "M. Zeiler, Adadelta, 2012; as in Keras",
      examples: [.firstSteps(of: "adadelta(1)", gives: "[0, 0.00141421, 0.00284611, 0.00428975]")],
      aliases: ["Adadelta"])
  ) { (rate, rho, epsilon, decay, value, norm, global) throws(Failure) in
    Adadelta(
      learningRate: rate, rho: rho, epsilon: epsilon, adjustments: try Adjustments(decay, value, norm, global))
  }

  var name: String { "adadelta" }
  var python: PythonOptimizer? {
    PythonOptimizer(keras: "Adadelta", torch: "Adadelta", ["rho=\(rho.python)", "eps=\(epsilon.python)"])
  }
  var properties: [Property] { [rateProperty, Property("rho", .number(rho)), Property("epsilon", .number(epsilon))] }
  var memoryPerWeight: Int { 2 }

  func step(_ step: OptimizerStep) {
    let (squares, changes) = (step.memory, step.memory + step.distance)
    for i in 0..<step.count {
      let gradient = step.gradients[i]
      squares[i] = rho * squares[i] + (1 - rho) * gradient * gradient
      let change = (changes[i] + epsilon).squareRoot() * gradient / (squares[i] + epsilon).squareRoot()
      changes[i] = rho * changes[i] + (1 - rho) * change * change
      step.weights[i] -= step.rate * change
    }
  }
}
