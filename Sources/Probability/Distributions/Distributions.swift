import Vocabulary

/// All distributions; a new one is one file and one line here.
public let distributions: Catalog<any Distribution> = Catalog(
  "distribution",
  [
    Uniform.declaration,
    Normal.declaration,
    TruncatedNormal.declaration,
    Constant.declaration,
    Bernoulli.declaration,
    Binomial.declaration,
    Poisson.declaration,
    Geometric.declaration,
    Exponential.declaration,
    Gamma.declaration,
    Beta.declaration,
    Lognormal.declaration,
    Laplace.declaration,
    Logistic.declaration,
    Gumbel.declaration,
    Cauchy.declaration,
    StudentT.declaration,
    ChiSquare.declaration,
    Weibull.declaration,
    Triangular.declaration,
    Categorical.declaration,
    Mixture.declaration,
  ])

extension Kind where Output == any Distribution {
  /// A distribution, or the bare or quoted name of one that has defaults.
  public static let distribution = distributions.kind(
    "a distribution", .object("distribution"), read: { $0 as? any Distribution })
}

extension Kind where Output == Event {
  /// A condition on one distribution.
  public static let event = Kind("a condition on a distribution, such as -3 < N < 3", .object("event")) {
    if case .object(let object) = $0 { object as? Event } else { nil }
  }
}
