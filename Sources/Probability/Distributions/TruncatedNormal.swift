import Vocabulary

/// The bell curve with its tails cut off: draws beyond the bounds are drawn again.
public struct TruncatedNormal: Distribution {
  /// The centre and standard deviation of the normal distribution before it is cut.
  public let centre: Double
  public let stddev: Double
  /// The bounds, in standard deviations from the centre.
  public let low: Double
  public let high: Double
  /// The share of the normal distribution between the bounds.
  private let mass: Double

  /// Throws a failure of kind `argument` where nothing of the normal distribution lies between the bounds.
  public init(mean: Double, stddev: Double, low: Double, high: Double) throws(Failure) {
    centre = mean
    self.stddev = stddev
    self.low = low
    self.high = high
    mass = low > 0
      ? StandardNormal.cumulative(-low) - StandardNormal.cumulative(-high)
      : StandardNormal.cumulative(high) - StandardNormal.cumulative(low)
    guard low < high, mass > 1e-290 else {
      throw Failure(
        .argument, "nothing of a normal distribution lies between \(NumberStyle.standard.text(low)) and "
          + "\(NumberStyle.standard.text(high)) standard deviations", hint: "low must be below high")
    }
  }

  public static let declaration = Declaration<any Distribution>(
    "truncated_normal", "The bell curve with its tails cut off.",
    Parameter("mean", .finite, "the centre before it is cut", default: 0),
    Parameter("stddev", .positive, "the standard deviation before it is cut", default: 1),
    Parameter("low", .number("a number") { !$0.isNaN }, "the lower bound, in standard deviations", default: -2),
    Parameter("high", .number("a number") { !$0.isNaN }, "the upper bound, in standard deviations", default: 2),
    formula: "pdf(x) = pdf(normal(mean, stddev), x) / P(low < normal(0, 1) < high)",
    source: "N. L. Johnson, S. Kotz, Continuous Univariate Distributions, 1970",
    notes: "The bounds count standard deviations from the mean, as in Keras, whose initializer of this name has "
      + "stddev=0.05. Cut at 2 the standard deviation shrinks to 0.87962566103423978 of stddev. Draws are normal draws, "
      + "repeated until one lies within; where less than a twentieth does, the quantile of a uniform draw.",
    example: Example("std(truncated_normal(0, 1))", gives: "0.879626"), seeAlso: ["normal", "he_normal"]
  ) { (mean, stddev, low, high) throws(Failure) in
    try TruncatedNormal(mean: mean, stddev: stddev, low: low, high: high)
  }

  public var name: String { "truncated_normal" }
  public var properties: [Property] {
    [
      Property("mean", .number(centre)), Property("stddev", .number(stddev)), Property("low", .number(low)),
      Property("high", .number(high)),
    ]
  }

  /// The mean of the cut curve in standard deviations from the centre.
  private var offset: Double { (StandardNormal.density(low) - StandardNormal.density(high)) / mass }

  public var mean: Double { centre + stddev * offset }

  public var variance: Double {
    func weighted(_ x: Double) -> Double { x.isInfinite ? 0 : x * StandardNormal.density(x) }
    return stddev * stddev * (1 + (weighted(low) - weighted(high)) / mass - offset * offset)
  }

  public var support: ClosedRange<Double> { centre + stddev * low...centre + stddev * high }

  private func standardized(_ x: Double) -> Double { (x - centre) / stddev }

  public func density(_ x: Double) -> Double {
    support.contains(x) ? StandardNormal.density(standardized(x)) / (stddev * mass) : 0
  }

  public func cumulative(_ x: Double) -> Double { share(from: low, to: standardized(x)) }
  public func survival(_ x: Double) -> Double { share(from: standardized(x), to: high) }

  /// The share of the cut curve between two standardized numbers, computed in the tail where both lie in one.
  private func share(from first: Double, to last: Double) -> Double {
    if first.isNaN || last.isNaN { return .nan }
    let (a, b) = (max(low, first), min(high, last))
    if a >= b { return 0 }
    let between =
      a > 0
      ? StandardNormal.cumulative(-a) - StandardNormal.cumulative(-b)
      : StandardNormal.cumulative(b) - StandardNormal.cumulative(a)
    return min(1, between / mass)
  }

  public func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    let z = p <= 0.5 ? lowerQuantile(p) : upperQuantile(1 - p)
    return centre + stddev * min(high, max(low, z))
  }

  /// The standardized number below which a share lies, computed in the tail where all of the curve lies in one.
  private func lowerQuantile(_ share: Double) -> Double {
    if share == 0 { return low }
    return low > 0
      ? StandardNormal.upperQuantile(StandardNormal.cumulative(-low) - share * mass)
      : StandardNormal.quantile(StandardNormal.cumulative(low) + share * mass)
  }

  /// The standardized number above which a share lies.
  private func upperQuantile(_ share: Double) -> Double {
    if share == 0 { return high }
    return high < 0
      ? StandardNormal.quantile(StandardNormal.cumulative(high) - share * mass)
      : StandardNormal.upperQuantile(StandardNormal.cumulative(-high) + share * mass)
  }

  public func sample(using generator: inout PCG64) -> Double {
    guard mass > 0.05 else { return quantile(generator.nextUniform()) }
    while true {
      let z = generator.standardNormal()
      if z >= low, z <= high { return centre + stddev * z }
    }
  }

  public func affine(scale: Double, shift: Double) throws(Failure) -> any Distribution {
    if scale == 0 { return Constant(shift) }
    let (first, last) = scale > 0 ? (low, high) : (-high, -low)
    return try TruncatedNormal(
      mean: scale * centre + shift, stddev: scale.magnitude * stddev, low: first, high: last)
  }

  public func adding(_ other: any Distribution) -> (any Distribution)? {
    guard let constant = other as? Constant else { return nil }
    return try? affine(scale: 1, shift: constant.value)
  }
}
