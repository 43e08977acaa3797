import ElementaryFunctions
import Vocabulary

/// How many rare events happen.
public struct Poisson: CountingDistribution {
  public let rate: Double

  public init(rate: Double) { self.rate = rate }

  public static let declaration = Declaration<any Distribution>(
    "poisson", "How many rare events happen.",
    Parameter(
      "rate", .number("a number from 0 to 10¹⁵", in: 0...1e15), "their mean number",
      aliases: ["lam", "mu", "lambda"]),
    documentation: Documentation(
      formula: "P(X == k) = rate^k × e^(-rate) / k!",
      source: "S. D. Poisson, 1837",
      examples: [Example("P(poisson(3) == 0)", gives: "0.0497871")],
      seeAlso: ["binomial", "exponential"])
  ) { rate in Poisson(rate: rate) }

  public var name: String { "poisson" }
  public var properties: [Property] { [Property("rate", .number(rate))] }

  public var mean: Double { rate }
  public var variance: Double { rate }
  public var skewness: Double { rate > 0 ? 1 / rate.squareRoot() : .nan }
  public var kurtosis: Double { rate > 0 ? 1 / rate : .nan }
  public var mode: Double? { max(0, rate.rounded(.up) - 1) }
  /// Summed; for large rates by its asymptotic series.
  public var entropy: Double? {
    if rate == 0 { return 0 }
    if rate < 1e5 { return summedEntropy() }
    return 0.5 * log(rate) + 1.4189385332046727 - (1 + (0.5 + 19 / (30 * rate)) / rate) / (12 * rate)
  }
  public var support: ClosedRange<Double> { rate == 0 ? 0...0 : 0 ... .infinity }

  func mass(_ k: Double) -> Double { k == 0 ? exp(-rate) : IncompleteGamma.power(k, rate) }
  func logMass(_ k: Double) -> Double { k == 0 ? -rate : IncompleteGamma.logPower(k, rate) }
  func atMost(_ k: Double) -> Double { IncompleteGamma(shape: k + 1, at: rate).upper }
  func beyond(_ k: Double) -> Double { IncompleteGamma(shape: k + 1, at: rate).lower }

  public func sample(using generator: inout PCG64) -> Double {
    PoissonSampler(rate: rate).draw(using: &generator)
  }

  public func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    generator.fillPoisson(buffer, rate: rate)
  }

  public func adding(_ other: any Distribution) throws(Failure) -> (any Distribution)? {
    guard let other = other as? Poisson else { return nil }
    return try Poisson(rate: rate + other.rate).checkedRate()
  }

  public func sumOfIndependent(_ n: Int) throws(Failure) -> (any Distribution)? {
    try Poisson(rate: Double(n) * rate).checkedRate()
  }

  private func checkedRate() throws(Failure) -> Poisson {
    guard rate > 1e15 else { return self }
    throw Failure(
      .argument, "there is no poisson with rate=\(NumberStyle.standard.text(rate))", hint: "rates go up to 10¹⁵")
  }
}
