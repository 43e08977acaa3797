import Networks
import Probability
import Vocabulary
import Workbench

extension Builtin {
  static let push = Builtin(
    "push", "What an activation makes of a random input: mean, variance and mean square of its output.",
    Parameter("activation", .activation, "the activation that it goes through"),
    Parameter("distribution", .distribution, "what comes in"),
    documentation: Documentation(
      formula: "mean = ∫ activation(x) pdf(x) dx, variance = ∫ (activation(x) - mean)² pdf(x) dx",
      notes:
        "By the tanh-sinh rule over the quantiles of the distribution; over a table of the density where that is a sum "
        + "without a closed form; sums over the values of a discrete one.",
      examples: [
        Example("push(relu, normal(0, 1))", gives: "mean 0.398942, variance 0.340845, mean_square 0.5")
      ],
      seeAlso: ["saturation", "flow", "gain"]),
    yields: PushedMoments.self
  ) { (session: inout Session, activation, distribution) throws(Failure) in
    try distribution.requireProbabilities()
    return .object(try PushedMoments(of: distribution, through: activation, session.interruption))
  }
}

extension PushedMoments: Record {
  public var kind: String { "moments" }
  public var noun: String { "the result of push" }
  public var display: Display { "mean \(mean), variance \(variance), mean_square \(meanSquare)" }

  public static let fields: [Field<PushedMoments>] = [
    Field("mean", "the mean of the output") { $0.mean },
    Field("variance", "its variance; nan where the mean is not finite", aliases: ["var"]) { $0.variance },
    Field("std", "its standard deviation") { $0.variance.squareRoot() },
    Field("mean_square", "the mean of its square") { $0.meanSquare },
  ]
}
