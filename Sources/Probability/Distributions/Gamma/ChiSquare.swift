import ElementaryFunctions
import Vocabulary

/// The sum of the squares of independent standard normal numbers.
public struct ChiSquare: Distribution, GammaFamily {
  public let degreesOfFreedom: Double
  let gamma: Gamma

  public init(degreesOfFreedom: Double) {
    self.degreesOfFreedom = degreesOfFreedom
    gamma = Gamma(shape: degreesOfFreedom / 2, rate: 0.5)
  }

  public static let declaration = Declaration<any Distribution>(
    "chi_square", "The sum of the squares of df independent standard normal numbers.",
    Parameter("df", .positive, "the degrees of freedom, whole or not"),
    documentation: Documentation(
      formula: "pdf(x) = x^(df/2 - 1) × e^(-x/2) / (2^(df/2) × Γ(df/2))",
      source: "F. R. Helmert, 1876; K. Pearson, 1900",
      examples: [Example("quantile(chi_square(1), 0.95)", gives: "3.84146")],
      seeAlso: ["gamma", "student_t"],
      aliases: ["chisquare", "chi2"]),
    derivative: .density(
      "(df / 2 - 1) × log(x) - x / 2 - df / 2 × log(2) - log_gamma(df / 2)", of: ["df"])
  ) { df in ChiSquare(degreesOfFreedom: df) }

  public var name: String { "chi_square" }
  public var properties: [Property] { [Property("df", .number(degreesOfFreedom))] }

  public var mean: Double { degreesOfFreedom }
  public var variance: Double { 2 * degreesOfFreedom }
  public var skewness: Double { gamma.skewness }
  public var kurtosis: Double { gamma.kurtosis }
  public var mode: Double? { gamma.mode }
  public var entropy: Double? { gamma.entropy }
  public var support: ClosedRange<Double> { 0 ... .infinity }

  public func density(_ x: Double) -> Double { gamma.density(x) }
  public func logDensity(_ x: Double) -> Double { gamma.logDensity(x) }
  public func cumulative(_ x: Double) -> Double { gamma.cumulative(x) }
  public func survival(_ x: Double) -> Double { gamma.survival(x) }
  public func quantile(_ p: Double) -> Double { gamma.quantile(p) }
  public func upperQuantile(_ q: Double) -> Double { gamma.upperQuantile(q) }

  public func sample(using generator: inout PCG64) -> Double {
    generator.chiSquare(degreesOfFreedom: degreesOfFreedom)
  }

  public func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    generator.fillChiSquare(buffer, degreesOfFreedom: degreesOfFreedom)
  }

  public func affine(scale: Double, shift: Double) throws(Failure) -> any Distribution {
    if scale == 1, shift == 0 { return self }
    guard scale > 0, scale.isFinite, shift == 0 else { return try AffineImage.of(self, scale: scale, shift: shift) }
    return try gamma.affine(scale: scale, shift: 0)
  }

  public func adding(_ other: any Distribution) throws(Failure) -> (any Distribution)? {
    if let other = other as? ChiSquare {
      return try ChiSquare(degreesOfFreedom: degreesOfFreedom + other.degreesOfFreedom).checked("df")
    }
    return try gamma.adding(other)
  }

  public func sumOfIndependent(_ n: Int) throws(Failure) -> (any Distribution)? {
    try ChiSquare(degreesOfFreedom: Double(n) * degreesOfFreedom).checked("df")
  }
}
