import ElementaryFunctions
import Vocabulary

/// How many of several trials succeed.
public struct Binomial: CountingDistribution {
  public let n: Int
  public let p: Double

  public init(n: Int, p: Double) {
    self.n = n
    self.p = p
  }

  public static let declaration = Declaration<any Distribution>(
    "binomial", "How many of n independent trials succeed.",
    Parameter("n", .count, "the number of trials", aliases: ["trials"]),
    Parameter("p", .probability, "the probability of a success", aliases: ["prob"]),
    documentation: Documentation(
      formula: "P(X == k) = n! / (k! (n - k)!) × p^k × (1 - p)^(n - k)",
      source: "J. Bernoulli, Ars conjectandi, 1713",
      examples: [Example("P(binomial(10, 0.5) == 5)", gives: "0.246094")],
      seeAlso: ["bernoulli", "poisson"]),
    derivative: .density("x × log(p) + (n - x) × log1p(-p)", of: ["p"], isDiscrete: true)
  ) { n, p in Binomial(n: n, p: p) }

  public var name: String { "binomial" }
  public var properties: [Property] { [Property("n", .number(count)), Property("p", .number(p))] }

  private var count: Double { Double(n) }
  private var q: Double { 1 - p }
  public var mean: Double { count * p }
  public var variance: Double { count * p * q }
  public var skewness: Double { variance > 0 ? (q - p) / variance.squareRoot() : .nan }
  public var kurtosis: Double { variance > 0 ? (1 - 6 * p * q) / variance : .nan }
  public var mode: Double? { min(count, max(0, ((count + 1) * p).rounded(.up) - 1)) }
  /// Summed; for large variances by the first terms of its asymptotic series.
  public var entropy: Double? {
    if variance == 0 { return 0 }
    if variance < 1e6 { return summedEntropy() }
    return 0.5 * log(variance) + 1.4189385332046727 + (4 * p * q - 1) / (12 * variance)
  }
  public var support: ClosedRange<Double> { p == 0 ? 0...0 : p == 1 ? count...count : 0...count }

  func mass(_ k: Double) -> Double {
    if k == 0 { return exp(count * log1p(-p)) }
    if k == count { return pow(p, count) }
    return IncompleteBeta.power(k, count - k, p, q) / k * (count / (count - k))
  }

  func logMass(_ k: Double) -> Double {
    if k == 0 { return count * log1p(-p) }
    if k == count { return count * log(p) }
    return IncompleteBeta.logPower(k, count - k, p, q) + log(count / (count - k)) - log(k)
  }

  func atMost(_ k: Double) -> Double { IncompleteBeta(k + 1, count - k, at: p, complement: q).upper }
  func beyond(_ k: Double) -> Double { IncompleteBeta(k + 1, count - k, at: p, complement: q).lower }

  public func sample(using generator: inout PCG64) -> Double {
    BinomialSampler(trials: n, probability: p).draw(using: &generator)
  }

  public func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    generator.fillBinomial(buffer, trials: n, probability: p)
  }

  public func affine(scale: Double, shift: Double) throws(Failure) -> any Distribution {
    if scale == -1, shift == count { return Binomial(n: n, p: q) }
    return try AffineImage.of(self, scale: scale, shift: shift)
  }

  public func adding(_ other: any Distribution) throws(Failure) -> (any Distribution)? {
    // n - Y counts the failures.
    if let image = other as? AffineImage, image.map.scale == -1,
      let other = (image.origin as? Bernoulli)?.binomial ?? image.origin as? Binomial, 1 - other.p == p
    {
      let failures = Binomial(n: other.n, p: p)
      return try adding(failures)?.affine(scale: 1, shift: image.map.shift - Double(other.n))
    }
    let other = (other as? Bernoulli)?.binomial ?? other as? Binomial
    guard let other, other.p == p, n + other.n <= 1 << 53 else { return nil }
    return Binomial(n: n + other.n, p: p)
  }

  public func sumOfIndependent(_ n: Int) throws(Failure) -> (any Distribution)? {
    let (total, overflows) = self.n.multipliedReportingOverflow(by: n)
    guard !overflows, total <= 1 << 53 else {
      throw Failure(
        .argument, "there is no binomial with n=\(NumberStyle.standard.text(count * Double(n)))",
        hint: "n goes up to 2⁵³")
    }
    return Binomial(n: total, p: p)
  }
}

/// 1 with a probability, else 0.
public struct Bernoulli: CountingDistribution {
  public let p: Double

  public init(p: Double) { self.p = p }

  public static let declaration = Declaration<any Distribution>(
    "bernoulli", "1 with probability p, else 0: one toss of a coin.",
    Parameter("p", .probability, "the probability of 1", aliases: ["prob"]),
    documentation: Documentation(
      formula: "P(X == 1) = p, P(X == 0) = 1 - p",
      source: "J. Bernoulli, Ars conjectandi, 1713",
      notes: "A draw is NumPy's binomial(1, p).",
      examples: [Example("sum(bernoulli(0.5), 10)", gives: "binomial(n=10, p=0.5)")],
      seeAlso: ["binomial", "categorical"]),
    derivative: .density("x × log(p) + (1 - x) × log1p(-p)", of: ["p"], isDiscrete: true)
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
