import ElementaryFunctions
import Probability
import Testing

/// Whether draws follow the distributions that they are named after, which agreement with NumPy alone would not show.
@Suite struct StreamLawTests {
  private static let count = 20_000

  typealias Fill = @Sendable (inout PCG64, UnsafeMutableBufferPointer<Double>) -> Void

  /// Distributions whose distribution function needs no special function.
  private static let continuous: [String: (fill: Fill, cumulative: @Sendable (Double) -> Double)] = [
    "uniform": ({ $0.fillUniform($1) }, { $0 }),
    "exponential": ({ $0.fillExponential($1, scale: 2) }, { 1 - exp(-$0 / 2) }),
    "normal": ({ $0.fillNormal($1, mean: 1, stddev: 2) }, { 0.5 * erfc((1 - $0) / 8.0.squareRoot()) }),
    "truncated normal": (
      { $0.fillNormal($1, from: -2, to: 2) },
      { (erf($0 / 2.0.squareRoot()) / erf(2.0.squareRoot()) + 1) / 2 }
    ),
    "gamma ½": ({ $0.fillGamma($1, shape: 0.5) }, { erf($0.squareRoot()) }),
    "gamma 2": ({ $0.fillGamma($1, shape: 2, scale: 3) }, { 1 - exp(-$0 / 3) * (1 + $0 / 3) }),
    "chi-square 2": ({ $0.fillChiSquare($1, degreesOfFreedom: 2) }, { 1 - exp(-$0 / 2) }),
    "beta ½ ½": ({ $0.fillBeta($1, 0.5, 0.5) }, { 0.6366197723675814 * asin($0.squareRoot()) }),
    "beta 2 3": ({ $0.fillBeta($1, 2, 3) }, { $0 * $0 * (6 - 8 * $0 + 3 * $0 * $0) }),
    "beta ½ 1.5": (
      { $0.fillBeta($1, 0.5, 1.5) },
      { 0.6366197723675814 * (asin($0.squareRoot()) + ($0 * (1 - $0)).squareRoot()) }
    ),
    "cauchy": ({ $0.fillCauchy($1) }, { 0.5 + atan($0) / .pi }),
    "student 2": (
      { $0.fillStudentT($1, degreesOfFreedom: 2) }, { 0.5 + $0 / (2 * (2 + $0 * $0).squareRoot()) }
    ),
    "laplace": (
      { $0.fillLaplace($1, location: 0, scale: 2) },
      { $0 < 0 ? 0.5 * exp($0 / 2) : 1 - 0.5 * exp(-$0 / 2) }
    ),
    "logistic": ({ $0.fillLogistic($1, location: 1, scale: 2) }, { sigmoid(($0 - 1) / 2) }),
    "gumbel": ({ $0.fillGumbel($1, location: 1, scale: 2) }, { exp(-exp((1 - $0) / 2)) }),
    "weibull": ({ $0.fillWeibull($1, shape: 1.5) }, { 1 - exp(-pow($0, 1.5)) }),
    "lognormal": (
      { $0.fillLognormal($1, mean: 0.5, stddev: 0.7) },
      { 0.5 * erfc((0.5 - log($0)) / (0.7 * 2.0.squareRoot())) }
    ),
    "triangular": (
      { $0.fillTriangular($1, low: 0, mode: 0.3, high: 1) },
      { $0 < 0.3 ? $0 * $0 / 0.3 : 1 - (1 - $0) * (1 - $0) / 0.7 }
    ),
  ]

  /// Kolmogorov and Smirnov at a level of some 10⁻⁴.
  @Test(arguments: continuous.keys.sorted()) func `distribution functions`(_ name: String) throws {
    let (fill, cumulative) = try #require(Self.continuous[name])
    let draws = Self.draws(fill)
    let distance =
      draws.enumerated().map { index, x in
        let probability = cumulative(x) * Double(Self.count)
        return max((probability - Double(index)).magnitude, (Double(index + 1) - probability).magnitude)
      }.max() ?? .infinity
    #expect(distance < 2.2 * Double(Self.count).squareRoot())
  }

  /// Distributions of counts, with the probability of a count by that of the one before it.
  private static let discrete: [String: (fill: Fill, first: Double, ratio: @Sendable (Double) -> Double)] = [
    "poisson 3": ({ $0.fillPoisson($1, rate: 3) }, exp(-3), { 3 / $0 }),
    "poisson 40": ({ $0.fillPoisson($1, rate: 40) }, exp(-40), { 40 / $0 }),
    "binomial 50 0.2": (
      { $0.fillBinomial($1, trials: 50, probability: 0.2) }, pow(0.8, 50), { (51 - $0) / $0 / 4 }
    ),
    "binomial 200 0.6": (
      { $0.fillBinomial($1, trials: 200, probability: 0.6) }, pow(0.4, 200), { (201 - $0) / $0 * 1.5 }
    ),
    "geometric 0.6": ({ $0.fillGeometric($1, probability: 0.6) }, 0, { $0 == 1 ? 0.6 : 0.4 }),
    "geometric 0.2": ({ $0.fillGeometric($1, probability: 0.2) }, 0, { $0 == 1 ? 0.2 : 0.8 }),
    "integers": ({ $0.fillIntegers($1, 0, 10) }, 0.1, { $0 < 10 ? 1 : 0 }),
  ]

  /// The same of counts, where the largest difference is smaller still by theory.
  @Test(arguments: discrete.keys.sorted()) func `counts`(_ name: String) throws {
    let (fill, first, ratio) = try #require(Self.discrete[name])
    let draws = Self.draws(fill)
    var (mass, sum, seen, worst) = (first, first, 0, 0.0)
    for value in 0...300 {
      if value > 0 {
        mass = mass == 0 ? ratio(Double(value)) : mass * ratio(Double(value))
        if name == "integers", value >= 10 { mass = 0 }
        sum += mass
      }
      while seen < draws.count, draws[seen] <= Double(value) { seen += 1 }
      worst = max(worst, (Double(seen) - sum * Double(Self.count)).magnitude)
    }
    #expect(seen == draws.count)
    #expect(worst < 2.2 * Double(Self.count).squareRoot())
  }

  private static func draws(_ fill: Fill) -> [Double] {
    var generator = PCG64(seed: 11)
    var values = [Double](repeating: 0, count: count)
    values.withUnsafeMutableBufferPointer { fill(&generator, $0) }
    return values.sorted()
  }
}
