import ElementaryFunctions
import Vocabulary

/// e to the power of a normal number: where products of many independent factors end up.
public struct Lognormal: Distribution {
  /// Mean and standard deviation of the logarithm.
  public let logMean: Double
  public let logDeviation: Double

  public init(mean: Double, stddev: Double) {
    logMean = mean
    logDeviation = stddev
  }

  public static let declaration = Declaration<any Distribution>(
    "lognormal", "The exponential of a normal draw: where products of many independent factors end up.",
    Parameter("mean", .finite, "the mean of the logarithm", default: 0, aliases: ["mu"]),
    Parameter("stddev", .positive, "the standard deviation of the logarithm", default: 1, aliases: ["sigma"]),
    documentation: Documentation(
      formula: "pdf(x) = pdf(normal(mean, stddev), log(x)) / x for x > 0",
      source: "F. Galton, 1879",
      examples: [Example("median(lognormal(0, 1))", gives: "1")],
      seeAlso: ["normal"]),
    derivative: .density(
      "-((log(x) - mean) / stddev)² / 2 - log(stddev) - log(x)", of: ["mean", "stddev"],
      cdf: ["mean": "-x", "stddev": "x × (mean - log(x)) / stddev"])
  ) { mean, stddev in Lognormal(mean: mean, stddev: stddev) }

  public var name: String { "lognormal" }
  public var properties: [Property] {
    [Property("mean", .number(logMean)), Property("stddev", .number(logDeviation))]
  }

  private var logVariance: Double { logDeviation * logDeviation }
  /// The relative variance: variance / mean².
  private var spread: Double { expm1(logVariance) }
  public var mean: Double { exp(logMean + logVariance / 2) }
  public var variance: Double { spread * exp(2 * logMean + logVariance) }
  public var standardDeviation: Double { spread.squareRoot() * exp(logMean + logVariance / 2) }
  public var skewness: Double { (spread + 3) * spread.squareRoot() }
  public var kurtosis: Double { spread * (16 + spread * (15 + spread * (6 + spread))) }
  public var median: Double { exp(logMean) }
  public var mode: Double? { exp(logMean - logVariance) }
  public var entropy: Double? { logMean + 1.4189385332046727 + log(logDeviation) }
  public var support: ClosedRange<Double> { 0 ... .infinity }

  private func standardized(_ x: Double) -> Double { (log(x) - logMean) / logDeviation }

  public func density(_ x: Double) -> Double {
    if x <= 0 || x.isInfinite { return 0 }
    let z = standardized(x)
    // Where the bell curve alone would underflow, though not over x.
    return z.magnitude > 36 ? exp(logDensity(x)) : StandardNormal.density(z) / logDeviation / x
  }

  public func logDensity(_ x: Double) -> Double {
    if x <= 0 { return -.infinity }
    let z = standardized(x)
    return -z * z / 2 - 0.9189385332046727 - log(logDeviation) - log(x)
  }

  public func cumulative(_ x: Double) -> Double { x <= 0 ? 0 : StandardNormal.cumulative(standardized(x)) }
  public func survival(_ x: Double) -> Double { x <= 0 ? 1 : StandardNormal.cumulative(-standardized(x)) }
  public func quantile(_ p: Double) -> Double { exp(logMean + logDeviation * StandardNormal.quantile(p)) }
  public func upperQuantile(_ q: Double) -> Double { exp(logMean + logDeviation * StandardNormal.upperQuantile(q)) }

  public func sample(using generator: inout PCG64) -> Double {
    generator.lognormal(mean: logMean, stddev: logDeviation)
  }

  public func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    generator.fillLognormal(buffer, mean: logMean, stddev: logDeviation)
  }

  public func affine(scale: Double, shift: Double) throws(Failure) -> any Distribution {
    guard scale > 0, scale.isFinite, shift == 0 else { return try AffineImage.of(self, scale: scale, shift: shift) }
    return try Lognormal(mean: logMean + log(scale), stddev: logDeviation).checked("mean")
  }
}

extension PCG64 {
  /// A draw whose logarithm is normal, of this mean and standard deviation: NumPy's `lognormal(mean, stddev)`.
  @inline(__always) public mutating func lognormal(mean: Double, stddev: Double) -> Double {
    exp(mean + stddev * standardNormal())
  }

  /// Fills the buffer with what as many calls of `lognormal(mean:stddev:)` would draw.
  public mutating func fillLognormal(
    _ buffer: UnsafeMutableBufferPointer<Double>, mean: Double, stddev: Double
  ) {
    fillNormal(buffer, mean: mean, stddev: stddev)
    exp(UnsafeBufferPointer(buffer), into: buffer)
  }
}
