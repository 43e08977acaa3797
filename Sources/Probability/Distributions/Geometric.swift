import ElementaryFunctions
import Vocabulary

/// How many trials it takes to succeed.
public struct Geometric: CountingDistribution {
  public let p: Double

  public init(p: Double) { self.p = p }

  public static let declaration = Declaration<any Distribution>(
    "geometric", "How many trials it takes to the first success, that one included.",
    Parameter(
      "p", .number("a number from 10⁻¹⁵ to 1", in: 1e-15...1), "the probability of a success", aliases: ["prob"]),
    documentation: Documentation(
      formula: "P(X == k) = (1 - p)^(k - 1) × p for k = 1, 2, …",
      notes: "It counts from 1, as NumPy and SciPy do; PyTorch counts the failures alone, from 0.",
      examples: [Example("P(geometric(0.5) == 3)", gives: "0.125")],
      seeAlso: ["bernoulli", "exponential"]),
    derivative: .density("log(p) + (x - 1) × log1p(-p)", of: ["p"], isDiscrete: true)
  ) { p in Geometric(p: p) }

  public var name: String { "geometric" }
  public var properties: [Property] { [Property("p", .number(p))] }

  private var q: Double { 1 - p }
  public var mean: Double { 1 / p }
  public var variance: Double { q / p / p }
  public var skewness: Double { p < 1 ? (1 + q) / q.squareRoot() : .nan }
  public var kurtosis: Double { p < 1 ? 6 + p * p / q : .nan }
  public var mode: Double? { 1 }
  public var entropy: Double? { p == 1 ? 0 : -log(p) - q * log1p(-p) / p }
  public var support: ClosedRange<Double> { p == 1 ? 1...1 : 1 ... .infinity }

  func mass(_ k: Double) -> Double { p * beyond(k - 1) }
  func logMass(_ k: Double) -> Double { k == 1 ? log(p) : log(p) + (k - 1) * log1p(-p) }
  func atMost(_ k: Double) -> Double { k == 0 ? 0 : -expm1(k * log1p(-p)) }
  func beyond(_ k: Double) -> Double { k == 0 ? 1 : exp(k * log1p(-p)) }

  public func quantile(_ p: Double) -> Double {
    DiscreteQuantile.lower(p, of: self, near: log1p(-p) / log1p(-self.p))
  }

  public func upperQuantile(_ q: Double) -> Double {
    DiscreteQuantile.upper(q, of: self, near: log(q) / log1p(-p))
  }

  public func sample(using generator: inout PCG64) -> Double {
    GeometricSampler(probability: p).draw(using: &generator)
  }

  public func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    generator.fillGeometric(buffer, probability: p)
  }
}

extension PCG64 {
  /// A draw from the geometric distribution, the number of trials up to the first success: NumPy's `geometric(p)`.
  ///
  /// The probability must be greater than 0 and at most 1. What would be more than `Int.max` is that.
  public mutating func geometric(probability: Double) -> Int {
    Int(exactly: GeometricSampler(probability: probability).draw(using: &self)) ?? .max
  }

  /// Fills the buffer with what as many calls of `geometric(probability:)` would draw.
  public mutating func fillGeometric(
    _ buffer: UnsafeMutableBufferPointer<Double>, probability: Double
  ) {
    let sampler = GeometricSampler(probability: probability)
    fill(buffer) { sampler.draw(using: &$0) }
  }
}

/// Draws from the geometric distribution as NumPy's `geometric` does.
enum GeometricSampler {
  /// Goes through the probabilities from 1 on.
  case search(probability: Double)
  /// Divides an exponential draw.
  case inversion(logarithm: Double)

  /// The probability must be greater than 0 and at most 1.
  @inline(__always) init(probability: Double) {
    precondition(
      probability > 0 && probability <= 1, "there is no geometric distribution of \(probability)")
    self = probability >= 1.0 / 3 ? .search(probability: probability) : .inversion(logarithm: log1p(-probability))
  }

  @inline(__always) func draw(using generator: inout PCG64) -> Double {
    switch self {
    case .inversion(let logarithm):
      return min(0x1p63, (-generator.standardExponential() / logarithm).rounded(.up))
    case .search(let probability):
      let failure = 1 - probability
      var count = 1.0
      var mass = probability
      var sum = probability
      let u = generator.nextUniform()
      // The sum ends a few roundings off 1; a draw above that would be searched for without end.
      while u > sum, sum + mass * failure > sum {
        mass *= failure
        sum += mass
        count += 1
      }
      return count
    }
  }
}
