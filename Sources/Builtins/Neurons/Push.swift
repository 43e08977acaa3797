import Networks
import Probability
import Vocabulary
import Workbench

extension Builtin {
  static let push = Builtin(
    "push", "What an activation makes of a random input: mean, variance and mean square of its output.",
    Parameter("distribution", .distribution, "what comes in"),
    Parameter("activation", .activation, "the activation that it goes through"),
    documentation: Documentation(
      formula: "mean = ∫ activation(x) pdf(x) dx, variance = ∫ (activation(x) - mean)² pdf(x) dx",
      notes: "By the tanh-sinh rule over the shares of the distribution; sums over the values of a discrete one.",
      examples: [
        Example("push(normal(0, 1), relu)", gives: "mean 0.398942, variance 0.340845, mean square 0.5")
      ],
      seeAlso: ["saturation", "flow", "gain"])
  ) { (session: inout Session, distribution, activation) throws(Failure) in
    try distribution.requireProbabilities()
    return .object(PushedMoments(of: distribution, through: activation))
  }
}

/// Mean and spread of an activation's output.
struct PushedMoments: Object {
  let mean: Double
  let variance: Double
  let meanSquare: Double

  init(of distribution: any Distribution, through activation: any Activation) {
    let square = distribution.expectation { activation.value($0) * activation.value($0) }
    let computed = distribution.expectation { activation.value($0) }
    // Halves that cancel leave rounding noise.
    let mean = computed.magnitude <= 1e-15 * square.squareRoot() ? 0 : computed
    self.mean = mean
    variance = distribution.expectation { x in
      let distance = activation.value(x) - mean
      return distance * distance
    }
    meanSquare = square
  }

  var kind: String { "moments" }
  var display: Display { "mean \(mean), variance \(variance), mean square \(meanSquare)" }
  var properties: [Property] {
    [
      Property("mean", .number(mean)), Property("variance", .number(variance)),
      Property("mean_square", .number(meanSquare)),
    ]
  }
}
