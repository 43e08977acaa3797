import Vocabulary

/// The distribution of a family under which given numbers are likeliest (R. A. Fisher, 1922).
public struct Fit: Record {
  public let distribution: any Distribution
  /// The parameters that were found, as the constructor calls them, and how far each strays by chance; nan where no
  /// formula is known.
  public let parameters: [String]
  public let estimates: [Double]
  public let standardErrors: [Double]
  /// The sum of the logarithms of the densities of the numbers.
  public let logLikelihood: Double
  public let count: Int

  /// The names of the families that can be fitted.
  public static var families: [String] { LikelihoodFamily.all.map(\.name) }

  /// Throws a failure of kind `argument` where the family is not known or cannot have drawn the numbers, or where no
  /// parameters are the likeliest; `interrupted` where a stop was asked for.
  ///
  /// - Parameter sort: puts numbers into ascending order.
  public init(
    _ name: String, to numbers: [Double], _ interruption: Interruption = Interruption(),
    sort: ([Double]) throws(Failure) -> [Double] = { $0.sorted() }
  ) throws(Failure) {
    guard let family = LikelihoodFamily.named(name) else {
      throw Failure(
        .argument, "\(name) cannot be fitted", about: .argument("distribution"),
        hint: "known are \(Self.families.joined(separator: ", "))")
    }
    if let place = numbers.firstIndex(where: { !$0.isFinite || !family.admits($0) }) {
      throw Failure(
        .argument,
        "\(name) draws \(family.domain) only, but the data have \(NumberStyle.standard.text(numbers[place])) at place \(place)",
        about: .argument("data"))
    }
    let sample = LikelihoodFamily.Sample(try sort(numbers))
    let varies = (sample.sorted.first ?? 0) < (sample.sorted.last ?? 0)
    guard sample.count > 1, varies || family.parameters.count == 1 else {
      throw Failure(
        .argument,
        sample.count > 1
          ? "the data are all the same number, so that the likelihood of \(name) has no maximum"
          : "data must be at least 2 numbers, not \(numbers.count)", about: .argument("data"))
    }
    if let exact = family.exact {
      estimates = family.estimate(sample)
      standardErrors = exact(estimates, sample)
    } else {
      var search = LikelihoodSearch(family, sample, interruption)
      (estimates, standardErrors) = try search.top()
    }
    guard estimates.allSatisfy(\.isFinite) else {
      throw Failure(
        .argument, "the likelihood of \(name) has no maximum for these numbers", about: .argument("data"))
    }
    distribution = family.make(estimates)
    parameters = family.parameters.map(\.name)
    logLikelihood = try Likelihood.logarithm(of: numbers, under: distribution, interruption)
    count = numbers.count
  }

  public static let fields: [Field<Fit>] = [
    Field("distribution", "the fitted distribution") { Value.object(RandomVariable($0.distribution)) },
    Field("parameter", "the names of the parameters") { $0.parameters },
    Field("estimate", "what they are") { $0.estimates },
    Field("standard_error", "how far each strays by chance, from the curvature of the likelihood", as: .digits(3)) {
      $0.standardErrors
    },
    Field("log_likelihood", "the sum of the logarithms of the densities") { $0.logLikelihood },
    Field("n", "how many numbers there were") { $0.count },
  ]

  public var kind: String { "fit" }
  public var display: Display {
    let errors = standardErrors.contains { !$0.isNaN }
    return distribution.display + "\n"
      + Display(table(["parameter", "estimate"] + (errors ? ["standard_error"] : [])))
      + "\nlog-likelihood \(logLikelihood), \(counted(count, "number"))"
  }
}
