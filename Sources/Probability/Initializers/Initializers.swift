import Vocabulary

/// All initializers; a new one is one file and one line here.
public let initializers = Catalog<any Initializer>(
  "initializer",
  [
    Zeros.declaration,
    Ones.declaration,
    RandomNormal.declaration,
    RandomUniform.declaration,
    TorchTruncatedNormal.declaration,
    VarianceScaling.declaration,
    VarianceScaling.glorotUniform,
    VarianceScaling.glorotNormal,
    VarianceScaling.heUniform,
    VarianceScaling.heNormal,
    VarianceScaling.lecunUniform,
    VarianceScaling.lecunNormal,
    VarianceScaling.xavierUniform,
    VarianceScaling.xavierNormal,
    VarianceScaling.kaimingUniform,
    VarianceScaling.kaimingNormal,
    VarianceScaling.torchLinear,
    Orthogonal.declaration,
    Identity.declaration,
    Sparse.declaration,
  ])

extension Kind where Output == any Initializer {
  /// An initializer, the bare or quoted name of one, or a distribution, which ignores the fans.
  public static let initializer = Kind(
    "an initializer", .either([.object("initializer"), .object("distribution")]),
    completion: .words(initializers.names + distributions.names), value: { .object($0) }
  ) { (value) throws(Failure) in
    if case .object(let initializer as any Initializer) = value { return initializer }
    if let named = try named.read(value) { return named }
    return try Kind<any Distribution>.distribution.read(value).map { FixedInitializer(fixed: $0) }
  }

  private static let named = initializers.kind("an initializer", .object("initializer")) { $0 as? any Initializer }
}
