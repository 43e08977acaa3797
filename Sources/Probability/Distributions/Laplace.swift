import ElementaryFunctions
import Vocabulary

/// Two exponentials back to back.
public struct Laplace: Distribution {
  public let location: Double
  public let scale: Double

  public init(location: Double, scale: Double) {
    self.location = location
    self.scale = scale
  }

  public static let declaration = Declaration<any Distribution>(
    "laplace", "An exponential number with either sign: a peak with heavy tails.",
    Parameter("loc", .finite, "the centre", default: 0),
    Parameter("scale", .positive, "the mean distance from the centre", default: 1, aliases: ["b"]),
    documentation: Documentation(
      formula: "pdf(x) = e^(-|x - loc| / scale) / (2 × scale)",
      source: "P.-S. Laplace, 1774",
      examples: [Example("var(laplace(0, 1))", gives: "2")],
      seeAlso: ["exponential", "normal"]),
    derivative: .density("-|x - loc| / scale - log(scale)", location: "loc", scale: "scale")
  ) { location, scale in Laplace(location: location, scale: scale) }

  public var name: String { "laplace" }
  public var properties: [Property] { [Property("loc", .number(location)), Property("scale", .number(scale))] }

  public var mean: Double { location }
  public var variance: Double { 2 * scale * scale }
  public var standardDeviation: Double { 2.0.squareRoot() * scale }
  public var skewness: Double { 0 }
  public var kurtosis: Double { 3 }
  public var median: Double { location }
  public var centreOfSymmetry: Double? { location }
  public var mode: Double? { location }
  public var entropy: Double? { 1 + log(2 * scale) }
  public var support: ClosedRange<Double> { -.infinity ... .infinity }
  public var kinks: [Double] { [location] }

  private func standardized(_ x: Double) -> Double { (x - location) / scale }
  private func tail(_ z: Double) -> Double { z > 0 ? 0.5 * exp(-z) : 0.5 - 0.5 * expm1(z) }

  public func density(_ x: Double) -> Double { 0.5 * exp(-standardized(x).magnitude) / scale }
  public func logDensity(_ x: Double) -> Double { -standardized(x).magnitude - log(2 * scale) }
  public func cumulative(_ x: Double) -> Double { tail(-standardized(x)) }
  public func survival(_ x: Double) -> Double { tail(standardized(x)) }
  public func quantile(_ p: Double) -> Double { location - scale * distance(p) }
  public func upperQuantile(_ q: Double) -> Double { location + scale * distance(q) }

  private func distance(_ q: Double) -> Double {
    guard q >= 0, q <= 1 else { return .nan }
    return q <= 0.5 ? -log(2 * q) : log(2 * (1 - q))
  }

  public func sample(using generator: inout PCG64) -> Double {
    generator.laplace(location: location, scale: scale)
  }

  public func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    generator.fillLaplace(buffer, location: location, scale: scale)
  }

  public func affine(scale factor: Double, shift: Double) throws(Failure) -> any Distribution {
    let distribution = Laplace(location: factor * location + shift, scale: factor.magnitude * scale)
    if distribution.scale == 0 { return try Constant(distribution.location).checked("value") }
    return try distribution.checked("loc", "scale")
  }
}

extension PCG64 {
  /// A draw from the Laplace distribution: NumPy's `laplace(location, scale)`.
  @inline(__always) public mutating func laplace(location: Double, scale: Double) -> Double {
    while true {
      let u = nextUniform()
      if u >= 0.5 { return location - scale * log(2 - u - u) }
      if u > 0 { return location + scale * log(u + u) }
    }
  }

  /// Fills the buffer with what as many calls of `laplace(location:scale:)` would draw.
  public mutating func fillLaplace(
    _ buffer: UnsafeMutableBufferPointer<Double>, location: Double, scale: Double
  ) {
    fillByLogarithms(buffer, of: { $0 >= 0.5 ? 2 - $0 - $0 : $0 + $0 }) { u, logarithm in
      u >= 0.5 ? location - scale * logarithm : location + scale * logarithm
    }
  }
}

extension Laplace: ClosedCharacteristic {
  func characteristic(_ t: Double) -> Complex {
    Complex(angle: t * location).scaled(by: 1 / (1 + scale * scale * t * t))
  }
}
