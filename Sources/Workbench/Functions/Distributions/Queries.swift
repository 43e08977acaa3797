import Probability
import Vocabulary

extension Builtin {
  static let queries: [Builtin] = [
    pointwise(
      "pdf", "The density of a distribution at x.", "x", ("pdf(normal(0, 1), 0)", "0.398942"), .number
    ) { $0.density($1) },
    pointwise(
      "cdf", "The probability of a value ≤ x.", "x", ("cdf(normal(0, 1), 1.96)", "0.975002"), .number
    ) { $0.cumulative($1) },
    pointwise(
      "sf", "The probability of a value > x, right in the far tail.", "x", ("sf(normal(0, 1), 30)", "4.90671×10⁻¹⁹⁸"),
      .number
    ) { $0.survival($1) },
    pointwise(
      "quantile", "The number below which a share p of the draws lies.", "p",
      ("quantile(normal(0, 1), 0.975)", "1.95996"), .probability
    ) { $0.quantile($1) },
    moment("mean", "The mean of numbers or of a distribution.", ("mean([1, 2, 6])", "3"), { $0.mean }) { $0.mean },
    moment(
      "var", "The variance: the mean squared distance from the mean.", ("var(uniform(0, 1))", "0.0833333"),
      { $0.variance }
    ) { $0.variance },
    moment(
      "std", "The standard deviation: the square root of the variance.", ("std([1, 2, 3])", "0.816497"),
      { $0.standardDeviation }
    ) { $0.standardDeviation },
    probability,
  ]

  /// A function of a distribution and a number, a vector going through element by element.
  private static func pointwise(
    _ name: String, _ summary: String, _ point: String, _ example: (input: String, output: String),
    _ kind: Kind<Double>, _ query: @escaping @Sendable (any Distribution, Double) -> Double
  ) -> Builtin {
    Builtin(
      name, summary, Parameter("distribution", .distribution, "the distribution"),
      Parameter(point, .value, "\(kind.noun), or a vector of them"),
      examples: [Example(example.input, gives: example.output)]
    ) { (session: inout Session, distribution, points) throws(Failure) in
      if case .vector(let elements) = points {
        for element in elements where try kind.read(.number(element)) == nil {
          throw Failure(.argument, "\(point) must be \(kind.noun), not \(Value.number(element).brief)")
        }
        return .vector(elements.map { query(distribution, $0) })
      }
      guard let x = try kind.read(points) else {
        throw Failure(.argument, "\(point) must be \(kind.noun), not \(points.brief)")
      }
      return .number(query(distribution, x))
    }
  }

  /// A number that sums up numbers or a distribution.
  private static func moment(
    _ name: String, _ summary: String, _ example: (input: String, output: String),
    _ ofNumbers: @escaping @Sendable (Moments) -> Double, _ ofLaw: @escaping @Sendable (any Distribution) -> Double
  ) -> Builtin {
    Builtin(
      name, summary, Parameter("x", .value, "a vector, a matrix or a distribution"),
      notes: name == "mean" ? nil : "Of numbers it divides by their count, as NumPy does.",
      examples: [Example(example.input, gives: example.output)]
    ) { (session: inout Session, x) throws(Failure) in
      switch try Numbers(x) {
      case .numbers(let elements): .number(ofNumbers(Moments(of: elements)))
      case .distribution(let distribution): .number(ofLaw(distribution))
      }
    }
  }

  private static let probability = Builtin(
    "P", "The probability of a condition on a distribution.",
    Parameter("event", .event, "a comparison, such as -3 < N < 3"),
    notes: "Every mention of a distribution in one condition is the same draw: P(N > 1 and N < 2).",
    examples: [Example("P(-3 < normal(0, 1) < 3)", gives: "0.9973")], seeAlso: ["cdf", "sf"]
  ) { (session: inout Session, event) in .number(event.probability) }
}
