import Probability
import Testing
import Vocabulary

/// Sums, differences and multiples of independent draws.
@Suite struct DistributionAlgebraTests {
  /// Whatever a distribution is scaled and shifted to, it says of places what the original says of the places they
  /// come from.
  @Test(arguments: DistributionCase.all)
  func `scaling and shifting moves all places`(_ reference: DistributionCase) throws {
    let distribution = try reference.distribution()
    for (scale, shift) in [(2.0, 0.0), (-1, 0), (-0.5, 4), (1, -8), (0, 3)] {
      let moved = try distribution.affine(scale: scale, shift: shift)
      if scale == 0 {
        #expect(moved.mean == shift && moved.variance == 0)
        continue
      }
      let width = max(distribution.quantile(0.75) - distribution.quantile(0.25), 1e-300)
      #expect(close(moved.mean, scale * distribution.mean + shift, within: width))
      #expect(close(moved.variance, scale * scale * distribution.variance, within: 0))
      #expect(close(moved.skewness, scale < 0 ? -distribution.skewness : distribution.skewness, within: 1))
      #expect(close(moved.kurtosis, distribution.kurtosis, within: 10))
      for probability in [0.001, 0.2, 0.4375, 0.7, 0.999] {
        let origin = scale > 0 ? distribution.quantile(probability) : distribution.upperQuantile(probability)
        #expect(close(moved.quantile(probability), scale * origin + shift, within: width), "\(scale) \(probability)")
        let back =
          scale > 0 ? distribution.cumulative(origin) : distribution.survival(origin) + distribution.pointMass(origin)
        let slack = 1e-12 + distribution.density(origin) * (4 * origin.ulp + 4 * (shift / scale).ulp)
        #expect((moved.cumulative(scale * origin + shift) - back).magnitude <= slack, "\(scale) \(probability)")
      }
    }
  }

  @Test func `normals add their variances`() throws {
    let sum = try combined(Normal(mean: 1, stddev: 3), .add, Normal(mean: 2, stddev: 4))
    #expect(sum == "normal(mean=3, stddev=5)")
    let difference = try combined(Normal(mean: 1, stddev: 3), .subtract, Normal(mean: 2, stddev: 4))
    #expect(difference == "normal(mean=-1, stddev=5)")
    let large = try combined(Normal(mean: 0, stddev: 3e200), .add, Normal(mean: 0, stddev: 4e200))
    #expect(large == "normal(mean=0, stddev=5×10²⁰⁰)")
    #expect(try combined(Normal(mean: 0, stddev: 0), .add, Normal(mean: 0, stddev: 0)) == "normal(mean=0, stddev=0)")
  }

  @Test func `a constant shifts whatever it is added to, on either side`() throws {
    for reference in DistributionCase.all {
      let distribution = try reference.distribution()
      let shifted = try distribution.affine(scale: 1, shift: 5).display.printed().text
      #expect(try combined(distribution, .add, Constant(5)) == shifted)
      #expect(try combined(Constant(5), .add, distribution) == shifted)
    }
    #expect(try combined(Constant(5), .subtract, Uniform(low: 0, high: 1)) == "uniform(low=4, high=5)")
    #expect(try combined(Normal(mean: 1, stddev: 0), .add, Uniform(low: 0, high: 1)) == "uniform(low=1, high=2)")
  }

  @Test func `arithmetic with numbers on either side`() throws {
    let uniform = Uniform(low: 0, high: 1)
    #expect(try printed(uniform.applying(.divide, to: .number(4))) == "uniform(low=0, high=0.25)")
    #expect(try printed(uniform.applying(.subtract, to: .number(4))) == "uniform(low=-4, high=-3)")
    #expect(try printed(uniform.applied(.subtract, after: .number(4))) == "uniform(low=3, high=4)")
    #expect(try printed(uniform.applied(.multiply, after: .number(-4))) == "uniform(low=-4, high=0)")
    #expect(try printed(uniform.negated()) == "uniform(low=-1, high=0)")
    let half = try TruncatedNormal(mean: 0, stddev: 1, low: 0, high: 3)
    #expect(try printed(half.negated()) == "truncated_normal(mean=0, stddev=1, low=-3, high=0)")
  }

  @Test func `sums of independent draws`() throws {
    let sum = try #require(try Normal(mean: 1, stddev: 1).sumOfIndependent(250))
    #expect(sum.mean == 250)
    #expect(sum.standardDeviation == 250.0.squareRoot())
    #expect(try #require(try Constant(0.5).sumOfIndependent(8)).mean == 4)
    #expect(try printed(.object(Uniform(low: 0, high: 1).sum(ofDraws: 2))) == "triangular(left=0, mode=1, right=2)")
    #expect(try Uniform(low: 0, high: 1).sumOfIndependent(3) == nil)
  }

