import Vocabulary

/// A step against the gradient of each batch.
struct StochasticGradientDescent: Optimizer {
  var learningRate: Double
  let momentum: Double
  let isNesterov: Bool

  static let declaration = Declaration<any Optimizer>(
    "sgd", "A step against the gradient of each batch.",
    Parameter("learning_rate", .learningRate, "the length of a step for a gradient of 1", default: 0.01, elsewhere: ["lr"]),
    Parameter("momentum", .probability, "the share of the last step that is kept", default: 0),
    Parameter("nesterov", .truth, "whether the gradient is taken as if after the kept part", default: false),
    formula: "v = momentum × v - learning_rate × g, w = w + v",
    source: "H. Robbins, S. Monro, A stochastic approximation method, 1951; as in Keras",
    example: Example("sgd(momentum=0.9)", gives: "sgd(learning_rate=0.01, momentum=0.9, nesterov=false)"),
    elsewhere: ["SGD"]
  ) { learningRate, momentum, isNesterov in
    StochasticGradientDescent(learningRate: learningRate, momentum: momentum, isNesterov: isNesterov)
  }

  var name: String { "sgd" }
  var properties: [Property] {
    [
      Property("learning_rate", .number(learningRate)), Property("momentum", .number(momentum)),
      Property("nesterov", .truth(isNesterov)),
    ]
  }
  var memoryPerWeight: Int { momentum > 0 ? 1 : 0 }

  func step(
    _ weights: UnsafeMutableBufferPointer<Double>, _ gradients: UnsafeMutableBufferPointer<Double>,
    _ memory: UnsafeMutableBufferPointer<Double>
  ) {
    guard momentum > 0 else {
      for i in weights.indices { weights[i] -= learningRate * gradients[i] }
      return
    }
    for i in weights.indices {
      memory[i] = momentum * memory[i] - learningRate * gradients[i]
      weights[i] += isNesterov ? momentum * memory[i] - learningRate * gradients[i] : memory[i]
    }
  }
}
