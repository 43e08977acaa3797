import ElementaryFunctions
import Vocabulary

/// How many trials it takes to succeed.
public struct Geometric: CountingDistribution {
  public let p: Double

  public init(p: Double) { self.p = p }

  public static let declaration = Declaration<any Distribution>(
    "geometric", "How many trials it takes to the first success, that one included.",
    Parameter(
      "p", .number("a number from 10⁻¹⁵ to 1", in: 1e-15...1), "the probability of a success"),
    documentation: Documentation(
      formula: "P(X == k) = (1 - p)^(k - 1) × p for k = 1, 2, …",
      notes: "It counts from 1, as NumPy and SciPy do; PyTorch counts the failures alone, from 0.",
      examples: [Example("P(geometric(0.5) == 3)", gives: "0.125")],
      seeAlso: ["bernoulli", "exponential"])
  ) { p in Geometric(p: p) }

  public var name: String { "geometric" }
  public var properties: [Property] { [Property("p", .number(p))] }

  private var q: Double { 1 - p }
  public var mean: Double { 1 / p }
  public var variance: Double { q / p / p }
  public var skewness: Double { p < 1 ? (1 + q) / q.squareRoot() : .nan }
  public var kurtosis: Double { p < 1 ? 6 + p * p / q : .nan }
  public var mode: Double? { 1 }
  public var entropy: Double? { p == 1 ? 0 : -log(p) - q * log1p(-p) / p }
  public var support: ClosedRange<Double> { p == 1 ? 1...1 : 1 ... .infinity }

  func mass(_ k: Double) -> Double { p * beyond(k - 1) }
  func logMass(_ k: Double) -> Double { log(p) + (k - 1) * log1p(-p) }
  func atMost(_ k: Double) -> Double { -expm1(k * log1p(-p)) }
  func beyond(_ k: Double) -> Double { k == 0 ? 1 : exp(k * log1p(-p)) }

  public func quantile(_ p: Double) -> Double {
    DiscreteQuantile.lower(p, of: self, near: log1p(-p) / log1p(-self.p))
  }

  public func upperQuantile(_ q: Double) -> Double {
    DiscreteQuantile.upper(q, of: self, near: log(q) / log1p(-p))
  }

  public func sample(using generator: inout PCG64) -> Double {
    GeometricSampler(probability: p).draw(using: &generator)
  }

  public func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    generator.fillGeometric(buffer, probability: p)
  }
}
