import Language
import Probability
import Vocabulary
import Workbench

extension Builtin {
  static let probability = Builtin(
    "P", "The probability of a condition on random variables.",
    Parameter("event", .event, "a comparison, such as -3 < N < 3, or several joined by and, or, not"),
    documentation: Documentation(
      notes: "A distribution that has a name is one random variable: every mention of N is the same draw, so that "
        + "P(N + 1 > N) is 1. Each call of a constructor makes another, independent of all others. What cannot be computed "
        + "is refused with a line that estimates it.",
      examples: [
        Example("P(-3 < normal(0, 1) < 3)", gives: "0.9973"),
        Example("P(normal(1, 3) > normal(0, 4))", gives: "0.57926"),
        Example("P(bernoulli(0.5) == 1 and bernoulli(0.5) == 1)", gives: "0.25"),
      ], seeAlso: ["cdf", "sf", "copy"])
  ) { (session: inout Session, event) throws(Failure) in
    do throws(Failure) {
      return .number(try event.probability())
    } catch {
      let variables = session.context.variables
      let builtins = session.builtins
      let names = variables.compactMap { name, value -> (String, RandomVariable)? in
        if case .object(let variable as RandomVariable) = value { (name, variable) } else { nil }
      }.sorted { $0.0 < $1.0 }
      let line = event.estimate(
        name: { draw in names.first { $0.1.isSame(as: draw) }?.0 },
        isTaken: { name in variables[name] != nil || builtins.all.contains { $0.name == name } })
      throw Failure(error.kind, error.message, hint: "estimate it: \(line)")
    }
  }

  static let copy = Builtin(
    "copy", "Another random variable of the same distribution, independent of the first.",
    Parameter("distribution", .distribution, "the distribution"),
    documentation: Documentation(
      notes: "A further name for a variable means the same one: with B = A, A - B is 0; with B = copy(A) it is the "
        + "difference of two independent draws.",
      examples: [
        Example("A = normal(0, 1); A - copy(A)", gives: "normal(mean=0, stddev=1)\nnormal(mean=0, stddev=1.41421)")
      ],
      seeAlso: ["sum", "P"])
  ) { (session: inout Session, distribution) in .object(RandomVariable(distribution)) }
}
