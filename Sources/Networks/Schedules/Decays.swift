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
