import Language
import Vocabulary
import Workbench

extension Builtin {
  static let seed = Builtin(
    "seed", "Sets the session's seed, from which all draws without seed= come.",
    Parameter("value", .expression(completing: .words(["random"])), "a whole number, or the word random"),
    documentation: Documentation(
      notes: "seed random takes one from the system and prints it, so that it can be set again.",
      examples: [Example("seed 7", gives: "")],
      seeAlso: ["sample"])
  ) { (session: inout Session, value) throws(Failure) in
    if value.expression.source == "random" {
      session.seed = UInt64.random(in: 0..<1 << 32)
      return .number(Double(session.seed))
    }
    var frame = value.frame
    let given = try session.evaluate(value.expression, &frame)
    guard let seed = try Kind<UInt64>.seed.read(given) else {
      throw Failure(
        .argument, "value must be \(Kind<UInt64>.seed.noun) or random, not \(given.brief)", at: value.expression.span)
    }
    session.seed = seed
    return .nothing
  }
}
