import ElementaryFunctions
import Vocabulary

/// Distributions with parameters that maximum likelihood can find from numbers.
struct LikelihoodFamily: Sendable {
  let name: String
  /// As the distribution's constructor calls them.
  let parameters: [Parameter]
  /// Which numbers it can draw, in words: `numbers > 0`.
  let domain: String
  let admits: @Sendable (Double) -> Bool
  let make: @Sendable ([Double]) -> any Distribution
  /// Where the search begins, or where it ends where a formula says so.
  let estimate: @Sendable (Sample) -> [Double]
  /// The standard errors where the estimate is the maximum already, nan where there is none; nil: it must be searched.
  let exact: (@Sendable ([Double], Sample) -> [Double])?

  /// How a parameter is made of a number that may be any.
  enum Scale: Sendable { case line, positive }

  struct Parameter: Sendable {
    let name: String
    let scale: Scale
  }

  /// What estimates start from.
  struct Sample: Sendable {
    let numbers: [Double]
    let sorted: [Double]
    let moments: Moments
    let count: Double

    init(_ sorted: [Double]) {
      numbers = sorted
      self.sorted = sorted
      moments = Moments(of: sorted)
      count = Double(sorted.count)
    }

    var mean: Double { moments.mean }
    var deviation: Double { moments.standardDeviation }

    func quantile(_ p: Double) -> Double {
      let place = p * (count - 1)
      let lower = Int(place.rounded(.down))
      let upper = min(lower + 1, sorted.count - 1)
      return sorted[lower] + (sorted[upper] - sorted[lower]) * (place - Double(lower))
    }

    var meanLogarithm: Double { Moments(of: sorted.map { log($0) }).mean }
  }

  static func named(_ name: String) -> LikelihoodFamily? { all.first { $0.name == name } }

  static let all: [LikelihoodFamily] = locationFamilies + positiveFamilies + countingFamilies
}

extension LikelihoodFamily {
  private static func family(
    _ name: String, _ parameters: [Parameter], _ domain: String, _ admits: @escaping @Sendable (Double) -> Bool,
    _ make: @escaping @Sendable ([Double]) -> any Distribution, from estimate: @escaping @Sendable (Sample) -> [Double],
    errors exact: (@Sendable ([Double], Sample) -> [Double])? = nil
  ) -> LikelihoodFamily {
    LikelihoodFamily(
      name: name, parameters: parameters, domain: domain, admits: admits, make: make, estimate: estimate, exact: exact)
  }

  private static func line(_ name: String) -> Parameter { Parameter(name: name, scale: .line) }
  private static func positive(_ name: String) -> Parameter { Parameter(name: name, scale: .positive) }
  private static let location = [line("loc"), positive("scale")]

  /// A centre and a width.
  private static let locationFamilies = [
    family(
      "normal", [line("mean"), positive("stddev")], "numbers", { _ in true },
      { Normal(mean: $0[0], stddev: $0[1]) }, from: { [$0.mean, $0.deviation] },
      errors: { [$0[1] / $1.count.squareRoot(), $0[1] / (2 * $1.count).squareRoot()] }),
    family(
      "uniform", [line("low"), line("high")], "numbers", { _ in true }, { Uniform(low: $0[0], high: $0[1]) },
      from: { [$0.sorted[0], $0.sorted[$0.sorted.count - 1]] }, errors: { _, _ in [.nan, .nan] }),
    family(
      "laplace", location, "numbers", { _ in true }, { Laplace(location: $0[0], scale: $0[1]) },
      from: { sample in
        let median = sample.quantile(0.5)
        return [median, CompensatedSum.of(sample.sorted.map { ($0 - median).magnitude }) / sample.count]
      }, errors: { [$0[1] / $1.count.squareRoot(), $0[1] / $1.count.squareRoot()] }),
    family(
      "logistic", location, "numbers", { _ in true }, { Logistic(location: $0[0], scale: $0[1]) },
      from: { [$0.mean, $0.deviation * 0.5513288954217921] }),
    family(
      "gumbel", location, "numbers", { _ in true }, { Gumbel(location: $0[0], scale: $0[1]) },
      from: { sample in
        let scale = sample.deviation * 0.7796968012336761
        return [sample.mean - 0.5772156649015329 * scale, scale]
      }),
    family(
      "cauchy", location, "numbers", { _ in true }, { Cauchy(location: $0[0], scale: $0[1]) },
      from: { sample in
        let half = (sample.quantile(0.75) - sample.quantile(0.25)) / 2
        return [sample.quantile(0.5), half > 0 ? half : sample.deviation]
      }),
    family(
      "student_t", [positive("df")], "numbers", { _ in true }, { StudentT(degreesOfFreedom: $0[0]) },
      from: { sample in
        // Its variance is df / (df - 2).
        let square = sample.moments.variance + sample.mean * sample.mean
        return [square > 1.05 ? 2 * square / (square - 1) : 30]
      }),
  ]

