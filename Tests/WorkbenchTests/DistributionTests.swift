import Probability
import TestSupport
import Testing
import Vocabulary
import Workbench

/// Distributions against SciPy and mpmath, and by laws that hold for each of the catalog.
@Suite struct DistributionTests {
  static let rows: [[String]] = (try? References.text("distributions/distributions.csv").lines.dropFirst().filter {
    !$0.isEmpty
  }.map { $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init) }) ?? []

  static let cases = rows.map { $0[0] }.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }

  private static func distribution(_ text: String) throws -> any Distribution {
    var session = Session()
    guard case .object(let object) = try #require(session.run(text).results.first).value else {
      throw References.Unreadable(path: text)
    }
    return try #require(object as? any Distribution)
  }

  @Test func `every distribution has references`() {
    let names = Set(Self.cases.map { String($0.prefix { $0 != "(" }) })
    #expect(names == Set(distributions.names))
  }

  @Test(arguments: cases)
  func `agrees with the references`(_ text: String) throws {
    let distribution = try Self.distribution(text)
    for row in Self.rows where row[0] == text {
      let (x, expected) = (References.double(row[2]), References.double(row[3]))
      let value =
        switch row[1] {
        case "pdf": distribution.density(x)
        case "cdf": distribution.cumulative(x)
        case "sf": distribution.survival(x)
        case "quantile": distribution.quantile(x)
        case "mean": distribution.mean
        default: distribution.variance
        }
      // A mean or quantile near 0 is as exact as its distance from the rest of the distribution allows.
      let isPlace = row[1] == "mean" || row[1] == "quantile"
      let tolerance = 1e-12 * max(expected.magnitude, isPlace ? distribution.standardDeviation : 0)
      #expect((value - expected).magnitude <= tolerance, "\(row[1])(\(x)) is \(value), not \(expected)")
    }
  }

  @Test(arguments: cases)
  func `laws`(_ text: String) throws {
    let distribution = try Self.distribution(text)
    let points = Self.rows.filter { $0[0] == text && $0[1] == "cdf" }.map { References.double($0[2]) }.sorted()
    let shares = points.map { distribution.cumulative($0) }
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(distribution.cumulative(-.infinity) == 0)
    #expect(distribution.cumulative(.infinity) == 1)
    #expect(distribution.survival(-.infinity) == 1)
    #expect(distribution.survival(.infinity) == 0)
    for share in stride(from: 0.05, to: 1, by: 0.05) where distribution.variance > 0 {
      #expect((distribution.cumulative(distribution.quantile(share)) - share).magnitude < 1e-13)
    }
    #expect(distribution.quantile(0) == distribution.support.lowerBound)
    #expect(distribution.quantile(1) == distribution.support.upperBound)
  }

  /// The mean and variance of many draws are within five standard errors of the law's, and the draws follow the
  /// distribution function (Kolmogorov and Smirnov, far beyond the 0.1 % level).
  @Test(arguments: cases)
  func `draws follow the law`(_ text: String) throws {
    let distribution = try Self.distribution(text)
    var generator = PCG64(seed: 7)
    let count = 20_000
    let draws = (0..<count).map { _ in distribution.sample(using: &generator) }.sorted()
    let moments = Moments(of: draws)
    #expect((moments.mean - distribution.mean).magnitude <= 5 * (distribution.variance / Double(count)).squareRoot())
    #expect((moments.variance - distribution.variance).magnitude <= 0.1 * distribution.variance)
    #expect(draws.allSatisfy { distribution.support.contains($0) })
    guard distribution.variance > 0 else { return }
    let distance = draws.enumerated().map { index, x in
      let share = distribution.cumulative(x)
      return max((share - Double(index) / Double(count)).magnitude, (Double(index + 1) / Double(count) - share).magnitude)
    }.max() ?? 1
    #expect(distance < 2.2 / Double(count).squareRoot())
  }

  /// Keras's formulas (keras.initializers, VarianceScaling): the standard deviation and the bounds.
  @Test func `initializers have Keras's bounds and deviations`() throws {
    for (inputs, outputs) in [(250, 100), (1, 1), (784, 10), (3, 5000)] {
      let (i, o) = (Double(inputs), Double(outputs))
      let deviations = [
        "glorot_uniform": (2 / (i + o)).squareRoot(), "glorot_normal": (2 / (i + o)).squareRoot(),
        "he_uniform": (2 / i).squareRoot(), "he_normal": (2 / i).squareRoot(), "lecun_normal": (1 / i).squareRoot(),
        "zeros": 0, "random_normal": 0.05,
      ]
      #expect(Set(deviations.keys) == Set(initializers.names))
      for (name, deviation) in deviations {
        let initializer = try #require(initializers[name]).makeStandard()
        let distribution = try initializer.distribution(fanIn: inputs, fanOut: outputs)
        #expect((distribution.standardDeviation - deviation).magnitude <= 1e-12 * deviation, "\(name)")
        if name.hasSuffix("uniform") {
          #expect((distribution.support.upperBound - 3.squareRoot() * deviation).magnitude <= 1e-12 * deviation)
        } else if ["glorot_normal", "he_normal", "lecun_normal"].contains(name) {
          let bound = 2 * deviation / 0.87962566103423978
          #expect((distribution.support.upperBound - bound).magnitude <= 1e-12 * bound)
        }
      }
    }
  }
}
