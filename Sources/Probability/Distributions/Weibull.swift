import ElementaryFunctions
import Vocabulary

/// A power of an exponential number: a lifetime that wears out, or in.
public struct Weibull: Distribution {
  public let shape: Double
  public let scale: Double

  public init(shape: Double, scale: Double) {
    self.shape = shape
    self.scale = scale
  }

  public static let declaration = Declaration<any Distribution>(
    "weibull", "A lifetime: wearing out with shape > 1, wearing in with shape < 1.",
    Parameter(
      "shape", .number("a number ≥ 0.01", in: 0.01...Double.greatestFiniteMagnitude), "1 makes it exponential",
      aliases: ["a", "c", "k"]),
    Parameter("scale", .positive, "what 63.2 % do not reach", default: 1),
    documentation: Documentation(
      formula: "sf(x) = e^(-(x / scale)^shape) for x ≥ 0",
      source: "W. Weibull, 1951",
      notes: "NumPy's weibull(a) has scale 1.",
      examples: [Example("median(weibull(2, 3))", gives: "2.49766")],
      seeAlso: ["exponential", "gumbel"]),
    derivative: .density(
      "log(shape / scale) + (shape - 1) × log(x / scale) - (x / scale)^shape", of: ["shape", "scale"],
      cdf: ["shape": "x × log(x / scale) / shape", "scale": "-x / scale"])
  ) { shape, scale in Weibull(shape: shape, scale: scale) }

  public var name: String { "weibull" }
  public var properties: [Property] { [Property("shape", .number(shape)), Property("scale", .number(scale))] }

  /// The logarithm of E[(x / scale)^order].
  private func logMoment(_ order: Double) -> Double { logGammaOfNext(order / shape) }

  public var mean: Double { scale * exp(logMoment(1)) }
  public var variance: Double { mean * mean * expm1(logMoment(2) - 2 * logMoment(1)) }
  public var standardDeviation: Double { mean * expm1(logMoment(2) - 2 * logMoment(1)).squareRoot() }
  public var skewness: Double { standardMoment(3) }
  public var kurtosis: Double { standardMoment(4) - 3 }
  public var mode: Double? { shape > 1 ? scale * pow((shape - 1) / shape, 1 / shape) : 0 }
  public var entropy: Double? { 0.5772156649015329 * (1 - 1 / shape) + log(scale / shape) + 1 }
  public var support: ClosedRange<Double> { 0 ... .infinity }

  /// In gamma functions where they do not cancel, else by quadrature over the quantiles.
  private func standardMoment(_ order: Int) -> Double {
    let relative = variance / mean / mean
    if shape < 1.5 {
      let (second, third) = (exp(logMoment(2) - 2 * logMoment(1)), exp(logMoment(3) - 3 * logMoment(1)))
      if order == 3 { return (third - 3 * second + 2) / (relative * relative.squareRoot()) }
      let fourth = exp(logMoment(4) - 4 * logMoment(1))
      return (fourth - 4 * third + 6 * second - 3) / (relative * relative)
    }
    let deviation = standardDeviation
    return QuantileIntegral.value { level in
      let distance = (level.quantile(of: self) - mean) / deviation
      return order == 3 ? distance * distance * distance : distance * distance * distance * distance
    }
  }

  private func power(_ x: Double) -> Double { pow(x / scale, shape) }

  public func density(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x < 0 || x.isInfinite { return 0 }
    if x == 0 { return shape < 1 ? .infinity : shape == 1 ? 1 / scale : 0 }
    if x / scale < 1e-290 { return exp(logDensity(x)) }
    let power = power(x)
    // Where e^-power underflows, or the other power overflows.
    if power > 700 { return power.isInfinite ? 0 : exp(logDensity(x)) }
    return shape / scale * pow(x / scale, shape - 1) * exp(-power)
  }

  public func logDensity(_ x: Double) -> Double {
    guard x > 0, x.isFinite else { return log(density(x)) }
    if x / scale < 1e-290 {
      let ratio = log(x) - log(scale)
      return log(shape / scale) + (shape - 1) * ratio - exp(shape * ratio)
    }
    return log(shape / scale) + (shape - 1) * log(x / scale) - power(x)
  }

  public func cumulative(_ x: Double) -> Double { x.isNaN ? x : x <= 0 ? 0 : -expm1(-power(x)) }
  public func survival(_ x: Double) -> Double { x.isNaN ? x : x <= 0 ? 1 : exp(-power(x)) }

  public func quantile(_ p: Double) -> Double {
    p >= 0 && p <= 1 ? scale * pow(-log1p(-p), 1 / shape) : .nan
  }

  public func upperQuantile(_ q: Double) -> Double {
    q >= 0 && q <= 1 ? scale * pow(q == 1 ? 0 : -log(q), 1 / shape) : .nan
  }

  public func sample(using generator: inout PCG64) -> Double { scale * generator.weibull(shape: shape) }

  public func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    generator.fillWeibull(buffer, shape: shape)
    for index in buffer.indices { buffer[index] *= scale }
  }

  public func affine(scale factor: Double, shift: Double) throws(Failure) -> any Distribution {
    guard factor > 0, factor.isFinite, shift == 0, factor * scale > 0 else {
      return try AffineImage.of(self, scale: factor, shift: shift)
    }
    return try Weibull(shape: shape, scale: factor * scale).checked("scale")
  }
}

extension PCG64 {
  /// A draw from the Weibull distribution of scale 1: NumPy's `weibull(shape)`; 0 for a shape of 0.
  @inline(__always) public mutating func weibull(shape: Double) -> Double {
    shape == 0 ? 0 : FixedPower(1 / shape)(standardExponential())
  }

  /// Fills the buffer with what as many calls of `weibull(shape:)` would draw.
  public mutating func fillWeibull(_ buffer: UnsafeMutableBufferPointer<Double>, shape: Double) {
    if shape == 0 { return buffer.update(repeating: 0) }
    fillExponential(buffer)
    FixedPower(1 / shape)(UnsafeBufferPointer(buffer), into: buffer)
  }
}
