import Language
import Networks
import Probability
import Vocabulary
import Workbench

/// What numbers tell of the distribution that they were drawn from.
extension Builtin {
  static let fit = Builtin(
    "fit", "The distribution of a family under which given numbers are likeliest, with standard errors.",
    Parameter("distribution", .family, "the name of a distribution: normal, gamma, weibull …"),
    Parameter("data", .numbers, "the numbers"),
    documentation: Documentation(
      formula: "the parameters that make sum(log_pdf(distribution, data)) largest",
      source: "R. A. Fisher, On the mathematical foundations of theoretical statistics, 1922",
      notes:
        "The standard errors are those of the observed information: of the curvature of that sum at its top; laplace's are "
        + "of the expected one, uniform has none. With the same numbers ks_test finds p too large, as they were fitted.",
      examples: [
        Example(
          "fit(exponential, [0.5, 1, 3.5])",
          gives: """
            exponential(rate=0.6)
              parameter   estimate   standard_error
              rate             0.6            0.346
            log-likelihood -4.53248, 3 numbers
            """)
      ],
      seeAlso: ["log_pdf", "ks_test", "describe"],
      aliases: ["fitdistr", "fitdist", "mle"]),
    yields: Fit.self
  ) { (session: inout Session, family, data) throws(Failure) in
    try session.context.step(by: data.elements.count)
    let interruption = session.interruption
    return .object(
      try Fit(family, to: data.elements, interruption) { numbers throws(Failure) in
        try Sorting.sorted(numbers, interruption)
      })
  }

  static let tTest = Builtin(
    "t_test", "Whether two means differ by more than chance, or one mean from a number.",
    Parameter("a", .vector, "numbers"),
    .optional("b", .vector, "the numbers to compare with; else mean= is"),
    Parameter("mean", .finite, "the mean to compare with where there is no b", default: 0, aliases: ["mu", "popmean"]),
    Parameter("paired", .truth, "whether a and b belong together pair by pair", default: false),
    Parameter(
      "confidence", .number("a number between 0 and 1", in: 0...1) { 0 < $0 && $0 < 1 },
      "how surely the interval holds the true difference", default: 0.95, aliases: ["conf_level"]),
    documentation: Documentation(
      formula: "t = (mean(a) - mean(b)) / √(var(a, ddof=1) / n + var(b, ddof=1) / m)",
      source: "Student, The probable error of a mean, 1908; B. L. Welch, 1947",
      notes: "The spreads of a and b may differ: it is Welch's test. p is of both sides.",
      examples: [
        Example(
          "t_test([5.1, 4.9, 5.6, 5.2], [4.8, 4.7, 5.0, 4.6])",
          gives: """
            t = 2.49748, df = 4.8138, p = 0.056537
            difference of the means 0.425, 95% confidence interval -0.0175782 to 0.867578
            """)
      ],
      seeAlso: ["standard_error", "ks_test", "compare"],
      aliases: ["ttest", "ttest_ind", "ttest_rel", "ttest_1samp"]),
    yields: TTest.self
  ) { (session: inout Session, a, b, mean, isPaired, confidence) throws(Failure) in
    try session.context.step(by: a.count + (b?.count ?? 0))
    guard let b else {
      guard !isPaired else { throw Failure(.argument, "paired needs b beside a", about: .argument("paired")) }
      return .object(try TTest(a, mean: mean, confidence: confidence))
    }
    guard isPaired else {
      guard mean == 0 else {
        throw Failure(.argument, "mean is for a test without b", about: .argument("mean"))
      }
      return .object(try TTest(a, b, confidence: confidence))
    }
    guard a.count == b.count else {
      throw Failure(
        .argument, "pairs need as many numbers in b as in a: \(a.count), not \(b.count)", about: .argument("b"))
    }
    return .object(try TTest(paired: a, b, mean: mean, confidence: confidence))
  }

  static let chiSquareTest = Builtin(
    "chi_square_test", "Whether counts differ from what is expected by more than chance.",
    Parameter("counts", .numbers, "how often each of some things was seen, or a table of two properties"),
    .optional("expected", .vector, "the counts or shares that are expected; else all alike"),
    documentation: Documentation(
      formula: "chi_square = sum((counts - expected)² / expected)",
      source: "K. Pearson, 1900",
      notes:
        "Of a table it tells whether rows and columns depend on each other. Each expected count should be 5 or more.",
      examples: [
        Example("chi_square_test [18, 22, 19, 25, 17, 19]", gives: "chi_square = 2.2, df = 5, p = 0.820836")
      ],
      seeAlso: ["chi_square", "frequencies", "ks_test"],
      aliases: [.scipy("chisquare_test"), "chi2_contingency"]),
    yields: ChiSquareTest.self
  ) { (session: inout Session, counts, expected) throws(Failure) in
    try session.context.step(by: counts.elements.count)
    if case .matrix(let table) = counts {
      guard expected == nil else {
        throw Failure(.argument, "a table's expected counts follow from its sums", about: .argument("expected"))
      }
      return .object(try ChiSquareTest(table: table))
    }
    let numbers = counts.elements
    return .object(
      try ChiSquareTest(numbers, expected: expected ?? [Double](repeating: 1, count: numbers.count)))
  }
}

extension Kind where Output == String {
  /// The name of a distribution, bare or quoted, or a distribution of that name.
  fileprivate static let family = Kind(
    "the name of a distribution, such as normal", .either([.function, .text, .object("distribution")]),
    completion: .words(Fit.families)
  ) { (value) throws(Failure) in
    switch value {
    case .function(let function) where distributions[function.name] != nil: return function.name
    case .text(let name) where distributions[name] != nil: return name
    case .object(let variable as RandomVariable): return variable.distribution.name
    case .object(is Network):
      throw Failure(
        .argument, "fit finds a distribution for numbers", hint: "a network is trained with train(network, data)")
    default: return nil
    }
  }
}
