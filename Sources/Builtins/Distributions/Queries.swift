import Language
import Probability
import Vocabulary
import Workbench

extension Builtin {
  static let queries: [Builtin] = [
    pointwise(
      "pdf", "The density of a distribution at x; of a discrete one, the probability of x.",
      ("pdf(normal(0, 1), 0)", "0.398942"), seeAlso: ["log_pdf", "cdf"], aliases: ["pmf", "density"],
      derivative: .ofThing("log_pdf", times: .value)
    ) { $0.density($1) },
    pointwise(
      "log_pdf", "The logarithm of the density, right where that itself is too small for a number.",
      ("log_pdf(normal(0, 1), 100)", "-5000.92"), seeAlso: ["pdf"], aliases: ["logpdf", "logpmf", "log_prob"],
      derivative: .ofThing("log_pdf", times: .one)
    ) { $0.logDensity($1) },
    pointwise(
      "cdf", "The probability of a value ≤ x.", ("cdf(normal(0, 1), 1.96)", "0.975002"), seeAlso: ["sf", "quantile"],
      derivative: .ofThing("cdf", times: .one)
    ) { $0.cumulative($1) },
    pointwise(
      "sf", "The probability of a value > x, right in the far tail.", ("sf(normal(0, 1), 30)", "4.90671×10⁻¹⁹⁸"),
      seeAlso: ["cdf"], aliases: ["survival"], derivative: .ofThing("cdf", times: .minusOne)
    ) { $0.survival($1) },
    mode, entropy, support, .probability,
  ]

  /// A function of a distribution and a number, a vector or matrix going through element by element.
  private static func pointwise(
    _ name: String, _ summary: String, _ example: (input: String, output: String), seeAlso: [String],
    aliases: [ForeignName] = [], derivative: Derivative,
    _ query: @escaping @Sendable (any Distribution, Double) -> Double
  ) -> Builtin {
    Builtin(
      name, summary, Parameter("distribution", .distribution, "the distribution"),
      Parameter("x", .value, "a number, or a vector of them"),
      documentation: Documentation(
        notes:
          "In functions of yours it is differentiated by x, and by the parameters of a distribution that is made in "
          + "the function, as far as there are formulas.",
        examples: [Example(example.input, gives: example.output)],
        seeAlso: seeAlso,
        aliases: aliases), derivative: derivative
    ) { (session: inout Session, distribution, x) throws(Failure) in
      guard try Kind<Value>.numbers.read(x) != nil else {
        throw Failure(.argument, "x must be a number, or a vector of them, not \(x.brief)", about: .argument("x"))
      }
      try session.context.step(by: x.elements.count)
      try distribution.requireProbabilities()
      return try session.apply(ElementaryFunction { query(distribution, $0) }, to: x)
    }
  }

  private static let mode = Builtin(
    "mode", "The likeliest value of a distribution, the smallest where there are several.",
    Parameter("distribution", .distribution, "the distribution"),
    documentation: Documentation(
      examples: [Example("mode(gamma(3, 2))", gives: "1")],
      seeAlso: ["mean", "median"])
  ) { (session: inout Session, distribution) throws(Failure) in
    if let mode = distribution.mode { return .number(mode) }
    throw Failure(
      .type, "the mode of this \(distribution.name) has no closed form", hint: "look where its pdf is largest")
  }

  private static let entropy = Builtin(
    "entropy", "How uncertain a draw is, in nats: the mean of -log_pdf.",
    Parameter("distribution", .distribution, "the distribution"),
    documentation: Documentation(
      formula: "entropy(d) = mean of -log(pdf(d, X))",
      source: "C. E. Shannon, 1948",
      notes: "Divided by log(2) it is in bits. Of a continuous distribution it may be negative.",
      examples: [Example("entropy(bernoulli(0.5)) / log(2)", gives: "1")],
      seeAlso: ["log_pdf"])
  ) { (session: inout Session, distribution) throws(Failure) in
    if let entropy = distribution.entropy { return .number(entropy) }
    throw Failure(
      .type, "the entropy of this \(distribution.name) has no closed form",
      hint: "estimate it: -mean(log_pdf(d, sample(d, 10000)))")
  }

  private static let support = Builtin(
    "support", "The smallest and the largest value that a distribution can yield.",
    Parameter("distribution", .distribution, "the distribution"),
    documentation: Documentation(
      examples: [Example("support(exponential(2))", gives: "[0, ∞]")],
      seeAlso: ["quantile"])
  ) { (session: inout Session, distribution) in
    .vector([distribution.support.lowerBound, distribution.support.upperBound])
  }
}
