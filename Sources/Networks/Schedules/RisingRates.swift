import Vocabulary

/// A rate that grows from nearly nothing before another schedule begins.
struct WarmUp: Schedule {
  let schedule: any Schedule
  let steps: Int

  static let declaration = Declaration<any Schedule>(
    "warm_up", "A learning rate that grows in a straight line at first, then follows a schedule.",
    Parameter(
      "learning_rate", .schedule, "the rate that is reached, or the schedule that begins then",
      aliases: ["lr", "rate", "initial", "warmup_target"]),
    Parameter(
      "steps", .positiveCount, "how many steps, that is batches, it takes", aliases: ["warmup_steps", "total_iters"]),
    documentation: Documentation(
      formula: "rate × (step + 1) / steps for the first steps, counted from 0",
      source: "P. Goyal and others, Accurate, large minibatch SGD, 2017",
      examples: [
        Example("learning_rate_at(warm_up(0.1, steps=100), [0, 49, 99, 500])", gives: "[0.001, 0.05, 0.1, 0.1]")
      ],
      seeAlso: ["cosine_decay"])
  ) { schedule, steps in WarmUp(schedule: schedule, steps: steps) }

  var display: Display { "warm_up(" + schedule.display + ", steps=\(steps))" }
  func rate(at step: Int) -> Double {
    step < steps ? schedule.rate(at: 0) * Double(step + 1) / Double(steps) : schedule.rate(at: step - steps)
  }
}

/// A rate that goes up and down between two bounds.
struct CyclicRate: Schedule {
  let low: Double
  let high: Double
  let steps: Int

  static let declaration = Declaration<any Schedule>(
    "cyclic_rate", "A learning rate that goes up and down between two bounds in straight lines.",
    Parameter("low", .learningRate, "the rate at first and after every cycle", aliases: ["base_lr", "initial"]),
    Parameter("high", .learningRate, "the rate in the middle of a cycle", aliases: ["max_lr"]),
    Parameter(
      "steps", .positiveCount, "how many steps, that is batches, half a cycle takes",
      aliases: ["step_size", "step_size_up"]),
    documentation: Documentation(
      formula:
        "low + (high - low) × max(0, 1 - |step / steps - 2 × cycle + 1|), cycle = floor(1 + step / (2 × steps))",
      source: "L. Smith, Cyclical learning rates, 2017",
      examples: [
        Example(
          "learning_rate_at(cyclic_rate(0.01, 0.1, steps=500), [0, 250, 500, 1000])", gives: "[0.01, 0.055, 0.1, 0.01]")
      ],
      seeAlso: ["cosine_decay"])
  ) { low, high, steps in CyclicRate(low: low, high: high, steps: steps) }

  var display: Display { "cyclic_rate(" + Display(low) + ", " + Display(high) + ", steps=\(steps))" }
  func rate(at step: Int) -> Double {
    let position = Double(step) / Double(steps)
    let cycle = (1 + position / 2).rounded(.down)
    return low + (high - low) * max(0, 1 - (position - 2 * cycle + 1).magnitude)
  }
}