  /// Of positive numbers.
  private static let positiveFamilies = [
    family(
      "exponential", [positive("rate")], "numbers ≥ 0", { $0 >= 0 }, { Exponential(rate: $0[0]) },
      from: { [1 / $0.mean] }, errors: { [$0[0] / $1.count.squareRoot()] }),
    family(
      "gamma", [positive("shape"), positive("rate")], "numbers > 0", { $0 > 0 },
      { Gamma(shape: $0[0], rate: $0[1]) },
      from: { sample in
        // T. Minka, Estimating a gamma distribution, 2002.
        let s = max(1e-12, log(sample.mean) - sample.meanLogarithm)
        let shape = (3 - s + ((s - 3) * (s - 3) + 24 * s).squareRoot()) / (12 * s)
        return [shape, shape / sample.mean]
      }),
    family(
      "chi_square", [positive("df")], "numbers > 0", { $0 > 0 }, { ChiSquare(degreesOfFreedom: $0[0]) },
      from: { [$0.mean] }),
    family(
      "lognormal", [line("mean"), positive("stddev")], "numbers > 0", { $0 > 0 },
      { Lognormal(mean: $0[0], stddev: $0[1]) },
      from: { sample in
        let logarithms = Moments(of: sample.sorted.map { log($0) })
        return [logarithms.mean, logarithms.standardDeviation]
      }, errors: { [$0[1] / $1.count.squareRoot(), $0[1] / (2 * $1.count).squareRoot()] }),
    family(
      "weibull", [positive("shape"), positive("scale")], "numbers > 0", { $0 > 0 },
      { Weibull(shape: $0[0], scale: $0[1]) },
      from: { sample in
        // The logarithm of a Weibull number is a mirrored Gumbel one of scale 1 / shape.
        let logarithms = Moments(of: sample.sorted.map { log($0) })
        let width = 0.7796968012336761 * logarithms.standardDeviation
        return [1 / width, exp(logarithms.mean + 0.5772156649015329 * width)]
      }),
    family(
      "beta", [positive("a"), positive("b")], "numbers between 0 and 1", { 0 < $0 && $0 < 1 },
      { Beta(a: $0[0], b: $0[1]) },
      from: { sample in
        let size = max(0.01, sample.mean * (1 - sample.mean) / sample.moments.variance - 1)
        return [sample.mean * size, (1 - sample.mean) * size]
      }),
  ]

  /// Of whole numbers.
  private static let countingFamilies = [
    family(
      "poisson", [positive("rate")], "whole numbers ≥ 0", { $0 >= 0 && $0 == $0.rounded() }, { Poisson(rate: $0[0]) },
      from: { [$0.mean] }, errors: { [($0[0] / $1.count).squareRoot()] }),
    family(
      "geometric", [positive("p")], "whole numbers ≥ 1", { $0 >= 1 && $0 == $0.rounded() }, { Geometric(p: $0[0]) },
      from: { [1 / $0.mean] }, errors: { [$0[0] * ((1 - $0[0]) / $1.count).squareRoot()] }),
    family(
      "bernoulli", [positive("p")], "0 and 1", { $0 == 0 || $0 == 1 }, { Bernoulli(p: $0[0]) },
      from: { [$0.mean] }, errors: { [($0[0] * (1 - $0[0]) / $1.count).squareRoot()] }),
  ]
}
