import Vocabulary

/// A rate that grows from nearly nothing before another schedule begins.
struct WarmUp: Schedule {
  let schedule: any Schedule
  let steps: Int

  static let declaration = Declaration<any Schedule>(
    "warm_up", "A learning rate that grows in a straight line at first, then follows a schedule.",
    Parameter("learning_rate", .schedule, "the rate that is reached, or the schedule that begins then"),
    Parameter("steps", .positiveCount, "how many steps, that is batches, it takes"),
    documentation: Documentation(
      formula: "rate × (step + 1) / steps for the first steps, counted from 0",
      source: "P. Goyal and others, Accurate, large minibatch SGD, 2017",
      examples: [Example("warm_up(0.1, 100)", gives: "warm_up(0.1, steps=100)")],
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
    Parameter("low", .learningRate, "the rate at first and after every cycle"),
    Parameter("high", .learningRate, "the rate in the middle of a cycle"),
    Parameter("step_size", .positiveCount, "how many steps, that is batches, half a cycle takes"),
    documentation: Documentation(
      formula:
        "low + (high - low) × max(0, 1 - |step / step_size - 2 × cycle + 1|), cycle = floor(1 + step / (2 × step_size))",
      source: "L. Smith, Cyclical learning rates, 2017",
      examples: [Example("cyclic_rate(0.01, 0.1, 500)", gives: "cyclic_rate(0.01, 0.1, step_size=500)")],
      seeAlso: ["cosine_decay"])
  ) { low, high, steps in CyclicRate(low: low, high: high, steps: steps) }

  var display: Display { "cyclic_rate(" + Display(low) + ", " + Display(high) + ", step_size=\(steps))" }
  func rate(at step: Int) -> Double {
    let position = Double(step) / Double(steps)
    let cycle = (1 + position / 2).rounded(.down)
    return low + (high - low) * max(0, 1 - (position - 2 * cycle + 1).magnitude)
  }
}
