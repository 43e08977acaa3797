import Vocabulary

/// A step against the gradient of each batch.
struct StochasticGradientDescent: Optimizer {
  var learningRate: any Schedule
  let momentum: Double
  let isNesterov: Bool
  let adjustments: Adjustments

  static let declaration = Declaration<any Optimizer>(
    "sgd", "A step against the gradient of each batch.", .learningRate(0.01),
    Parameter("momentum", .probability, "the share of the last step that is kept", default: 0),
    Parameter("nesterov", .truth, "whether the gradient is taken as if after the kept part", default: false),
    Adjustments.weightDecay(), Adjustments.clipValue, Adjustments.clipNorm, Adjustments.globalClipNorm,
    documentation: Documentation(
      formula: "v = momentum × v - learning_rate × g, w = w + v",
      source: "H. Robbins, S. Monro, A stochastic approximation method, 1951; as in Keras",
      examples: [Example("sgd(momentum=0.9)", gives: "sgd(learning_rate=0.01, momentum=0.9, nesterov=false)")])
  ) { (rate, momentum, isNesterov, decay, value, norm, global) throws(Failure) in
    StochasticGradientDescent(
      learningRate: rate, momentum: momentum, isNesterov: isNesterov,
      adjustments: try Adjustments(decay, value, norm, global))
  }

  var name: String { "sgd" }
  var properties: [Property] {
    [rateProperty, Property("momentum", .number(momentum)), Property("nesterov", .truth(isNesterov))]
  }
  var memoryPerWeight: Int { momentum > 0 ? 1 : 0 }

  func step(_ step: OptimizerStep) {
    let (weights, gradients, velocities, rate) = (step.weights, step.gradients, step.memory, step.rate)
    guard momentum > 0 else {
      step.kernels.table.pointee.sgd_step(weights, gradients, step.count, rate)
      return
    }
    for i in 0..<step.count {
      velocities[i] = momentum * velocities[i] - rate * gradients[i]
      weights[i] += isNesterov ? momentum * velocities[i] - rate * gradients[i] : velocities[i]
    }
  }
}
