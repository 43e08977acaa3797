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
