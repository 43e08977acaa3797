import Vocabulary

/// Steps as long as the last ones were, relative to the gradients.
struct Adadelta: Optimizer {
  var learningRate: any Schedule
  let rho: Double
  let epsilon: Double
  let adjustments: Adjustments

  static let declaration = Declaration<any Optimizer>(
    "adadelta", "Steps as long as the last ones were, relative to the gradients.", .learningRate(0.001),
    Parameter("rho", .decay, "the share of the running means that is kept", default: 0.95),
    Parameter("epsilon", .positive, "keeps the divisor from 0", default: 1e-7),
    Adjustments.weightDecay(), Adjustments.clipValue, Adjustments.clipNorm, Adjustments.globalClipNorm,
    documentation: Documentation(
      formula: "s = rho × s + (1 - rho) × g², d = √(u + epsilon) / √(s + epsilon) × g, u = rho × u + (1 - rho) × d², "
        + "w = w - learning_rate × d",
      source: "M. Zeiler, Adadelta, 2012; as in Keras",
      examples: [Example("adadelta(1)", gives: "adadelta(learning_rate=1, rho=0.95, epsilon=1×10⁻⁷)")],
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