  @Test func `sums and differences that have a name`() throws {
    let cases: [(any Distribution, BinaryOperator, any Distribution, String)] = [
      (Bernoulli(p: 0.25), .add, Bernoulli(p: 0.25), "binomial(n=2, p=0.25)"),
      (Binomial(n: 3, p: 0.5), .add, Bernoulli(p: 0.5), "binomial(n=4, p=0.5)"),
      (Binomial(n: 3, p: 0.5), .subtract, Binomial(n: 4, p: 0.5), "binomial(n=7, p=0.5) - 4"),
      (Poisson(rate: 2), .add, Poisson(rate: 3), "poisson(rate=5)"),
      (Exponential(rate: 2), .add, Exponential(rate: 2), "gamma(shape=2, rate=2)"),
      (Exponential(rate: 2), .subtract, Exponential(rate: 2), "laplace(loc=0, scale=0.5)"),
      (Gamma(shape: 3, rate: 0.5), .add, ChiSquare(degreesOfFreedom: 4), "gamma(shape=5, rate=0.5)"),
      (ChiSquare(degreesOfFreedom: 1), .add, ChiSquare(degreesOfFreedom: 2), "chi_square(df=3)"),
      (Cauchy(location: 1, scale: 2), .subtract, Cauchy(location: 0, scale: 3), "cauchy(loc=1, scale=5)"),
      (Gumbel(location: 1, scale: 2), .subtract, Gumbel(location: 0, scale: 2), "logistic(loc=1, scale=2)"),
      (Uniform(low: 0, high: 1), .subtract, Uniform(low: 2, high: 3), "triangular(left=-3, mode=-2, right=-1)"),
      (Uniform(low: 0, high: 1), .subtract, Exponential(rate: 1), "uniform(low=0, high=1) - exponential(rate=1)"),
      (Binomial(n: 3, p: 0.5), .add, Binomial(n: 3, p: 0.25), "binomial(n=3, p=0.5) + binomial(n=3, p=0.25)"),
    ]
    for (first, sign, second, expected) in cases {
      #expect(try combined(first, sign, second) == expected)
      let other = try second.affine(scale: sign == .add ? 1 : -1, shift: 0)
      let sum = try first.sum(with: other)
      #expect(close(sum.mean, first.mean + other.mean, within: 1) || sum.mean.isNaN)
      #expect(close(sum.variance, first.variance + other.variance, within: 1) || sum.variance.isNaN)
    }
  }

  @Test func `scaled distributions that keep their name, and others`() throws {
    let cases: [(any Distribution, Double, Double, String)] = [
      (Exponential(rate: 2), 4, 0, "exponential(rate=0.5)"), (Exponential(rate: 2), -1, 0, "-exponential(rate=2)"),
      (ChiSquare(degreesOfFreedom: 4), 2, 0, "gamma(shape=2, rate=0.25)"), (Beta(a: 2, b: 3), -1, 1, "beta(a=3, b=2)"),
      (Beta(a: 2, b: 3), -1, 5, "5 - beta(a=2, b=3)"), (Bernoulli(p: 0.25), -1, 1, "bernoulli(p=0.75)"),
      (Poisson(rate: 3), 250, -1, "250 × poisson(rate=3) - 1"),
      (StudentT(degreesOfFreedom: 3), -1, 0, "student_t(df=3)"),
      (Weibull(shape: 2, scale: 3), 2, 0, "weibull(shape=2, scale=6)"),
    ]
    for (distribution, scale, shift, expected) in cases {
      #expect(printed(.object(try distribution.affine(scale: scale, shift: shift))) == expected)
    }
  }

  @Test func `what cannot be computed is refused with a hint`() throws {
    let heavy = try Lognormal(mean: 0, stddev: 1).sum(ofDraws: 10)
    #expect(close(heavy.mean, 10 * Lognormal(mean: 0, stddev: 1).mean, within: 1))
    let failure = #expect(throws: Failure.self) { try heavy.requireProbabilities() }
    #expect(failure?.hint != nil)
    #expect(throws: Failure.self) { try Uniform(low: 0, high: 1).sum(ofDraws: 1 << 50) }
  }

  @Test(arguments: DistributionCase.all)
  func `parameters beyond the numbers are refused`(_ reference: DistributionCase) throws {
    let distribution = try reference.distribution()
    for number in [Double.infinity, -.infinity, .nan] {
      #expect(throws: Failure.self) { try distribution.affine(scale: 1, shift: number) }
      #expect(throws: Failure.self) { try distribution.affine(scale: number, shift: 0) }
    }
    #expect(throws: Failure.self) { try distribution.applying(.divide, to: .number(0)) }
    // A lognormal's parameter is a logarithm, and a Weibull's scale stays a number.
    guard !["lognormal", "weibull"].contains(distribution.name) else { return }
    #expect(throws: Failure.self) {
      try distribution.affine(scale: 1.7e308, shift: 0).affine(scale: 1.7e308, shift: 1e308)
    }
  }

  private func combined(
    _ first: any Distribution, _ sign: BinaryOperator, _ second: any Distribution
  ) throws -> String? {
    try printed(first.applying(sign, to: .object(second)))
  }

  private func printed(_ value: Value?) -> String? { value?.display.printed().text }

  private func close(_ value: Double, _ expected: Double, within scale: Double) -> Bool {
    (value.isNaN && expected.isNaN) || value == expected
      || (value - expected).magnitude <= 1e-13 * max(expected.magnitude, scale) + 1e-12 * expected.magnitude
  }
}
