import Networks
import Vocabulary

/// Steps of one length for every weight, against the sign of its gradient.
struct SignDescent: Optimizer {
  var learningRate: any Schedule
  let adjustments: Adjustments

  static let declaration = Declaration<any Optimizer>(
    "sign_descent", "Steps of one length for every weight, against the sign of its gradient.", .learningRate(0.01),
    Adjustments.weightDecay(), Adjustments.clipValue, Adjustments.clipNorm, Adjustments.globalClipNorm,
    documentation: Documentation(
      formula: "w = w - learning_rate × sign(g)",
      examples: [Example("sign_descent", gives: "sign_descent(learning_rate=0.01)")], seeAlso: ["sgd"])
  ) { (rate, decay, value, norm, global) throws(Failure) in
    SignDescent(learningRate: rate, adjustments: try Adjustments(decay, value, norm, global))
  }

  var name: String { "sign_descent" }
  /// Neither Keras nor PyTorch has it.
  var python: PythonOptimizer? { nil }
  var properties: [Property] { [rateProperty] }
  var memoryPerWeight: Int { 0 }

  func step(_ step: OptimizerStep) {
    for index in 0..<step.count {
      let gradient = step.gradients[index]
      step.weights[index] -= gradient > 0 ? step.rate : gradient < 0 ? -step.rate : 0
    }
  }
}
