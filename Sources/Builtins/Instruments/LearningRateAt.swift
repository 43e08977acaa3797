import Language
import Networks
import Vocabulary
import Workbench

extension Builtin {
  static let learningRateAt = Builtin(
    "learning_rate_at", "The learning rate that a schedule has at a step of a training.",
    Parameter("schedule", .schedule, "a schedule, or a number, which is the same at every step"),
    Parameter("step", .numbers, "how many steps, that is batches, lie before it"),
    documentation: Documentation(
      notes:
        "Steps are counted from 0, over all epochs of a training; what lies between two is at the one before. A vector of "
        + "steps gives a vector of rates.",
      examples: [
        Example("learning_rate_at(step_decay(0.1, 1000), 2500)", gives: "0.025"),
        Example("learning_rate_at(cosine_decay(0.1, 100), [0, 50, 100])", gives: "[0.1, 0.05, 0]"),
      ],
      seeAlso: ["step_decay", "cosine_decay", "train"],
      aliases: ["get_last_lr"])
  ) { (session: inout Session, schedule, steps) throws(Failure) in
    guard steps.elements.allSatisfy({ $0 >= 0 && $0 < 0x1p53 }) else {
      throw Failure(
        .argument, "step must be a number ≥ 0, or a vector of such numbers, not \(steps.brief)",
        about: .argument("step"))
    }
    return try session.apply(ElementaryFunction { schedule.rate(at: Int($0)) }, to: steps)
  }
}
