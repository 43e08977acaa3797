import ElementaryFunctions
import Vocabulary

/// The distribution whose distribution function is the sigmoid.
public struct Logistic: Distribution {
  public let location: Double
  public let scale: Double

  public init(location: Double, scale: Double) {
    self.location = location
    self.scale = scale
  }

  public static let declaration = Declaration<any Distribution>(
    "logistic", "The distribution whose cdf is the sigmoid.",
    Parameter("loc", .finite, "the centre", default: 0),
    Parameter("scale", .positive, "the width: the standard deviation is scale × π / √3", default: 1),
    documentation: Documentation(
      formula: "cdf(x) = sigmoid((x - loc) / scale)",
      source: "P.-F. Verhulst, 1838",
      examples: [Example("cdf(logistic(0, 1), 2) - sigmoid(2)", gives: "0")],
      seeAlso: ["sigmoid", "gumbel"]),
    derivative: .density(
      "(loc - x) / scale - log(scale) - 2 × softplus((loc - x) / scale)", location: "loc", scale: "scale")
  ) { location, scale in Logistic(location: location, scale: scale) }

  public var name: String { "logistic" }
  public var properties: [Property] { [Property("loc", .number(location)), Property("scale", .number(scale))] }

  public var mean: Double { location }
  public var variance: Double { .pi * .pi / 3 * scale * scale }
  public var standardDeviation: Double { .pi / 3.0.squareRoot() * scale }
  public var skewness: Double { 0 }
  public var kurtosis: Double { 1.2 }
  public var median: Double { location }
  public var centreOfSymmetry: Double? { location }
  public var mode: Double? { location }
  public var entropy: Double? { 2 + log(scale) }
  public var support: ClosedRange<Double> { -.infinity ... .infinity }

  private func standardized(_ x: Double) -> Double { (x - location) / scale }

  public func density(_ x: Double) -> Double {
    let fall = exp(-standardized(x).magnitude)
    return fall / (1 + fall) / (1 + fall) / scale
  }

  public func logDensity(_ x: Double) -> Double {
    let size = standardized(x).magnitude
    return -size - 2 * log1p(exp(-size)) - log(scale)
  }

  public func cumulative(_ x: Double) -> Double { sigmoid(standardized(x)) }
  public func survival(_ x: Double) -> Double { sigmoid(-standardized(x)) }

  public func quantile(_ p: Double) -> Double { location + scale * logit(p) }
  public func upperQuantile(_ q: Double) -> Double { location - scale * logit(q) }

  private func logit(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    return p > 0.25 && p < 0.75 ? 2 * atanh(2 * p - 1) : log(p) - log1p(-p)
  }

  public func sample(using generator: inout PCG64) -> Double {
    generator.logistic(location: location, scale: scale)
  }

  public func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    generator.fillLogistic(buffer, location: location, scale: scale)
  }

  public func affine(scale factor: Double, shift: Double) throws(Failure) -> any Distribution {
    let distribution = Logistic(location: factor * location + shift, scale: factor.magnitude * scale)
    if distribution.scale == 0 { return try Constant(distribution.location).checked("value") }
    return try distribution.checked("loc", "scale")
  }
}

extension PCG64 {
  /// A draw from the logistic distribution: NumPy's `logistic(location, scale)`.
  @inline(__always) public mutating func logistic(location: Double, scale: Double) -> Double {
    while true {
      let u = nextUniform()
      if u > 0 { return location + scale * log(u / (1 - u)) }
    }
  }

  /// Fills the buffer with what as many calls of `logistic(location:scale:)` would draw.
  public mutating func fillLogistic(
    _ buffer: UnsafeMutableBufferPointer<Double>, location: Double, scale: Double
  ) {
    fillByLogarithms(buffer, of: { $0 / (1 - $0) }) { _, logarithm in location + scale * logarithm }
  }
}

extension Logistic: ClosedCharacteristic {
  func characteristic(_ t: Double) -> Complex {
    let argument = .pi * scale * t
    return Complex(angle: t * location).scaled(by: argument == 0 ? 1 : argument > 700 ? 0 : argument / sinh(argument))
  }
}
