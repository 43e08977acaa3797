import Probability
import TestSupport
import Testing

/// What numpy.random.default_rng draws from its distributions: the same values out of as many words.
@Suite struct DistributionStreamTests {
  /// The same bits but for the draws out of a ziggurat's tail, which pass through a logarithm.
  @Test(arguments: [
    "exponential", "normal", "standard_cauchy", "triangular",
    "standard_gamma", "gamma", "chisquare", "standard_t", "beta",
  ]) func `draws made by arithmetic alone`(_ kind: String) throws {
    var others = 0
    var count = 0
    for row in try DistributionStream.all(kind) where row.isArithmetic {
      for (value, expected) in zip(row.draws(), row.numbers) {
        count += 1
        if value.bitPattern == expected.bitPattern { continue }
        others += 1
        #expect((value - expected).magnitude <= 1e-15 * expected.magnitude, "\(row)")
      }
    }
    #expect(count >= 250)
    #expect(others <= count / 100, "\(others) of \(count)")
  }

  /// A number whose logarithm is taken is the same, so draws differ by the functions' last places.
  @Test(arguments: [
    "standard_gamma", "gamma", "chisquare", "standard_t", "beta", "laplace", "logistic", "gumbel", "weibull",
    "lognormal",
  ]) func `draws that pass through functions`(_ kind: String) throws {
    let rows = try DistributionStream.all(kind)
    #expect(Set(rows.map(\.start)).count >= 10)
    for row in rows {
      for (value, expected) in zip(row.draws(), row.numbers) {
        let scale = max(expected.magnitude, row.cancellation)
        #expect(
          value == expected || (value - expected).magnitude <= 1e-15 * scale,
          "\(row): \(value), not \(expected)")
      }
    }
  }

  @Test(arguments: ["poisson", "binomial", "geometric"]) func `counts`(_ kind: String) throws {
    for row in try DistributionStream.all(kind) { #expect(row.draws() == row.numbers, "\(row)") }
  }

  @Test func `as many words are taken`() throws {
    for row in try DistributionStream.all() where row.kind != "mixed" && !row.kind.hasPrefix("many") {
      var generator = row.generator
      _ = row.draws(using: &generator)
      #expect(generator.next() == row.next, "\(row)")
    }
  }

  @Test func `long streams keep step`() throws {
    let rows = try DistributionStream.all(prefix: "many ")
    #expect(rows.count > 80)
    for row in rows {
      var generator = row.generator
      var values = [Double](repeating: 0, count: 20_000)
      values.withUnsafeMutableBufferPointer { row.fill($0, using: &generator) }
      let expected = row.numbers[0]
      if row.isCount {
        #expect(Double(values.reduce(0) { $0 + Int($1) }) == expected, "\(row)")
      } else {
        let scale = max(expected.magnitude, row.cancellation)
        #expect((values[values.count - 1] - expected).magnitude <= 1e-15 * scale, "\(row)")
      }
      #expect(generator.next() == row.next, "\(row)")
    }
  }

  /// Buffers of many lengths, so that blocks end within and at the end.
  @Test func `buffers fill with the draws of single calls`() throws {
    for row in try DistributionStream.all() where row.isFillable && (row.start == "42" || row.start.contains(":")) {
      for count in [0, 1, 3, 4, 7, 64, 129, 500] {
        var one = row.generator
        var many = one
        _ = (one.integer(0, 10), many.integer(0, 10))
        let singles = (0..<count).map { _ in row.draw(using: &one) }
        var values = [Double](repeating: -1, count: count)
        values.withUnsafeMutableBufferPointer { row.fill($0, using: &many) }
        #expect(values.map(\.bitPattern) == singles.map(\.bitPattern), "\(row)")
        #expect(one.integer(0, 10) == many.integer(0, 10), "\(row)")
        #expect(one.next() == many.next(), "\(row)")
      }
    }
  }

  @Test func `choices`() throws {
    for row in try DistributionStream.all("choice") {
      var generator = row.generator
      let chosen = generator.choice(
        Int(row.parameters[0]), of: Int(row.parameters[1]), replacing: row.parameters[2] == 1)
      #expect(chosen.map { Double($0) } == row.numbers, "\(row)")
      #expect(generator.next() == row.next, "\(row)")
    }
    for row in try DistributionStream.all("weighted") {
      var generator = row.generator
      let chosen = generator.choice(
        Int(row.parameters[0]), probabilities: Array(row.parameters.dropFirst(2)),
        replacing: row.parameters[1] == 1)
      #expect(chosen.map { Double($0) } == row.numbers, "\(row)")
      #expect(generator.next() == row.next, "\(row)")
    }
  }

  @Test func `draws of all kinds in turn`() throws {
    let rows = try DistributionStream.all("mixed")
    #expect(rows.count >= 10)
    for row in rows {
      var generator = row.generator
      for start in stride(from: 0, to: row.numbers.count, by: 23) {
        let values = Self.mixture(&generator)
        try #require(values.count == 23)
        for (value, expected) in zip(values, row.numbers[start...]) {
          #expect((value - expected).magnitude <= 1e-15 * max(1, expected.magnitude), "\(row)")
        }
      }
      #expect(generator.next() == row.next, "\(row)")
    }
  }

  private static func mixture(_ generator: inout PCG64) -> [Double] {
    [
      Double(generator.integer(0, 10)), generator.beta(0.5, 0.5), Double(generator.poisson(rate: 3)),
      Double(generator.integer(0, 1 << 40)), generator.standardGamma(shape: 0.3),
      Double(generator.binomial(trials: 100, probability: 0.4)), Double(generator.integer(-5, 6)),
      generator.studentT(degreesOfFreedom: 5), Double(generator.geometric(probability: 0.2)),
      generator.laplace(location: 0, scale: 1), Double(generator.poisson(rate: 40)), generator.standardCauchy(),
      Double(generator.integer(0, 3)), generator.gumbel(location: 0, scale: 1), generator.beta(2, 3),
      Double(generator.binomial(trials: 10, probability: 0.6)), generator.weibull(shape: 1.5),
      Double(generator.integer(0, 1 << 32)), generator.triangular(low: 0, mode: 0.3, high: 1),
      Double(generator.geometric(probability: 0.6)), generator.logistic(location: 0, scale: 1),
      generator.standardGamma(shape: 2.5), generator.lognormal(mean: 0, stddev: 1),
    ]
  }
}
