import ElementaryFunctions
import Vocabulary

/// How many rare events happen.
public struct Poisson: CountingDistribution {
  public let rate: Double

  public init(rate: Double) { self.rate = rate }

  public static let declaration = Declaration<any Distribution>(
    "poisson", "How many rare events happen.",
    Parameter(
      "rate", .number("a number from 0 to 10¹⁵", in: 0...1e15), "their mean number",
      aliases: ["lam", "mu", "lambda", "λ"]),
    documentation: Documentation(
      formula: "P(X == k) = rate^k × e^(-rate) / k!",
      source: "S. D. Poisson, 1837",
      examples: [Example("P(poisson(3) == 0)", gives: "0.0497871")],
      seeAlso: ["binomial", "exponential"]),
    derivative: .density("x × log(rate) - rate", of: ["rate"], isDiscrete: true)
  ) { rate in Poisson(rate: rate) }

  public var name: String { "poisson" }
  public var properties: [Property] { [Property("rate", .number(rate))] }

  public var mean: Double { rate }
  public var variance: Double { rate }
  public var skewness: Double { rate > 0 ? 1 / rate.squareRoot() : .nan }
  public var kurtosis: Double { rate > 0 ? 1 / rate : .nan }
  public var mode: Double? { max(0, rate.rounded(.up) - 1) }
  /// Summed; for large rates by its asymptotic series.
  public var entropy: Double? {
    if rate == 0 { return 0 }
    if rate < 1e5 { return summedEntropy() }
    return 0.5 * log(rate) + 1.4189385332046727 - (1 + (0.5 + 19 / (30 * rate)) / rate) / (12 * rate)
  }
  public var support: ClosedRange<Double> { rate == 0 ? 0...0 : 0 ... .infinity }

  func mass(_ k: Double) -> Double { k == 0 ? exp(-rate) : IncompleteGamma.power(k, rate) }
  func logMass(_ k: Double) -> Double { k == 0 ? -rate : IncompleteGamma.logPower(k, rate) }
  func atMost(_ k: Double) -> Double { IncompleteGamma(shape: k + 1, at: rate).upper }
  func beyond(_ k: Double) -> Double { IncompleteGamma(shape: k + 1, at: rate).lower }

  public func sample(using generator: inout PCG64) -> Double {
    PoissonSampler(rate: rate).draw(using: &generator)
  }

  public func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    generator.fillPoisson(buffer, rate: rate)
  }

  public func adding(_ other: any Distribution) throws(Failure) -> (any Distribution)? {
    guard let other = other as? Poisson else { return nil }
    return try Poisson(rate: rate + other.rate).checkedRate()
  }

  public func sumOfIndependent(_ n: Int) throws(Failure) -> (any Distribution)? {
    try Poisson(rate: Double(n) * rate).checkedRate()
  }

  private func checkedRate() throws(Failure) -> Poisson {
    guard rate > 1e15 else { return self }
    throw Failure(
      .argument, "there is no poisson with rate=\(NumberStyle.standard.text(rate))", hint: "rates go up to 10¹⁵")
  }
}

extension PCG64 {
  /// The largest rate that `poisson(rate:)` takes, as NumPy's.
  public static let largestPoissonRate = 9.223372006484771e18

  /// A draw from the Poisson distribution: NumPy's `poisson(rate)`.
  ///
  /// The rate must be from 0 to `largestPoissonRate`.
  public mutating func poisson(rate: Double) -> Int {
    Int(PoissonSampler(rate: rate).draw(using: &self))
  }

  /// Fills the buffer with what as many calls of `poisson(rate:)` would draw.
  public mutating func fillPoisson(_ buffer: UnsafeMutableBufferPointer<Double>, rate: Double) {
    let sampler = PoissonSampler(rate: rate)
    guard case .rejection(let rejection) = sampler else {
      return fill(buffer) { sampler.draw(using: &$0) }
    }
    fillByTrials(buffer) { rejection.fill($1, using: &$0) }
  }
}

/// Draws from the Poisson distribution as NumPy's `poisson` does.
private enum PoissonSampler {
  case zero
  /// Uniform draws are multiplied until the product falls to e^-rate (Knuth).
  case product(limit: Double)
  case rejection(PoissonRejection)

  /// The rate must be from 0 to `PCG64.largestPoissonRate`.
  @inline(__always) init(rate: Double) {
    precondition(
      rate >= 0 && rate <= PCG64.largestPoissonRate, "there is no Poisson sampler of rate \(rate)")
    if rate >= 10 {
      self = .rejection(PoissonRejection(rate: rate))
    } else {
      self = rate == 0 ? .zero : .product(limit: exp(-rate))
    }
  }

  @inline(__always) func draw(using generator: inout PCG64) -> Double {
    switch self {
    case .zero:
      return 0
    case .product(let limit):
      var count = 0.0
      var product = generator.nextUniform()
      while product > limit {
        count += 1
        product *= generator.nextUniform()
      }
      return count
    case .rejection(let rejection):
      return rejection.draw(using: &generator)
    }
  }
}

