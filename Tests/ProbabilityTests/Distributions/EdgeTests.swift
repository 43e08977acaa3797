import Probability
import TestSupport
import Testing
import Vocabulary

/// Distributions where numbers underflow, lie next to 1 or are nearly equal, against mpmath.
@Suite struct EdgeTests {
  @Test(arguments: ["gamma", "chi_square", "beta", "weibull", "student_t", "binomial", "geometric", "truncated_normal"])
  func `edges to 12 digits`(_ name: String) throws {
    let declaration = try #require(distributions[name])
    let rows = try References.rows("distributions/edges.csv").filter { $0[0] == name }
    #expect(rows.count >= 10)
    for row in rows {
      let parameters = row[1].split(separator: " ").map { References.double(String($0)) }
      let distribution = try declaration.make(
        Arguments(parameters.map { [Argument(.number($0))] }, for: declaration.signature))
      let (x, expected) = (References.double(row[3]), References.double(row[4]))
      let value =
        row[2] == "pdf"
        ? distribution.density(x) : row[2] == "cdf" ? distribution.cumulative(x) : distribution.survival(x)
      // A subnormal result has lost digits.
      let tolerance = 1e-12 * max(expected, Double.leastNormalMagnitude)
      #expect(
        value == expected || (value - expected).magnitude <= tolerance,
        "\(row[2])(\(name)\(parameters), \(x)) is \(value), not \(expected)")
    }
  }

  /// What is symmetric has its middle at the centre, to the last bit.
  @Test func `medians of symmetric distributions are exact`() throws {
    let symmetric: [(any Distribution, Double)] = [
      (try TruncatedNormal(mean: 0, stddev: 1, low: -2, high: 2), 0),
      (try TruncatedNormal(mean: 3, stddev: 0.1, low: -2, high: 2), 3), (Beta(a: 2.7, b: 2.7), 0.5),
      (try Uniform(low: -1, high: 1).sum(ofDraws: 3), 0),
      (try TruncatedNormal(mean: 0, stddev: 1, low: -2, high: 2).sum(with: Uniform(low: -1, high: 1)), 0),
      (try Laplace(location: 2, scale: 1).sum(with: Logistic(location: 1, scale: 3)), 3),
      (StudentT(degreesOfFreedom: 3), 0), (Triangular(left: -1, mode: 0, right: 1), 0),
    ]
    for (distribution, centre) in symmetric {
      #expect(distribution.median == centre, "\(distribution.display.printed().text)")
      #expect(distribution.quantile(0.5) == centre, "\(distribution.display.printed().text)")
    }
  }
}
