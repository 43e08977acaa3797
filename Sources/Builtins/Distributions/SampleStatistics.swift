import Language
import Probability
import Vocabulary
import Workbench

extension Builtin {
  /// What is asked of samples, some of it also of distributions.
  static let sampleStatistics: [Builtin] = [
    skewness, kurtosis, standardError, histogram, kolmogorovSmirnov, centralLimit,
  ]

  private static let skewness = shape(
    "skewness", "How lopsided numbers or a distribution are: positive with a longer tail to the right.",
    formula: "mean((x - mean(x))³) / std(x)³", derivative: "mean(((x - mean(x)) / std(x))³)",
    ("skewness(exponential(1))", "2"), of: \.skewness, ofNumbers: \.skewness,
    aliases: ["skew"])

  private static let kurtosis = shape(
    "kurtosis", "How heavy the tails of numbers or of a distribution are, beside a normal distribution's.",
    formula: "mean((x - mean(x))⁴) / std(x)⁴ - 3", derivative: "mean(((x - mean(x)) / std(x))⁴) - 3",
    ("kurtosis(laplace(0, 1))", "3"), of: \.kurtosis,
    ofNumbers: \.kurtosis, notes: "It is the excess over a normal's, as SciPy has it: kurtosis(normal(0, 1)) is 0.")

  private static func shape(
    _ name: String, _ summary: String, formula: String, derivative: String, _ example: (input: String, output: String),
    of query: @escaping @Sendable (any Distribution) -> Double, ofNumbers: @escaping @Sendable (SampleShape) -> Double,
    notes: String? = nil, aliases: [ForeignName] = []
  ) -> Builtin {
    Builtin(
      name, summary, Parameter("x", .numbersOrDistribution, "the numbers, or a distribution"), .axis,
      documentation: Documentation(
        formula: formula,
        notes: notes,
        examples: [Example(example.input, gives: example.output)],
        seeAlso: ["mean", "var"],
        aliases: aliases), derivative: .formula(derivative)
    ) { (session: inout Session, x, axis) throws(Failure) in
      switch try Numbers(x) {
      case .numbers(let numbers):
        try session.context.step(by: numbers.elements.count)
        return try numbers.reduced(along: axis) { ofNumbers(SampleShape(of: $0)) }
      case .distribution(let distribution): return .number(query(distribution))
      }
    }
  }

  private static let standardError = Builtin(
    "standard_error", "How far the mean of a sample strays from that of its distribution: std(v, ddof=1) / √n.",
    Parameter("x", .numbers, "a vector or a matrix", aliases: ["v"]), .axis,
    documentation: Documentation(
      formula: "std(v, ddof=1) / √(size(v))",
      examples: [Example("standard_error([1, 2, 3, 4])", gives: "0.645497")],
      seeAlso: ["std", "mean"],
      aliases: ["sem"]),
    derivative: .formula("std(v, ddof=1) / √(size(v))")
  ) { (session: inout Session, v, axis) throws(Failure) in
    try session.context.step(by: v.elements.count)
    return try v.reduced(along: axis) { (elements) throws(Failure) in
      guard elements.count > 1 else {
        throw Failure(.argument, "v must have at least 2 numbers, not \(elements.count)", about: .argument("v"))
      }
      return Moments(of: elements).standardDeviation(timesRootOf: 1 / Double(elements.count - 1))
    }
  }

  private static let histogram = Builtin(
    "histogram", "How many numbers fall into each of several bins of equal width.",
    Parameter("x", .numbers, "a vector or a matrix", aliases: ["v"]),
    Parameter("bins", .integer(1...1000), "how many bins", default: 10),
    documentation: Documentation(
      notes:
        "The bins go from the smallest number to the largest, as NumPy's; each but the last leaves out its upper edge.",
      examples: [
        Example(
          "histogram [1, 2, 2, 3, 3, 3] bins=2",
          gives: """
              from   to   count
                 1    2       1   ████
                 2    3       5   ████████████████████
            """)
      ],
      seeAlso: ["quantile"]),
    yields: Histogram.self
  ) { (session: inout Session, v, bins) throws(Failure) in
    try session.context.step(by: v.elements.count)
    return .object(try Histogram(of: v.elements, bins: bins))
  }

  private static let kolmogorovSmirnov = Builtin(
    "ks_test",
    "Whether numbers may be draws from a distribution: the largest distance of their shares, and its p-value.",
    Parameter("x", .numbers, "the numbers", aliases: ["v"]),
    Parameter("distribution", .distribution, "a continuous distribution"),
    documentation: Documentation(
      source: "A. N. Kolmogorov, 1933; G. Marsaglia, W. W. Tsang, J. Wang, Evaluating Kolmogorov's distribution, 2003",
      notes:
        "p is the probability that draws from the distribution stray as far. It is exact up to 2000 numbers, beyond "
        + "that good to 7 digits after the point. A distribution fitted to the same numbers makes it too large.",
      examples: [Example("ks_test([0.1, 0.4, 0.7], uniform(0, 1))", gives: "distance = 0.3, p = 0.886222")],
      seeAlso: ["cdf", "histogram"],
      aliases: ["kstest"]),
    yields: KolmogorovSmirnov.self
  ) { (session: inout Session, v, distribution) throws(Failure) in
    try session.context.step(by: v.elements.count)
    let interruption = session.interruption
    return .object(
      try KolmogorovSmirnov(v.elements, against: distribution, interruption: interruption) { numbers throws(Failure) in
        try Sorting.sorted(numbers, interruption)
      })
  }

  private static let centralLimit = Builtin(
    "clt", "The normal distribution that the sum of n draws tends to, and how far off it is.",
    Parameter("distribution", .distribution, "the distribution of one draw"),
    Parameter("n", .positiveCount, "how many draws are added"),
    documentation: Documentation(
      formula: "distance ≤ 0.4748 × E|X - mean|³ / (std³ × √n)",
      source: "A. C. Berry, 1941; C.-G. Esseen, 1942; the constant by I. Shevtsova, 2011",
      examples: [
        Example(
          "clt uniform(0, 1) 12",
          gives: """
            normal(mean=6, stddev=1)
              distance   0.00234
              at         6.75
              bound      0.178
            """)
      ],
      seeAlso: ["sum", "normal"]),
    yields: CentralLimit.self
  ) { (session: inout Session, distribution, n) throws(Failure) in
    .object(try CentralLimit(distribution, draws: n, session.interruption))
  }
}
