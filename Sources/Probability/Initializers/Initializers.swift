import Vocabulary

/// All initializers; a new one is one file and one line here.
public let initializers = Catalog<any Initializer>(
  "initializer",
  [
    Zeros.declaration,
    RandomNormal.declaration,
    FanScaled.glorotUniform,
    FanScaled.glorotNormal,
    FanScaled.heUniform,
    FanScaled.heNormal,
    FanScaled.lecunNormal,
  ])

extension Kind where Output == any Initializer {
  /// An initializer, the bare or quoted name of one, or a distribution, which ignores the fans.
  public static let initializer = Kind(
    "an initializer", candidates: initializers.names + distributions.names,
    describe: { $0.display.printed().text }
  ) { (value) throws(Failure) in
    if case .object(let initializer as any Initializer) = value { return initializer }
    if let named = try named.read(value) { return named }
    return try Kind<any Distribution>.distribution.read(value).map { FixedInitializer(fixed: $0) }
  }

  private static let named = initializers.kind("an initializer", describe: { _ in "" }) { $0 as? any Initializer }
}

/// The number of inputs and of outputs of a unit, from the shape of a kernel as Keras counts them.
public struct Fans: Sendable, Equatable {
  public let fanIn: Int
  public let fanOut: Int

  /// `[in, out]`, or `[height, width, …, in, out]` of a convolution; one number counts as both. Nil of an empty shape or
  /// where the product overflows.
  public init?(shape: [Int]) {
    guard let last = shape.last else { return nil }
    let receptive = shape.dropLast(2).reduce((value: 1, overflow: false)) { product, size in
      let (value, overflow) = product.value.multipliedReportingOverflow(by: size)
      return (value, product.overflow || overflow)
    }
    let incoming = shape.count == 1 ? last : shape[shape.count - 2]
    let (fanIn, first) = receptive.value.multipliedReportingOverflow(by: incoming)
    let (fanOut, second) = receptive.value.multipliedReportingOverflow(by: last)
    if receptive.overflow || first || second { return nil }
    self.fanIn = fanIn
    self.fanOut = fanOut
  }
}
