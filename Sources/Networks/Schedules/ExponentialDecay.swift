import ElementaryFunctions
import Vocabulary

/// A rate that falls steadily by a factor over so many steps.
struct ExponentialDecay: Schedule {
  let initial: Double
  let steps: Int
  let factor: Double

  static let declaration = Declaration<any Schedule>(
    "exponential_decay", "A learning rate that falls steadily, by the same factor over every so many steps.",
    Parameter("initial", .learningRate, "the rate at first"),
    Parameter("decay_steps", .positiveCount, "over how many steps, that is batches, it falls by the factor"),
    Parameter("decay_rate", .positive, "the factor", default: 0.5),
    documentation: Documentation(
      formula: "initial × decay_rate^(step / decay_steps), steps counted from 0",
      source: "as in Keras",
      examples: [
        Example(
          "exponential_decay(0.1, 1000)", gives: "exponential_decay(0.1, decay_steps=1000, decay_rate=0.5)")
      ],
      seeAlso: ["step_decay", "cosine_decay"])
  ) { initial, steps, factor in ExponentialDecay(initial: initial, steps: steps, factor: factor) }

  var display: Display {
    "exponential_decay(" + Display(initial) + ", decay_steps=\(steps), decay_rate=" + Display(factor) + ")"
  }
  func rate(at step: Int) -> Double { initial * pow(factor, Double(step) / Double(steps)) }
}
