import ElementaryFunctions
import Vocabulary

/// 1 with a probability, else 0.
public struct Bernoulli: CountingDistribution {
  public let p: Double

  public init(p: Double) { self.p = p }

  public static let declaration = Declaration<any Distribution>(
    "bernoulli", "1 with probability p, else 0: one toss of a coin.",
    Parameter("p", .probability, "the probability of 1"),
    documentation: Documentation(
      formula: "P(X == 1) = p, P(X == 0) = 1 - p",
      source: "J. Bernoulli, Ars conjectandi, 1713",
      notes: "A draw is NumPy's binomial(1, p).",
      examples: [Example("sum(bernoulli(0.5), 10)", gives: "binomial(n=10, p=0.5)")],
      seeAlso: ["binomial", "categorical"])
  ) { p in Bernoulli(p: p) }

  public var name: String { "bernoulli" }
  public var properties: [Property] { [Property("p", .number(p))] }
  /// The same distribution as the number of successes in one trial.
  var binomial: Binomial { Binomial(n: 1, p: p) }

  public var mean: Double { p }
  public var variance: Double { p * (1 - p) }
  public var skewness: Double { binomial.skewness }
  public var kurtosis: Double { binomial.kurtosis }
  public var mode: Double? { p > 0.5 ? 1 : 0 }
  public var entropy: Double? { p == 0 || p == 1 ? 0 : -p * log(p) - (1 - p) * log1p(-p) }
  public var support: ClosedRange<Double> { p == 1 ? 1...1 : p == 0 ? 0...0 : 0...1 }

  func mass(_ k: Double) -> Double { k == 1 ? p : 1 - p }
  func logMass(_ k: Double) -> Double { k == 1 ? log(p) : log1p(-p) }
  func atMost(_ k: Double) -> Double { 1 - p }
  func beyond(_ k: Double) -> Double { p }

  public func sample(using generator: inout PCG64) -> Double { binomial.sample(using: &generator) }

  public func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    binomial.fill(buffer, using: &generator)
  }

  public func affine(scale: Double, shift: Double) throws(Failure) -> any Distribution {
    if scale == -1, shift == 1 { return Bernoulli(p: 1 - p) }
    return try AffineImage.of(self, scale: scale, shift: shift)
  }

  public func adding(_ other: any Distribution) throws(Failure) -> (any Distribution)? { try binomial.adding(other) }
  public func sumOfIndependent(_ n: Int) throws(Failure) -> (any Distribution)? { try binomial.sumOfIndependent(n) }
}
