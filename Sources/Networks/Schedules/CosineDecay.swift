import ElementaryFunctions
import Vocabulary

/// A rate that falls along half a cosine.
struct CosineDecay: Schedule {
  let initial: Double
  let steps: Int
  let floor: Double

  static let declaration = Declaration<any Schedule>(
    "cosine_decay", "A learning rate that falls along half a wave of the cosine and then stays.",
    Parameter("initial", .learningRate, "the rate at first"),
    Parameter("decay_steps", .positiveCount, "after how many steps, that is batches, it has fallen"),
    Parameter("alpha", .probability, "the share of the rate that is left then", default: 0),
    documentation: Documentation(
      formula: "initial × (alpha + (1 - alpha) × (1 + cos(π × step / decay_steps)) / 2), steps counted from 0",
      source: "I. Loshchilov, F. Hutter, SGDR, 2017; as in Keras",
      examples: [Example("cosine_decay(0.1, 1000)", gives: "cosine_decay(0.1, decay_steps=1000, alpha=0)")],
      seeAlso: ["exponential_decay", "warm_up"])
  ) { initial, steps, floor in CosineDecay(initial: initial, steps: steps, floor: floor) }

  var display: Display {
    "cosine_decay(" + Display(initial) + ", decay_steps=\(steps), alpha=" + Display(floor) + ")"
  }
  func rate(at step: Int) -> Double {
    let wave = 0.5 * (1 + cos(.pi * Double(min(step, steps)) / Double(steps)))
    return initial * ((1 - floor) * wave + floor)
  }
}