/// Draws from the Poisson distribution of a rate of at least 10 (W. Hörmann, "The Transformed Rejection Method for
/// Generating Poisson Random Variables", 1993, his PTRS).
///
/// The counts are doubles: the largest that occur are as coarse in NumPy, which makes them integers in the end.
private struct PoissonRejection {
  private let rate: Double
  private let logarithmOfRate: Double
  private let a: Double
  private let b: Double
  private let inverseAlpha: Double
  /// Up to this height, points that are not too far out are under the curve for certain.
  private let certain: Double

  @inline(__always) init(rate: Double) {
    self.rate = rate
    logarithmOfRate = nearestLog(rate)
    b = 0.931 + 2.53 * rate.squareRoot()
    a = -0.059 + 0.02483 * b
    inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    certain = 0.9277 - 3.6224 / (b - 2)
  }

  @inline(__always) func draw(using generator: inout PCG64) -> Double {
    while true {
      let u = generator.nextUniform() - 0.5
      let v = generator.nextUniform()
      let (count, isCertain) = count(u, v)
      let distance = 0.5 - u.magnitude
      if isCertain != 0 || accepts(count, distance, v, log(height(distance, v))) { return count }
    }
  }

  /// As many trials as the buffer holds; what they accept comes first, and its count is returned.
  ///
  /// The trials that are not certain are set apart and decided afterwards, so that no branch has to be foreseen.
  func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) -> Int {
    let count = buffer.count
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: 3 * count) { scratch in
      let u = UnsafeMutableBufferPointer(rebasing: scratch[..<count])
      let v = UnsafeMutableBufferPointer(rebasing: scratch[count..<2 * count])
      let heights = UnsafeMutableBufferPointer(rebasing: scratch[(2 * count)...])
      generator.fillUniformPairs(u, v)
      return withUnsafeTemporaryAllocation(of: Int.self, capacity: count) { undecided in
        var others = 0
        for index in 0..<count {
          let (value, isCertain) = self.count(u[index] - 0.5, v[index])
          buffer[index] = value
          undecided[others] = index
          others += isCertain ^ 1
        }
        for other in 0..<others {
          let index = undecided[other]
          heights[other] = height(0.5 - (u[index] - 0.5).magnitude, v[index])
        }
        let tested = UnsafeMutableBufferPointer(rebasing: heights[..<others])
        log(UnsafeBufferPointer(tested), into: tested)
        for other in 0..<others {
          let index = undecided[other]
          let distance = 0.5 - (u[index] - 0.5).magnitude
          if !accepts(buffer[index], distance, v[index], tested[other]) { buffer[index] = .nan }
        }
        return buffer.keepNumbers()
      }
    }
  }

  @inline(__always) private func count(_ u: Double, _ v: Double) -> (count: Double, isCertain: Int) {
    let distance = 0.5 - u.magnitude
    let count = ((2 * a / distance + b) * u + rate + 0.43).floor
    return (count, (distance >= 0.07 ? 1 : 0) & (v <= certain ? 1 : 0))
  }

  /// How high a point lies above the abscissa, in which its logarithm is taken.
  @inline(__always) private func height(_ distance: Double, _ v: Double) -> Double {
    v * inverseAlpha / (a / (distance * distance) + b)
  }

  /// Whether a point that is not under the curve for certain is, from the logarithm of its height.
  private func accepts(_ count: Double, _ distance: Double, _ v: Double, _ logarithm: Double) -> Bool {
    // Where NumPy's integer overflows, it is negative.
    if count < 0 || count >= 0x1p63 || (distance < 0.013 && v > distance) { return false }
    return logarithm <= -rate + count * logarithmOfRate - Self.logarithmOfGamma(count + 1)
  }

  /// NumPy's own logarithm of Γ(x), for whole x: Stirling's series from 7 on, below it by Γ's recurrence
  /// (S. Zhang and J. Jin, Computation of Special Functions, 1996).
  private static func logarithmOfGamma(_ x: Double) -> Double {
    if x == 1 || x == 2 { return 0 }
    var y = max(x, 7)
    let z = (1 / y) * (1 / y)
    let late = ((-1.39243221690590 * z + 1.796443723688307e-01) * z - 2.955065359477124e-02) * z + 6.410256410256410e-03
    let middle = ((late * z - 1.917526917526918e-03) * z + 8.417508417508418e-04) * z - 5.952380952380952e-04
    let series = ((middle * z + 7.936507936507937e-04) * z - 2.777777777777778e-03) * z + 8.333333333333333e-02
    var value = series / y + 0.5 * 1.8378770664093453 + (y - 0.5) * nearestLog(y) - y
    while y > x {
      y -= 1
      value -= log(y)
    }
    return value
  }
}
