import Vocabulary

/// A step against the gradient of each batch.
public struct StochasticGradientDescent: Optimizer {
  public var learningRate: any Schedule
  let momentum: Double
  let isNesterov: Bool
  public let adjustments: Adjustments

  /// Keras's, which is the default of every training.
  public static let standard: any Optimizer = StochasticGradientDescent(
    learningRate: ConstantRate(standardRate), momentum: 0, isNesterov: false, adjustments: .none)

  private static let standardRate = 0.01

  static let declaration = Declaration<any Optimizer>(
    "sgd", "A step against the gradient of each batch.", .learningRate(standardRate),
    Parameter("momentum", .probability, "the share of the last step that is kept", default: 0),
    Parameter("nesterov", .truth, "whether the gradient is taken as if after the kept part", default: false),
    Adjustments.weightDecay(), Adjustments.clipValue, Adjustments.clipNorm, Adjustments.globalClipNorm,
    documentation: Documentation(
      formula: "v = momentum × v - learning_rate × g, w = w + v",
      source: "H. Robbins, S. Monro, A stochastic approximation method, 1951; as in Keras",
      examples: [
        .firstSteps(of: "sgd(0.1)", gives: "[0, 0.6, 1.08, 1.464]"),
        .firstSteps(of: "sgd(0.1, momentum=0.9)", gives: "[0, 0.6, 1.62, 2.814]"),
      ],
      aliases: [ForeignName("SGD", write: "sgd(0.01, momentum=0)")])
  ) { (rate, momentum, isNesterov, decay, value, norm, global) throws(Failure) in
    StochasticGradientDescent(
      learningRate: rate, momentum: momentum, isNesterov: isNesterov,
      adjustments: try Adjustments(decay, value, norm, global))
  }

  public var name: String { "sgd" }
  public var python: PythonOptimizer? {
    PythonOptimizer(
      keras: "SGD", torch: "SGD",
      ["momentum=\(momentum.python)"] + (isNesterov && momentum > 0 ? ["nesterov=True"] : []))
  }
  public var properties: [Property] {
    [rateProperty, Property("momentum", .number(momentum)), Property("nesterov", .truth(isNesterov))]
  }
  public var memoryPerWeight: Int { momentum > 0 ? 1 : 0 }

  public func step(_ step: OptimizerStep) {
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
