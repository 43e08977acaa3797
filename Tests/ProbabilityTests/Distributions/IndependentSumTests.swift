import Probability
import TestSupport
import Testing
import Vocabulary

/// Sums without a name of their own against mpmath.
@Suite struct IndependentSumTests {
  private static let uniform: any Distribution = Uniform(low: 0, high: 1)

  private func sum(_ name: String) throws -> any Distribution {
    func minus(_ distribution: any Distribution) throws -> any Distribution {
      try distribution.affine(scale: -1, shift: 0)
    }
    let uniform = Self.uniform
    switch name {
    case "3 uniform": return try uniform.sum(ofDraws: 3)
    case "5 uniform": return try uniform.sum(ofDraws: 5)
    case "12 uniform": return try uniform.sum(ofDraws: 12)
    case "250 uniform": return try uniform.sum(ofDraws: 250)
    case "uniform exponential": return try uniform.sum(with: Exponential(rate: 2))
    case "exponential exponential": return try Exponential(rate: 1).sum(with: Exponential(rate: 2))
    case "exponential - exponential": return try Exponential(rate: 1).sum(with: minus(Exponential(rate: 3)))
    case "normal uniform": return try Normal(mean: 0, stddev: 1).sum(with: uniform)
    case "narrow uniform": return try uniform.sum(with: Normal(mean: 0, stddev: 0x1p-10))
    case "4 logistic": return try Logistic(location: 0, scale: 1).sum(ofDraws: 4)
    case "3 gumbel": return try Gumbel(location: 0, scale: 1).sum(ofDraws: 3)
    case "5 beta": return try Beta(a: 2, b: 3).sum(ofDraws: 5)
    case "beta uniform": return try Beta(a: 0.5, b: 0.5).sum(with: uniform)
    case "cauchy normal": return try Cauchy(location: 0, scale: 1).sum(with: Normal(mean: 0, stddev: 1))
    case "poisson - poisson": return try Poisson(rate: 3).sum(with: minus(Poisson(rate: 2)))
    case "4 categorical":
      let declaration = try #require(distributions["categorical"])
      let distribution = try declaration.make(
        Arguments([[Argument(.vector([0.25, 0.5, 0.125, 0.125]))]], for: declaration.signature))
      return try distribution.sum(ofDraws: 4)
    default: throw References.Unreadable(path: name)
    }
  }

  private struct Row {
    let sum: String
    let function: String
    let x: Double
    let result: Double
  }

  private static let rows: [Row] = ((try? References.rows("distributions/sums.csv")) ?? []).map {
    Row(sum: $0[0], function: $0[1], x: References.double($0[2]), result: References.double($0[3]))
  }

  @Test(arguments: Set(rows.map(\.sum)).sorted())
  func `densities and probabilities to 10⁻⁹`(_ name: String) throws {
    let distribution = try sum(name)
    try distribution.requireProbabilities()
    let rows = Self.rows.filter { $0.sum == name }
    #expect(rows.count >= 50)
    for (index, row) in rows.enumerated() {
      let value = row.function == "pdf" ? distribution.density(row.x) : distribution.cumulative(row.x)
      #expect((value - row.result).magnitude <= 1e-9, "\(row.function)(\(row.x)) is \(value), not \(row.result)")
      if row.function == "cdf" {
        #expect((distribution.survival(row.x) - (1 - row.result)).magnitude <= 1e-9)
        if index % 5 == 0, !distribution.isDiscrete, row.result > 1e-6, row.result < 1 - 1e-6 {
          #expect((distribution.cumulative(distribution.quantile(row.result)) - row.result).magnitude <= 1e-9)
        }
      }
    }
  }

  @Test(arguments: ["3 uniform", "uniform exponential", "5 beta", "poisson - poisson", "3 gumbel"])
  func `draws follow the sum`(_ name: String) throws {
    let distribution = try sum(name)
    var generator = PCG64(seed: 11)
    let count = 5000
    let draws = (0..<count).map { _ in distribution.sample(using: &generator) }.sorted()
    let moments = Moments(of: draws)
    #expect((moments.mean - distribution.mean).magnitude < 5 * (distribution.variance / Double(count)).squareRoot())
    let shape = SampleShape(of: draws)
    #expect((shape.skewness - distribution.skewness).magnitude < 0.3)
    for probability in stride(from: 0.1, to: 1, by: 0.1) {
      let quantile = distribution.quantile(probability)
      let drawn = Double(draws.count { $0 <= quantile }) / Double(count)
      #expect((drawn - distribution.cumulative(quantile)).magnitude < 0.03)
    }
  }
}
