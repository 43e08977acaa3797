import ElementaryFunctions
import Vocabulary

/// A rate that falls by a factor every so many steps.
struct StepDecay: Schedule {
  let initial: Double
  let every: Int
  let factor: Double

  static let declaration = Declaration<any Schedule>(
    "step_decay", "A learning rate that falls by a factor every so many steps.",
    Parameter("initial", .learningRate, "the rate at first"),
    Parameter("every", .positiveCount, "after how many steps, that is batches, it falls"),
    Parameter("factor", .positive, "what it is multiplied by then", default: 0.5),
    documentation: Documentation(
      formula: "initial × factor^floor(step / every), steps counted from 0",
      examples: [Example("step_decay(0.1, 1000)", gives: "step_decay(0.1, every=1000, factor=0.5)")],
      seeAlso: ["exponential_decay", "train"])
  ) { initial, every, factor in StepDecay(initial: initial, every: every, factor: factor) }

  var display: Display { "step_decay(" + Display(initial) + ", every=\(every), factor=" + Display(factor) + ")" }
  func rate(at step: Int) -> Double { initial * pow(factor, Double(step / every)) }
}
