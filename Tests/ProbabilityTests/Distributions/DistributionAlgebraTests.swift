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
      #expect(close(moved.mean, scale * distribution.mean + shift, within: distribution.standardDeviation))
      #expect(close(moved.variance, scale * scale * distribution.variance, within: 0))
      if scale != 0 { #expect(moved.name == distribution.name) }
      for share in [0.001, 0.2, 0.5, 0.7, 0.999] where scale != 0 {
        let place = scale * distribution.quantile(scale > 0 ? share : 1 - share) + shift
        #expect(close(moved.quantile(share), place, within: distribution.standardDeviation), "\(scale) \(share)")
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
    #expect(try Uniform(low: 0, high: 1).sumOfIndependent(2) == nil)
  }

  @Test func `what has no closed form is refused with a hint`() throws {
    let failure = #expect(throws: Failure.self) {
      try combined(Uniform(low: 0, high: 1), .add, Uniform(low: 0, high: 1))
    }
    #expect(failure?.hint != nil)
    #expect(throws: Failure.self) { try combined(Normal(mean: 0, stddev: 1), .less, Normal(mean: 0, stddev: 1)) }
  }

  @Test(arguments: DistributionCase.all)
  func `parameters beyond the numbers are refused`(_ reference: DistributionCase) throws {
    let distribution = try reference.distribution()
    for number in [Double.infinity, -.infinity, .nan] {
      #expect(throws: Failure.self) { try distribution.affine(scale: 1, shift: number) }
      #expect(throws: Failure.self) { try distribution.affine(scale: number, shift: 0) }
    }
    #expect(throws: Failure.self) { try distribution.applying(.divide, to: .number(0)) }
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
    (value - expected).magnitude <= 1e-13 * max(expected.magnitude, scale) + 1e-12 * expected.magnitude
  }
}
