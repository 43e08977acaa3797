import Vocabulary
import Workbench

extension HelpTopic {
  static let aboutChance: [HelpTopic] = [
    HelpTopic(
      "random variables", also: ["variable", "independent", "independence", "dependent", "coin", "coins", "joint"],
      "which distributions are one draw, and which are two",
      "Each call of a constructor makes a random variable of its own, independent of all others. A name means that one "
        + "variable wherever it stands, and a further name for it means the same one; copy(A) is another of the same "
        + "distribution.",
      "So two coins fall alike with probability 1/2, while a coin always falls like itself; A - A is 0, while A - B is as "
        + "wide as A + B. A + A is one draw doubled, sum(A, 2) the sum of two draws: their variances tell them apart.",
      "vars names the variables that are the same or are made of others. A list in which one variable stands twice is printed "
        + "with a name for it.",
      examples: [
        Example(
          "A = bernoulli(0.5); B = bernoulli(0.5); P(A == 1 and B == 1)",
          gives: "bernoulli(p=0.5)\nbernoulli(p=0.5)\n0.25"),
        Example("[P(A == B), P(A == A)]", gives: "[0.5, 1]"),
        Example("[var(A - A), var(A - B), var(A - copy(A))]", gives: "[0, 0.5, 0.5]"),
        Example("[var(A + A), var(2 × A), var(sum(A, 2))]", gives: "[1, 1, 0.5]"),
        Example("[P(A + A == 1), P(sum(A, 2) == 1)]", gives: "[0, 0.5]"),
        Example("C = A; P(A + C == 1)", gives: "bernoulli(p=0.5)\n0"),
        Example(
          "X = normal(0, 1); Y = normal(0, 1); X - Y; X - X",
          gives: """
            normal(mean=0, stddev=1)
            normal(mean=0, stddev=1)
            normal(mean=0, stddev=1.41421)
            constant(value=0)
            """),
        Example("[P(X > 0 and Y > 0), P(X + 1 > X), P(X > Y)]", gives: "[0.25, 1, 0.5]"),
      ], seeAlso: ["P", "copy", "sum", "randomness"]),
    HelpTopic(
      "randomness", also: ["random", "seeds", "rng", "generator", "reproducible", "shuffled", "numpy"],
      "where random numbers come from, and how they come again",
      "seed=42 gives what numpy.random.default_rng(42) gives. Without it a command draws from the session's seed (0 at the "
        + "start, seed 7 sets it, seed random takes one from the system), from its own text, and from how often that text has "
        + "run: so the same session prints the same numbers, and a line put in changes no other.",
      examples: [
        Example("sample normal(0, 1) 3 seed=42", gives: "[0.304717, -1.03998, 0.750451]"),
        Example(
          "seed 7; sample normal(0, 1) 2; sample normal(0, 1) 2; seed 0",
          gives: "[-1.03003, 2.49263]\n[0.202279, -0.105442]"),
      ], seeAlso: ["seed", "sample", "random variables"]),
  ]
}
