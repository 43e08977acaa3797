import ElementaryFunctions
import Vocabulary

/// A rate that falls by a factor every so many steps.
struct StepDecay: Schedule {
  let initial: Double
  let steps: Int
  let factor: Double

  static let declaration = Declaration<any Schedule>(
    "step_decay", "A learning rate that falls by a factor every so many steps.",
    .initialRate,
    Parameter(
      "steps", .positiveCount, "after how many steps, that is batches, it falls",
      aliases: ["every", "step_size", "decay_steps"]),
    Parameter(
      "factor", .positive, "what it is multiplied by then", default: 0.5, aliases: ["gamma", "decay_rate"]),
    documentation: Documentation(
      formula: "initial × factor^floor(step / steps), steps counted from 0",
      examples: [
        Example(
          "learning_rate_at(step_decay(0.1, steps=1000, factor=0.5), [0, 999, 1000, 2000])",
          gives: "[0.1, 0.1, 0.05, 0.025]")
      ],
      seeAlso: ["exponential_decay", "learning_rate_at", "train"])
  ) { initial, steps, factor in StepDecay(initial: initial, steps: steps, factor: factor) }

  var display: Display { "step_decay(" + Display(initial) + ", steps=\(steps), factor=" + Display(factor) + ")" }
  func rate(at step: Int) -> Double { initial * pow(factor, Double(step / steps)) }
}

/// A rate that falls steadily by a factor over so many steps.
struct ExponentialDecay: Schedule {
  let initial: Double
  let steps: Int
  let factor: Double

  static let declaration = Declaration<any Schedule>(
    "exponential_decay", "A learning rate that falls steadily, by the same factor over every so many steps.",
    .initialRate,
    Parameter(
      "steps", .positiveCount, "over how many steps, that is batches, it falls by the factor",
      aliases: ["decay_steps"]),
    Parameter(
      "factor", .positive, "what it is multiplied by over so many steps", default: 0.5,
      aliases: ["decay_rate", "gamma"]),
    documentation: Documentation(
      formula: "initial × factor^(step / steps), steps counted from 0",
      source: "as in Keras",
      notes: "With a factor above 1 it rises, as fit_rate has it.",
      examples: [
        Example(
          "learning_rate_at(exponential_decay(0.1, steps=1000, factor=0.5), [0, 500, 1000, 2000])",
          gives: "[0.1, 0.0707107, 0.05, 0.025]")
      ],
      seeAlso: ["step_decay", "cosine_decay"])
  ) { initial, steps, factor in ExponentialDecay(initial: initial, steps: steps, factor: factor) }

  var display: Display {
    "exponential_decay(" + Display(initial) + ", steps=\(steps), factor=" + Display(factor) + ")"
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
    .initialRate,
    Parameter(
      "steps", .positiveCount, "after how many steps, that is batches, it has fallen",
      aliases: ["decay_steps", "T_max"]),
    Parameter("alpha", .probability, "the share of the rate that is left then", default: 0),
    documentation: Documentation(
      formula: "initial × (alpha + (1 - alpha) × (1 + cos(π × step / steps)) / 2), steps counted from 0",
      source: "I. Loshchilov, F. Hutter, SGDR, 2017; as in Keras",
      examples: [
        Example(
          "learning_rate_at(cosine_decay(0.1, steps=1000), [0, 250, 500, 750, 1000])",
          gives: "[0.1, 0.0853553, 0.05, 0.0146447, 0]")
      ],
      seeAlso: ["exponential_decay", "warm_up"])
  ) { initial, steps, floor in CosineDecay(initial: initial, steps: steps, floor: floor) }

  var display: Display {
    "cosine_decay(" + Display(initial) + ", steps=\(steps), alpha=" + Display(floor) + ")"
  }
  func rate(at step: Int) -> Double {
    let wave = 0.5 * (1 + cos(.pi * Double(min(step, steps)) / Double(steps)))
    return initial * ((1 - floor) * wave + floor)
  }
}
