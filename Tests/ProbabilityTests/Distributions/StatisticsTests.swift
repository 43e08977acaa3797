import Probability
import TestSupport
import Testing
import Vocabulary

/// Statistics of samples against NumPy and SciPy.
@Suite struct StatisticsTests {
  private struct Row {
    let function: String
    let arguments: [Double]
    let results: [Double]
  }

  private static let rows: [Row] = ((try? References.rows("distributions/statistics.csv")) ?? []).map { row in
    func numbers(_ bits: String) -> [Double] { bits.split(separator: " ").map { References.double(String($0)) } }
    return Row(function: row[0], arguments: numbers(row[1]), results: numbers(row[2]))
  }

  @Test func `Kolmogorov's law of n draws`() {
    let rows = Self.rows.filter { $0.function == "kolmogorov" }
    #expect(rows.count > 150)
    for row in rows {
      let count = Int(row.arguments[0])
      let value = KolmogorovDistribution(count: count).survival(row.arguments[1])
      let expected = row.results[0]
      let tolerance = count <= 2000 ? 1e-9 * expected + 1e-12 : 1e-7
      #expect((value - expected).magnitude <= tolerance, "\(row.arguments) is \(value), not \(expected)")
    }
  }

  @Test func `skewness and kurtosis`() {
    for row in Self.rows where row.function == "skewness" || row.function == "kurtosis" {
      let shape = SampleShape(of: row.arguments)
      let value = row.function == "skewness" ? shape.skewness : shape.kurtosis
      // 10⁹ ± 1 has lost 9 digits before anything is computed.
      let tolerance = row.arguments[0] > 1e8 ? 1e-6 : 1e-12
      #expect((value - row.results[0]).magnitude <= tolerance * max(1, row.results[0].magnitude), "\(row.function)")
    }
    #expect(SampleShape(of: [2, 2]).skewness.isNaN)
    #expect(SampleShape(of: []).kurtosis.isNaN)
  }

  @Test func `counts in bins as NumPy has them`() throws {
    let rows = Self.rows.filter { $0.function.hasPrefix("histogram") }
    #expect(rows.count == 18)
    for row in rows {
      let bins = try #require(Int(row.function.dropFirst("histogram ".count)))
      let histogram = try Histogram(of: row.arguments, bins: bins)
      #expect(histogram.counts.map { Double($0) } == Array(row.results.prefix(bins)))
      for (edge, expected) in zip(histogram.edges, row.results.dropFirst(bins)) {
        #expect((edge - expected).magnitude <= 2 * expected.ulp)
      }
    }
    #expect(try Histogram(of: [0x1p-1060, 0, Double.leastNonzeroMagnitude], bins: 2).counts.reduce(0, +) == 3)
    #expect(throws: Failure.self) { try Histogram(of: [1, .infinity], bins: 2) }
    #expect(throws: Failure.self) { try Histogram(of: [-1e308, 1e308], bins: 2) }
  }

  @Test func `numbers against a distribution`() throws {
    for row in Self.rows where row.function == "ks_test" {
      let test = try KolmogorovSmirnov(row.arguments, against: Normal(mean: 3, stddev: 2))
      #expect((test.distance - row.results[0]).magnitude <= 1e-14)
      #expect((test.pValue - row.results[1]).magnitude <= 1e-9 * row.results[1] + 1e-13)
    }
    #expect(throws: Failure.self) { try KolmogorovSmirnov([], against: Normal(mean: 0, stddev: 1)) }
    #expect(throws: Failure.self) { try KolmogorovSmirnov([.nan], against: Normal(mean: 0, stddev: 1)) }
    #expect(throws: Failure.self) { try KolmogorovSmirnov([1], against: Poisson(rate: 2)) }
  }

  /// Berry and Esseen's bound holds, and shrinks as the distance does.
  @Test func `sums tend to the normal`() throws {
    let distributions: [any Distribution] = [
      Uniform(low: 0, high: 1), Exponential(rate: 2), Bernoulli(p: 0.1), Poisson(rate: 0.5),
      Laplace(location: 1, scale: 2),
    ]
    for distribution in distributions {
      var last = 1.0
      for n in [4, 16, 64] {
        let limit = try CentralLimit(distribution, draws: n)
        let distance = try #require(limit.distance)
        #expect(distance.size <= limit.bound && distance.size < last)
        #expect(limit.normal.mean == Double(n) * distribution.mean)
        last = distance.size
      }
    }
    #expect(throws: Failure.self) { try CentralLimit(Cauchy(location: 0, scale: 1), draws: 4) }
    #expect(throws: Failure.self) { try CentralLimit(Constant(1), draws: 4) }
    #expect(try CentralLimit(StudentT(degreesOfFreedom: 2.5), draws: 4).bound == 1)
  }
}
