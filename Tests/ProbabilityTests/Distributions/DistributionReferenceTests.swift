import Probability
import Testing
import Vocabulary

/// Every distribution against mpmath and SciPy, in the far tails too.
@Suite struct DistributionReferenceTests {
  @Test func `every distribution has references enough`() {
    #expect(Set(DistributionCase.all.map(\.name)) == Set(distributions.names))
    for reference in DistributionCase.all {
      for function in ["pdf", "cdf", "sf", "mass", "quantile"] {
        #expect(reference.rows.count { $0.function == function } >= 25, "\(reference.testDescription) \(function)")
      }
      #expect(reference.rows.count { $0.function == "mean" || $0.function == "var" } == 2)
      guard reference.name != "constant" else { continue }
      for function in ["skewness", "kurtosis"] + (reference.name == "mixture" ? [] : ["entropy"]) {
        #expect(reference.rows.count { $0.function == function } == 1, "\(reference.testDescription) \(function)")
      }
      guard !["normal", "uniform", "truncated_normal"].contains(reference.name) else { continue }
      #expect(reference.rows.count { $0.function == "log_pdf" } >= 25)
      for function in ["median"] + (reference.name == "mixture" ? [] : ["mode"]) {
        #expect(reference.rows.count { $0.function == function } == 1, "\(reference.testDescription) \(function)")
      }
    }
  }

  @Test(arguments: DistributionCase.all)
  func `densities and probabilities to 12 digits`(_ reference: DistributionCase) throws {
    let distribution = try reference.distribution()
    for row in reference.rows {
      let value: Double
      switch row.function {
      case "pdf": value = distribution.density(row.arguments[0])
      case "log_pdf":
        value = distribution.logDensity(row.arguments[0])
        let tolerance = 1e-12 * max(1, row.result.magnitude)
        #expect(
          value == row.result || (value - row.result).magnitude <= tolerance,
          "log_pdf\(row.arguments) is \(value), not \(row.result)")
        continue
      case "cdf": value = distribution.cumulative(row.arguments[0])
      case "sf": value = distribution.survival(row.arguments[0])
      case "mass": value = distribution.probability(from: row.arguments[0], to: row.arguments[1])
      default: continue
      }
      // A subnormal result has lost digits.
      let tolerance = 1e-12 * max(row.result, Double.leastNormalMagnitude)
      #expect(
        value == row.result || (value - row.result).magnitude <= tolerance,
        "\(row.function)\(row.arguments) is \(value), not \(row.result)")
    }
  }

  /// A place is as exact as its distance from the rest of the distribution and its own rounding allow.
  @Test(arguments: DistributionCase.all)
  func `quantiles and moments`(_ reference: DistributionCase) throws {
    let distribution = try reference.distribution()
    for row in reference.rows {
      let value: Double
      var tolerance = 4 * row.result.ulp + 1e-13 * distribution.standardDeviation
      // Down to 0 every digit counts; where there is no variance, the quartiles measure the width.
      if distribution.support.lowerBound == 0, row.result > 0 {
        tolerance = 1e-12 * row.result + .leastNonzeroMagnitude
      }
      // Tails that fall as powers reach numbers of any size.
      if ["student_t", "cauchy"].contains(reference.name) { tolerance = max(tolerance, 1e-12 * row.result.magnitude) }
      if !tolerance.isFinite { tolerance = 1e-12 * max(row.result.magnitude, distribution.quantile(0.75)) }
      switch row.function {
      case "quantile": value = distribution.quantile(row.arguments[0])
      case "upper": value = distribution.upperQuantile(row.arguments[0])
      case "median": value = distribution.median
      case "mode": value = try #require(distribution.mode)
      case "skewness", "kurtosis", "entropy":
        value =
          row.function == "skewness"
          ? distribution.skewness
          : row.function == "kurtosis" ? distribution.kurtosis : try #require(distribution.entropy)
        tolerance = 1e-12 * max(1, row.result.magnitude)
      case "mean": value = distribution.mean
      case "var":
        value = distribution.variance
        tolerance = 1e-12 * row.result
      default: continue
      }
      #expect(
        value == row.result || (value.isNaN && row.result.isNaN) || (value - row.result).magnitude <= tolerance,
        "\(row.function)\(row.arguments) is \(value), not \(row.result)")
    }
  }

  @Test func `quantiles of the standard normal to 14 digits, near 0 too`() throws {
    let standard = try #require(DistributionCase.all.first { $0.name == "normal" && $0.parameters == [0, 1] })
    let distribution = try standard.distribution()
    for row in standard.rows where row.function == "quantile" {
      let value = distribution.quantile(row.arguments[0])
      #expect(
        (value - row.result).magnitude <= 1e-14 * row.result.magnitude, "\(row.arguments): \(value), \(row.result)")
    }
  }
}
