import Language
import Probability
import Vocabulary
import Workbench

extension Builtin {
  static let mean = Builtin(
    "mean", "The mean of numbers or of a distribution.",
    Parameter("x", .numbersOrDistribution, "the numbers, or a distribution"), .axis,
    documentation: Documentation(
      examples: [Example("mean([1, 2, 6])", gives: "3")],
      seeAlso: ["median", "std"],
      aliases: ["average"]),
    derivative: .linear
  ) { (session: inout Session, x, axis) throws(Failure) in
    switch try Numbers(x) {
    case .numbers(let numbers):
      try session.context.step(by: numbers.elements.count)
      return try numbers.reduced(along: axis) { Moments(of: $0).mean }
    case .distribution(let distribution): return .number(distribution.mean)
    }
  }.on(numbers: .mean)

  static let variance = spread(
    "var", "The variance: the mean squared distance from the mean.", ("var(uniform(0, 1))", "0.0833333"),
    formula: "mean((x - mean(x))²) × size(x) / (size(x) - ddof)", aliases: ["variance"],
    of: \.variance
  ) { $0.variance * $1 }

  static let standardDeviation = spread(
    "std", "The standard deviation: the square root of the variance.", ("std([1, 2, 3])", "0.816497"),
    formula: "if max(|x - mean(x)|) == 0 then sum(0 × x) "
      + "else if 1e-140 < max(|x - mean(x)|) < 1e140 then √(mean((x - mean(x))²) × size(x) / (size(x) - ddof)) "
      // The same of numbers whose squares are none.
      + "else max(|x - mean(x)|) "
      + "× √(mean(((x - mean(x)) / max(|x - mean(x)|))²) × size(x) / (size(x) - ddof))",
    aliases: ["stdev"], of: \.standardDeviation
  ) { $0.standardDeviation(timesRootOf: $1) }

  private static func spread(
    _ name: String, _ summary: String, _ example: (input: String, output: String), formula: String,
    aliases: [ForeignName], of query: @escaping @Sendable (any Distribution) -> Double,
    _ ofMoments: @escaping @Sendable (Moments, _ factor: Double) -> Double
  ) -> Builtin {
    Builtin(
      name, summary, Parameter("x", .numbersOrDistribution, "the numbers, or a distribution"), .axis,
      Parameter(
        "ddof", .number("a number ≥ 0", in: 0 ... .infinity), "what is taken off the count that is divided by",
        default: 0, aliases: ["correction"]),
      documentation: Documentation(
        notes: "Of numbers it divides by their count, as NumPy does; PyTorch divides by one less: ddof=1.",
        examples: [Example(example.input, gives: example.output)],
        seeAlso: ["mean"],
        aliases: aliases),
      derivative: .formula(formula)
    ) { (session: inout Session, x, axis, ddof) throws(Failure) in
      switch try Numbers(x) {
      case .numbers(let numbers):
        try session.context.step(by: numbers.elements.count)
        return try numbers.reduced(along: axis) { elements in
          let count = Double(elements.count)
          // Of no more numbers than ddof there is none, as NumPy has it.
          return ofMoments(Moments(of: elements), ddof == 0 ? 1 : count / max(0, count - ddof))
        }
      case .distribution(let distribution): return .number(query(distribution))
      }
    }
  }

  static let median = Builtin(
    "median", "The number in the middle: half of the others are smaller.",
    Parameter("x", .numbersOrDistribution, "the numbers, or a distribution"), .axis,
    documentation: Documentation(
      examples: [Example("median([1, 2, 10])", gives: "2")],
      seeAlso: ["quantile", "mean"])
  ) { (session: inout Session, x, axis) throws(Failure) in
    switch try Numbers(x) {
    case .numbers(let numbers):
      try session.context.step(by: numbers.elements.count)
      let interruption = session.interruption
      return try numbers.reduced(along: axis) { (elements) throws(Failure) in
        try quantile(of: Sorting.sorted(elements, interruption), at: 0.5)
      }
    case .distribution(let distribution):
      try distribution.requireProbabilities()
      return .number(distribution.median)
    }
  }

  static let quantile = Builtin(
    "quantile", "The number below which a share p of a distribution's draws, or of given numbers, lies.",
    Parameter("x", .value, "a distribution, or a vector of numbers"),
    Parameter("p", .value, "a number from 0 to 1, or a vector of them", aliases: ["q"]),
    documentation: Documentation(
      notes: "Between two of the given numbers it goes linearly, as NumPy does.",
      examples: [
        Example("quantile(normal(0, 1), 0.975)", gives: "1.95996"),
        Example("quantile([1, 2, 3, 10], [0.25, 0.5])", gives: "[1.75, 2.5]"),
      ],
      seeAlso: ["cdf", "median"],
      aliases: ["ppf", "icdf", "percentile"])
  ) { (session: inout Session, x, p) throws(Failure) in
    for probability in p.elements where !(0...1).contains(probability) {
      throw Failure(
        .argument, "p must be a number from 0 to 1, not \(Value.number(probability).brief)", about: .argument("p"))
    }
    switch try Numbers(x) {
    case .distribution(let distribution):
      try distribution.requireProbabilities()
      return try session.apply(ElementaryFunction { distribution.quantile($0) }, to: p)
    case .numbers(let numbers):
      try session.context.step(by: numbers.elements.count)
      let sorted = try Sorting.sorted(numbers.elements, session.interruption)
      if case .number(let probability) = p { return .number(try quantile(of: sorted, at: probability)) }
      guard case .vector(let probabilities) = p else {
        throw Failure(
          .argument, "p must be a number from 0 to 1, or a vector of them, not \(p.brief)", about: .argument("p"))
      }
      return .vector(
        try probabilities.map { (probability) throws(Failure) in try quantile(of: sorted, at: probability) })
    }
  }

  /// NumPy's default method: linear between the neighbours of position p × (count - 1).
  private static func quantile(of sorted: [Double], at p: Double) throws(Failure) -> Double {
    guard !sorted.isEmpty else { throw Failure(.argument, "an empty vector has no quantiles") }
    if sorted.contains(where: \.isNaN) { return .nan }
    let position = p * Double(sorted.count - 1)
    let lower = Int(position.rounded(.down))
    let upper = min(lower + 1, sorted.count - 1)
    let fraction = position - Double(lower)
    let (a, b) = (sorted[lower], sorted[upper])
    if a == b || fraction == 0 { return a }
    guard (b - a).isFinite else { return a * (1 - fraction) + b * fraction }
    return fraction >= 0.5 ? b - (b - a) * (1 - fraction) : a + (b - a) * fraction
  }
}
