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

  private static let probability = Builtin(
    "P", "The probability of a condition on a distribution.",
    Parameter("event", .event, "a comparison, such as -3 < N < 3"),
    notes: "Every mention of a distribution in one condition is the same draw: P(N > 1 and N < 2).",
    examples: [Example("P(-3 < normal(0, 1) < 3)", gives: "0.9973")], seeAlso: ["cdf", "sf"]
  ) { (session: inout Session, event) in .number(event.probability) }
}
