import ElementaryFunctions
import Vocabulary

/// Where the largest of many numbers with light tails ends up.
public struct Gumbel: Distribution {
  public let location: Double
  public let scale: Double

  public init(location: Double, scale: Double) {
    self.location = location
    self.scale = scale
  }

  public static let declaration = Declaration<any Distribution>(
    "gumbel", "Where the largest of many numbers ends up.",
    Parameter("loc", .finite, "the mode", default: 0), Parameter("scale", .positive, "the width", default: 1),
    documentation: Documentation(
      formula: "cdf(x) = e^(-e^(-(x - loc) / scale))",
      source: "E. J. Gumbel, Statistics of Extremes, 1958",
      examples: [Example("mean(gumbel(0, 1))", gives: "0.577216")],
      seeAlso: ["logistic", "weibull"]),
    derivative: .density(
      "(loc - x) / scale - exp((loc - x) / scale) - log(scale)", location: "loc", scale: "scale")
  ) { location, scale in Gumbel(location: location, scale: scale) }

  public var name: String { "gumbel" }
  public var properties: [Property] { [Property("loc", .number(location)), Property("scale", .number(scale))] }

  public var mean: Double { location + 0.5772156649015329 * scale }
  public var variance: Double { .pi * .pi / 6 * scale * scale }
  public var standardDeviation: Double { .pi / 6.0.squareRoot() * scale }
  public var skewness: Double { 1.1395470994046486 }
  public var kurtosis: Double { 2.4 }
  public var mode: Double? { location }
  public var entropy: Double? { log(scale) + 1.5772156649015329 }
  public var support: ClosedRange<Double> { -.infinity ... .infinity }

  private func standardized(_ x: Double) -> Double { (x - location) / scale }

  public func density(_ x: Double) -> Double {
    let z = standardized(x)
    return z == -.infinity ? 0 : exp(-z - exp(-z)) / scale
  }

  public func logDensity(_ x: Double) -> Double {
    let z = standardized(x)
    return z == -.infinity ? z : -z - exp(-z) - log(scale)
  }

  public func cumulative(_ x: Double) -> Double { exp(-exp(-standardized(x))) }
  public func survival(_ x: Double) -> Double { -expm1(-exp(-standardized(x))) }

  public func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    return location - scale * log(-log(p))
  }

  public func upperQuantile(_ q: Double) -> Double {
    guard q >= 0, q <= 1 else { return .nan }
    return location - scale * log(-log1p(-q))
  }

  public func sample(using generator: inout PCG64) -> Double {
    generator.gumbel(location: location, scale: scale)
  }

  public func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    generator.fillGumbel(buffer, location: location, scale: scale)
  }

  public func affine(scale factor: Double, shift: Double) throws(Failure) -> any Distribution {
    guard factor > 0 else { return try AffineImage.of(self, scale: factor, shift: shift) }
    let distribution = Gumbel(location: factor * location + shift, scale: factor * scale)
    if distribution.scale == 0 { return try Constant(distribution.location).checked("value") }
    return try distribution.checked("loc", "scale")
  }

  /// The difference of two of one scale is logistic.
  public func adding(_ other: any Distribution) throws(Failure) -> (any Distribution)? {
    guard let image = other as? AffineImage, let other = image.origin as? Gumbel,
      image.map.scale < 0, -image.map.scale * other.scale == scale
    else { return nil }
    return try Logistic(location: location + image.map.scale * other.location + image.map.shift, scale: scale)
      .checked("loc")
  }
}

extension PCG64 {
  /// A draw from the Gumbel distribution of the largest value: NumPy's `gumbel(location, scale)`.
  @inline(__always) public mutating func gumbel(location: Double, scale: Double) -> Double {
    while true {
      let u = 1 - nextUniform()
      if u < 1 { return location - scale * log(-log(u)) }
    }
  }

  /// Fills the buffer with what as many calls of `gumbel(location:scale:)` would draw.
  public mutating func fillGumbel(
    _ buffer: UnsafeMutableBufferPointer<Double>, location: Double, scale: Double
  ) {
    // -log(1 - u) once for each element, and their logarithms.
    fillByLogarithms(buffer, of: { 1 - $0 }) { _, logarithm in -logarithm }
    log(UnsafeBufferPointer(buffer), into: buffer)
    for index in buffer.indices { buffer[index] = location - scale * buffer[index] }
  }
}
