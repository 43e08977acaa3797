import Probability
import TestSupport

/// One row of random/distributions.csv: what NumPy draws from one distribution, and the next word of its stream.
struct DistributionStream: CustomStringConvertible {
  let kind: String
  /// A seed, or a state and an increment.
  let start: String
  let parameters: [Double]
  let numbers: [Double]
  let next: UInt64
  var description: String { "\(kind)(\(parameters)) of \(start)" }

  var isCount: Bool { ["poisson", "binomial", "geometric"].contains(kind) }
  var isFillable: Bool { !["mixed", "choice", "weighted"].contains(kind) }

  /// Whether the values come about by additions, multiplications, divisions and roots alone.
  var isArithmetic: Bool {
    switch kind {
    case "standard_gamma", "gamma": parameters[0] >= 1 || parameters[0] == 0
    case "chisquare", "standard_t": parameters[0] >= 2
    case "beta": parameters.max() ?? 0 > 1 && parameters.min() ?? 0 >= 1
    case "laplace", "logistic", "gumbel", "weibull", "lognormal": false
    default: true
    }
  }

  /// The size of what may cancel in a value, so that the last place of that, not of the value, is uncertain: the
  /// location, and the logarithm within Gumbel's.
  var cancellation: Double {
    switch kind {
    case "laplace", "logistic": parameters[0].magnitude
    case "gumbel": max(parameters[0].magnitude, parameters[1])
    default: 0
    }
  }

  static func all() throws -> [DistributionStream] {
    try References.rows("random/distributions.csv").map { row in
      let numbers = row[3].split(separator: " ").map(String.init)
      let kind = row[0].split(separator: " ").last.map(String.init) ?? ""
      return DistributionStream(
        kind: row[0], start: row[1],
        parameters: row[2].split(separator: " ").compactMap { Double($0) },
        numbers: numbers.enumerated().compactMap { index, text in
          let isCount = kind == "mixed" ? mixedCounts.contains(index % 23) : counts.contains(kind)
          return isCount ? Double(text) : UInt64(text, radix: 16).map { Double(bitPattern: $0) }
        }, next: UInt64(row[4], radix: 16) ?? 0)
    }
  }

  static func all(_ kind: String) throws -> [DistributionStream] { try all().filter { $0.kind == kind } }

  /// The rows of long streams, by the names of their distributions.
  static func all(prefix: String) throws -> [DistributionStream] {
    try all().filter { $0.kind.hasPrefix(prefix) }.map {
      DistributionStream(
        kind: String($0.kind.dropFirst(prefix.count)), start: $0.start, parameters: $0.parameters, numbers: $0.numbers,
        next: $0.next)
    }
  }

  private static let counts: Set = ["poisson", "binomial", "geometric", "choice", "weighted"]
  private static let mixedCounts: Set = [0, 2, 3, 5, 6, 8, 10, 12, 15, 17, 19]

  /// The generator at the start of the row.
  var generator: PCG64 {
    let parts = start.split(separator: ":").compactMap { UInt128($0, radix: 16) }
    return parts.count == 2
      ? PCG64(state: parts[0], increment: parts[1]) : PCG64(seed: UInt64(start) ?? 0)
  }

  /// As many draws as the row has.
  func draws() -> [Double] {
    var generator = generator
    return draws(using: &generator)
  }

  func draws(using generator: inout PCG64) -> [Double] {
    switch kind {
    case "choice":
      return generator.choice(Int(parameters[0]), of: Int(parameters[1]), replacing: parameters[2] == 1)
        .map { Double($0) }
    case "weighted":
      return generator.choice(
        Int(parameters[0]), probabilities: Array(parameters.dropFirst(2)), replacing: parameters[1] == 1
      ).map { Double($0) }
    default: return numbers.map { _ in draw(using: &generator) }
    }
  }

  func draw(using generator: inout PCG64) -> Double {
    let p = parameters
    switch kind {
    case "exponential": return generator.exponential(scale: p[0])
    case "normal": return generator.normal(mean: p[0], stddev: p[1])
    case "standard_gamma": return generator.standardGamma(shape: p[0])
    case "gamma": return generator.gamma(shape: p[0], scale: p[1])
    case "chisquare": return generator.chiSquare(degreesOfFreedom: p[0])
    case "standard_t": return generator.studentT(degreesOfFreedom: p[0])
    case "standard_cauchy": return generator.standardCauchy()
    case "beta": return generator.beta(p[0], p[1])
    case "laplace": return generator.laplace(location: p[0], scale: p[1])
    case "logistic": return generator.logistic(location: p[0], scale: p[1])
    case "gumbel": return generator.gumbel(location: p[0], scale: p[1])
    case "weibull": return generator.weibull(shape: p[0])
    case "lognormal": return generator.lognormal(mean: p[0], stddev: p[1])
    case "triangular": return generator.triangular(low: p[0], mode: p[1], high: p[2])
    case "poisson": return Double(generator.poisson(rate: p[0]))
    case "binomial": return Double(generator.binomial(trials: Int(p[0]), probability: p[1]))
    case "geometric": return Double(generator.geometric(probability: p[0]))
    default: return .nan
    }
  }

  func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    let p = parameters
    switch kind {
    case "exponential": generator.fillExponential(buffer, scale: p[0])
    case "normal": generator.fillNormal(buffer, mean: p[0], stddev: p[1])
    case "standard_gamma": generator.fillGamma(buffer, shape: p[0])
    case "gamma": generator.fillGamma(buffer, shape: p[0], scale: p[1])
    case "chisquare": generator.fillChiSquare(buffer, degreesOfFreedom: p[0])
    case "standard_t": generator.fillStudentT(buffer, degreesOfFreedom: p[0])
    case "standard_cauchy": generator.fillCauchy(buffer)
    case "beta": generator.fillBeta(buffer, p[0], p[1])
    case "laplace": generator.fillLaplace(buffer, location: p[0], scale: p[1])
    case "logistic": generator.fillLogistic(buffer, location: p[0], scale: p[1])
    case "gumbel": generator.fillGumbel(buffer, location: p[0], scale: p[1])
    case "weibull": generator.fillWeibull(buffer, shape: p[0])
    case "lognormal": generator.fillLognormal(buffer, mean: p[0], stddev: p[1])
    case "triangular": generator.fillTriangular(buffer, low: p[0], mode: p[1], high: p[2])
    case "poisson": generator.fillPoisson(buffer, rate: p[0])
    case "binomial": generator.fillBinomial(buffer, trials: Int(p[0]), probability: p[1])
    case "geometric": generator.fillGeometric(buffer, probability: p[0])
    default: break
    }
  }
}
