import ElementaryFunctions
import Vocabulary

/// The quotient of two independent normal numbers, which has no mean.
public struct Cauchy: Distribution {
  public let location: Double
  public let scale: Double

  public init(location: Double, scale: Double) {
    self.location = location
    self.scale = scale
  }

  public static let declaration = Declaration<any Distribution>(
    "cauchy", "The quotient of two normal numbers: tails so heavy that it has no mean.",
    Parameter("loc", .finite, "the median", default: 0),
    Parameter("scale", .positive, "half the distance of the quartiles", default: 1),
    documentation: Documentation(
      formula: "pdf(x) = 1 / (π × scale × (1 + ((x - loc) / scale)²))",
      notes: "Mean and variance do not exist: the mean of many draws is as scattered as one draw.",
      examples: [Example("mean(cauchy(0, 1))", gives: "nan")],
      seeAlso: ["student_t", "normal"],
      aliases: ["standard_cauchy"]),
    derivative: .density("-log(1 + ((x - loc) / scale)²) - log(scale)", location: "loc", scale: "scale")
  ) { location, scale in Cauchy(location: location, scale: scale) }

  public var name: String { "cauchy" }
  public var properties: [Property] { [Property("loc", .number(location)), Property("scale", .number(scale))] }

  public var mean: Double { .nan }
  public var variance: Double { .nan }
  public var skewness: Double { .nan }
  public var kurtosis: Double { .nan }
  public var median: Double { location }
  public var centreOfSymmetry: Double? { location }
  public var mode: Double? { location }
  public var entropy: Double? { log(4 * .pi) + log(scale) }
  public var support: ClosedRange<Double> { -.infinity ... .infinity }

  private func standardized(_ x: Double) -> Double { (x - location) / scale }

  public func density(_ x: Double) -> Double {
    let z = standardized(x)
    if z.magnitude > 1e150 { return 1 / z / z / (.pi * scale) }
    return 1 / (.pi * (1 + z * z)) / scale
  }

  public func logDensity(_ x: Double) -> Double {
    let z = standardized(x).magnitude
    return -log(.pi) - log(scale) - (z > 1e150 ? 2 * log(z) : log1p(z * z))
  }

  public func cumulative(_ x: Double) -> Double { tail(-standardized(x)) }
  public func survival(_ x: Double) -> Double { tail(standardized(x)) }

  /// The probability of a number beyond z.
  private func tail(_ z: Double) -> Double {
    if z.isNaN { return z }
    return z > 0 ? atan2(1, z) / .pi : 1 - atan2(1, -z) / .pi
  }

  public func quantile(_ p: Double) -> Double { location - scale * distance(p) }
  public func upperQuantile(_ q: Double) -> Double { location + scale * distance(q) }

  private func distance(_ q: Double) -> Double {
    guard q >= 0, q <= 1 else { return .nan }
    if q == 0 { return .infinity }
    if q == 1 { return -.infinity }
    if q < 0.25 { return 1 / tan(.pi * q) }
    return q > 0.75 ? -1 / tan(.pi * (1 - q)) : tan(.pi * (0.5 - q))
  }

  public func sample(using generator: inout PCG64) -> Double {
    location + scale * generator.standardCauchy()
  }

  public func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    generator.fillCauchy(buffer)
    for index in buffer.indices { buffer[index] = location + scale * buffer[index] }
  }

  public func affine(scale factor: Double, shift: Double) throws(Failure) -> any Distribution {
    let distribution = Cauchy(location: factor * location + shift, scale: factor.magnitude * scale)
    if distribution.scale == 0 { return try Constant(distribution.location).checked("value") }
    return try distribution.checked("loc", "scale")
  }

  public func adding(_ other: any Distribution) throws(Failure) -> (any Distribution)? {
    guard let other = other as? Cauchy else { return nil }
    return try Cauchy(location: location + other.location, scale: scale + other.scale).checked("loc", "scale")
  }

  public func sumOfIndependent(_ n: Int) throws(Failure) -> (any Distribution)? {
    try Cauchy(location: Double(n) * location, scale: Double(n) * scale).checked("loc", "scale")
  }
}

extension PCG64 {
  /// A draw from the standard Cauchy distribution, the quotient of two normal draws: NumPy's `standard_cauchy()`.
  public mutating func standardCauchy() -> Double {
    let numerator = standardNormal()
    return numerator / standardNormal()
  }

  /// Fills the buffer with what as many calls of `standardCauchy()` would draw.
  public mutating func fillCauchy(_ buffer: UnsafeMutableBufferPointer<Double>) {
    fill(buffer) { $0.standardCauchy() }
  }
}
