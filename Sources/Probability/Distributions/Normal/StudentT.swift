import ElementaryFunctions
import Vocabulary

/// A standard normal number over the root of an independent chi-square one divided by its degrees of freedom.
public struct StudentT: Distribution {
  public let degreesOfFreedom: Double
  /// The logarithm of the density at 0.
  private let logPeak: Double

  public init(degreesOfFreedom n: Double) {
    degreesOfFreedom = n
    logPeak = n / 2 * log1pLessItself(1 / n) + (stirlingError((n + 1) / 2) - stirlingError(n / 2)) - 0.9189385332046727
  }

  public static let declaration = Declaration<any Distribution>(
    "student_t", "The bell curve with heavier tails: a mean measured by its own standard error.",
    Parameter(
      "df", .number("a number ≥ 10⁻⁶", in: 1e-6...Double.greatestFiniteMagnitude),
      "the degrees of freedom, whole or not", aliases: ["nu"]),
    documentation: Documentation(
      formula: "pdf(t) = Γ((df + 1)/2) / (√(df × π) × Γ(df/2)) × (1 + t²/df)^(-(df + 1)/2)",
      source: "Student (W. S. Gosset), The probable error of a mean, 1908",
      notes: "There is no mean for df ≤ 1; the variance is infinite for df ≤ 2.",
      examples: [Example("quantile(student_t(4), 0.975)", gives: "2.77645")],
      seeAlso: ["normal", "cauchy"],
      aliases: ["standard_t"]),
    derivative: .density(
      "log_gamma((df + 1) / 2) - log_gamma(df / 2) - log(df) / 2 - (df + 1) / 2 × log1p(x² / df)", of: ["df"])
  ) { df in StudentT(degreesOfFreedom: df) }

  public var name: String { "student_t" }
  public var properties: [Property] { [Property("df", .number(degreesOfFreedom))] }

  private var n: Double { degreesOfFreedom }
  public var mean: Double { n > 1 ? 0 : .nan }
  public var variance: Double { n > 2 ? n / (n - 2) : n > 1 ? .infinity : .nan }
  public var skewness: Double { n > 3 ? 0 : .nan }
  public var kurtosis: Double { n > 4 ? 6 / (n - 4) : n > 2 ? .infinity : .nan }
  public var median: Double { 0 }
  public var centreOfSymmetry: Double? { 0 }
  public var mode: Double? { 0 }
  public var entropy: Double? {
    (n + 1) / 2 * (log1p(1 / n) - logLessDigamma((n + 1) / 2) + logLessDigamma(n / 2)) - logPeak
  }
  public var support: ClosedRange<Double> { -.infinity ... .infinity }

  public func density(_ x: Double) -> Double { exp(logDensity(x)) }

  public func logDensity(_ x: Double) -> Double {
    let size = x.magnitude
    let growth = size > 1e150 ? 2 * log(size) - log(n) : log1p(x * x / n)
    return logPeak - (n + 1) / 2 * growth
  }

  public func cumulative(_ x: Double) -> Double { x.isNaN ? x : x < 0 ? tail(-x) : 1 - tail(x) }
  public func survival(_ x: Double) -> Double { x.isNaN ? x : x > 0 ? tail(x) : 1 - tail(-x) }

  /// The probability of a number beyond t ≥ 0.
  private func tail(_ t: Double) -> Double {
    if t.isInfinite { return 0 }
    if t > 1e150 { return exp(logDensity(t) + log(t) - log(n)) }
    let square = t * t
    // By the ratio to the larger of the two, which cannot overflow.
    let ratio = min(square / n, n / square)
    let (larger, smaller) = (1 / (1 + ratio), ratio / (1 + ratio))
    let (x, y) = square > n ? (larger, smaller) : (smaller, larger)
    return 0.5 * IncompleteBeta(0.5, n / 2, at: x, complement: y).upper
  }

  public func quantile(_ p: Double) -> Double { -upperQuantile(p) }

  public func upperQuantile(_ q: Double) -> Double {
    guard q >= 0, q <= 1 else { return .nan }
    if q == 0 { return .infinity }
    if q == 1 { return -.infinity }
    if q == 0.5 { return 0 }
    // From 1 - q exactly the same place on the other side.
    return q < 0.5 ? positive(q) : -positive(1 - q)
  }

  private func positive(_ q: Double) -> Double {
    // Near the middle the distances from ½ are compared, not the probabilities.
    if q > 0.25 { return central(0.5 - q) }
    let z = StandardNormal.upperQuantile(q)
    return ContinuousQuantile.upper(q, of: self, near: n > 30 ? z * (1 + (z * z + 1) / (4 * n)) : z)
  }

  /// The t with so much between it and 0, by Newton's method; the curve is flat there.
  private func central(_ probability: Double) -> Double {
    var t = probability / exp(logPeak)
    for _ in 0..<60 {
      let square = t * t / n
      let part = 0.5 * IncompleteBeta(0.5, n / 2, at: square / (1 + square), complement: 1 / (1 + square)).lower
      let next = t + (probability - part) / density(t)
      if (next - t).magnitude <= next.ulp { return next }
      t = next
    }
    return t
  }

  public func sample(using generator: inout PCG64) -> Double {
    generator.studentT(degreesOfFreedom: degreesOfFreedom)
  }

  public func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    generator.fillStudentT(buffer, degreesOfFreedom: degreesOfFreedom)
  }

  public func affine(scale: Double, shift: Double) throws(Failure) -> any Distribution {
    if scale == -1, shift == 0 { return self }
    return try AffineImage.of(self, scale: scale, shift: shift)
  }
}

extension PCG64 {
  /// A draw from Student's t distribution: NumPy's `standard_t(df)`. The degrees of freedom must be greater than 0.
  public mutating func studentT(degreesOfFreedom: Double) -> Double {
    let sampler = GammaSampler(shape: degreesOfFreedom / 2)
    return Self.studentT((degreesOfFreedom / 2).squareRoot(), sampler, &self)
  }

  /// Fills the buffer with what as many calls of `studentT(degreesOfFreedom:)` would draw.
  public mutating func fillStudentT(
    _ buffer: UnsafeMutableBufferPointer<Double>, degreesOfFreedom: Double
  ) {
    let sampler = GammaSampler(shape: degreesOfFreedom / 2)
    let root = (degreesOfFreedom / 2).squareRoot()
    fill(buffer) { Self.studentT(root, sampler, &$0) }
  }

  @inline(__always)
  private static func studentT(
    _ root: Double, _ sampler: GammaSampler, _ generator: inout PCG64
  ) -> Double {
    let numerator = generator.standardNormal()
    return root * numerator / sampler.draw(using: &generator).squareRoot()
  }
}
