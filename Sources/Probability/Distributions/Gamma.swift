import ElementaryFunctions
import Vocabulary

/// The waiting time for several events of one rate, for any positive number of events.
public struct Gamma: Distribution {
  public let shape: Double
  public let rate: Double
  private let standard: StandardGamma

  public init(shape: Double, rate: Double) {
    self.shape = shape
    self.rate = rate
    standard = StandardGamma(shape: shape)
  }

  public static let declaration = Declaration<any Distribution>(
    "gamma", "The waiting time for several events of one rate, whole in number or not.",
    Parameter("shape", .positive, "how many events", aliases: ["a", "concentration"]),
    Parameter("rate", .positive, "events in a unit of time; NumPy's scale is 1 / rate", default: 1),
    documentation: Documentation(
      formula: "pdf(x) = rate^shape × x^(shape - 1) × e^(-rate × x) / Γ(shape)",
      examples: [Example("mean(gamma(3, 2))", gives: "1.5")],
      seeAlso: ["exponential", "chi_square"])
  ) { shape, rate in Gamma(shape: shape, rate: rate) }

  public var name: String { "gamma" }
  public var properties: [Property] { [Property("shape", .number(shape)), Property("rate", .number(rate))] }

  public var mean: Double { shape / rate }
  public var variance: Double { shape / rate / rate }
  public var skewness: Double { 2 / shape.squareRoot() }
  public var kurtosis: Double { 6 / shape }
  public var mode: Double? { max(0, shape - 1) / rate }
  public var entropy: Double? { standard.entropy - log(rate) }
  public var support: ClosedRange<Double> { 0 ... .infinity }

  public func density(_ x: Double) -> Double { rate * standard.density(rate * x) }
  public func logDensity(_ x: Double) -> Double { log(rate) + standard.logDensity(rate * x) }
  public func cumulative(_ x: Double) -> Double { standard.cumulative(rate * x) }
  public func survival(_ x: Double) -> Double { standard.survival(rate * x) }

  public func quantile(_ p: Double) -> Double {
    ContinuousQuantile.lower(
      p, of: self, near: standard.estimate(probability: p, normal: StandardNormal.quantile(p)) / rate)
  }

  public func upperQuantile(_ q: Double) -> Double {
    let guess = standard.estimate(probability: 1 - q, normal: StandardNormal.upperQuantile(q)) / rate
    return ContinuousQuantile.upper(q, of: self, near: guess)
  }

  public func sample(using generator: inout PCG64) -> Double {
    generator.gamma(shape: shape, scale: 1 / rate)
  }

  public func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    generator.fillGamma(buffer, shape: shape, scale: 1 / rate)
  }

  public func affine(scale: Double, shift: Double) throws(Failure) -> any Distribution {
    guard scale > 0, scale.isFinite, shift == 0 else { return try AffineImage.of(self, scale: scale, shift: shift) }
    return try Gamma(shape: shape, rate: rate / scale).checkedRate()
  }

  public func adding(_ other: any Distribution) throws(Failure) -> (any Distribution)? {
    guard let other = (other as? any GammaFamily)?.gamma, other.rate == rate else { return nil }
    return try Gamma(shape: shape + other.shape, rate: rate).checked("shape")
  }

  public func sumOfIndependent(_ n: Int) throws(Failure) -> (any Distribution)? {
    try Gamma(shape: Double(n) * shape, rate: rate).checked("shape")
  }

  /// Throws where arithmetic made the rate infinite, or so small that it has lost digits.
  func checkedRate() throws(Failure) -> Gamma {
    guard rate < .leastNormalMagnitude else { return try checked("rate") }
    throw Failure(
      .argument, "there is no gamma with rate=\(NumberStyle.standard.text(rate))", hint: "its rate must stay > 10⁻³⁰⁷")
  }
}

/// The distributions that are gamma distributions under another name.
protocol GammaFamily: Distribution {
  var gamma: Gamma { get }
}

extension Gamma: GammaFamily {
  var gamma: Gamma { self }
}
