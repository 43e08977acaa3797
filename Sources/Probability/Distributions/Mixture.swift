import ElementaryFunctions
import Vocabulary

/// A draw from one of several distributions, chosen by chance.
public struct Mixture: Distribution {
  public let components: [any Distribution]
  private let choice: Categorical

  /// As many probabilities with sum 1 as components, at least one.
  init(_ components: [any Distribution], _ probabilities: [Double]) {
    self.components = components
    choice = Categorical(probabilities: probabilities)
  }

  public static let declaration = Declaration<any Distribution>(
    "mixture", "A draw from one of several distributions, chosen by chance.",
    Parameter("distributions", .distributionList, "the distributions"),
    Parameter("p", .probabilities, "the probability of each"),
    documentation: Documentation(
      formula: "pdf(x) = p[0] × pdf(d[0], x) + p[1] × pdf(d[1], x) + …",
      notes:
        "A draw takes one uniform number for the choice, then a draw from the chosen one. With a constant among them "
        + "the density there is ∞.",
      examples: [Example("var(mixture([normal(-1, 1), normal(1, 1)], [0.5, 0.5]))", gives: "2")],
      seeAlso: ["categorical"])
  ) { (components, p) throws(Failure) in
    guard components.count == p.count else {
      throw Failure(
        .argument, "p must be as many probabilities as there are distributions, \(components.count), not \(p.count)",
        about: .argument("p"))
    }
    return Mixture(components, p)
  }

  public var name: String { "mixture" }
  public var properties: [Property] {
    [Property("distributions", .list(components.map { .object($0) })), Property("p", .vector(choice.probabilities))]
  }

  var probabilities: [Double] { choice.probabilities }

  private var parts: [(distribution: any Distribution, weight: Double)] {
    Array(zip(components, choice.probabilities)).filter { $0.1 > 0 }.map { (distribution: $0.0, weight: $0.1) }
  }

  private func average(_ query: (any Distribution) -> Double) -> Double {
    var sum = CompensatedSum()
    for part in parts { sum.add(part.weight * query(part.distribution)) }
    return sum.value
  }

  /// Whether some single values have a probability.
  var hasPoints: Bool {
    parts.contains { $0.distribution.isDiscrete || ($0.distribution as? Mixture)?.hasPoints == true }
  }
  public var isDiscrete: Bool { parts.allSatisfy(\.distribution.isDiscrete) }
  public var mean: Double { average(\.mean) }
  public var variance: Double { CentralMoments(of: parts).second }
  public var skewness: Double {
    let moments = CentralMoments(of: parts)
    return moments.third / (moments.second * moments.second.squareRoot())
  }
  public var kurtosis: Double {
    let moments = CentralMoments(of: parts)
    return moments.fourth / (moments.second * moments.second) - 3
  }
  public var support: ClosedRange<Double> {
    let supports = parts.map(\.distribution.support)
    return (supports.map(\.lowerBound).min() ?? 0)...(supports.map(\.upperBound).max() ?? 0)
  }
  public var kinks: [Double] {
    let all = parts.flatMap {
      $0.distribution.kinks + [$0.distribution.support.lowerBound, $0.distribution.support.upperBound]
    }
    return Array(Set(all.filter(\.isFinite))).sorted()
  }

  public func requireProbabilities() throws(Failure) {
    for component in components { try component.requireProbabilities() }
  }

  public func density(_ x: Double) -> Double {
    if isDiscrete { return average { $0.density(x) } }
    if parts.contains(where: { $0.distribution.isDiscrete && $0.distribution.pointMass(x) > 0 }) { return .infinity }
    return average { $0.isDiscrete ? x.isNaN ? x : 0 : $0.density(x) }
  }

  public func logDensity(_ x: Double) -> Double {
    let logs = parts.map {
      log($0.weight) + ($0.distribution.isDiscrete == isDiscrete ? $0.distribution.logDensity(x) : -.infinity)
    }
    guard let most = logs.max(), most.isFinite, density(x).isFinite else { return log(density(x)) }
    return most + log(logs.reduce(0) { $0 + exp($1 - most) })
  }

  public func cumulative(_ x: Double) -> Double { x.isNaN ? x : min(1, average { $0.cumulative(x) }) }
  public func survival(_ x: Double) -> Double { x.isNaN ? x : min(1, average { $0.survival(x) }) }
  public func pointMass(_ x: Double) -> Double { average { $0.pointMass(x) } }

  public func probability(from lower: Double, to upper: Double) -> Double {
    lower.isNaN || upper.isNaN ? .nan : min(1, average { $0.probability(from: lower, to: upper) })
  }

  public func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    if p == 0 { return support.lowerBound }
    if p == 1 { return support.upperBound }
    let quantiles = parts.map { $0.distribution.quantile(p) }
    if !hasPoints {
      // Of a symmetric mixture the middle is 0, not a rounding of it.
      if (cumulative(0) - p).magnitude <= 0x1p-53 { return 0 }
      return ContinuousQuantile.lower(p, of: self, near: quantiles.reduce(0, +) / Double(quantiles.count))
    }
    return MonotoneSearch.smallest(from: quantiles.min() ?? 0, to: quantiles.max() ?? 0) { x in
      p <= 0.5 ? cumulative(x) >= p * (1 - 1e-15) : survival(x) <= (1 - p) * (1 + 1e-15)
    }
  }

  public func upperQuantile(_ q: Double) -> Double {
    guard q >= 0, q <= 1 else { return .nan }
    if q == 0 { return support.upperBound }
    if q == 1 { return support.lowerBound }
    let quantiles = parts.map { $0.distribution.upperQuantile(q) }
    if !hasPoints {
      return ContinuousQuantile.upper(q, of: self, near: quantiles.reduce(0, +) / Double(quantiles.count))
    }
    return MonotoneSearch.largest(from: quantiles.min() ?? 0, to: quantiles.max() ?? 0) { x in
      let reached = q <= 0.5 ? survival(x) + pointMass(x) >= q * (1 - 1e-15) : cumulative(x) - pointMass(x) <= 1 - q
      return reached
    }
  }

  public func sample(using generator: inout PCG64) -> Double {
    components[choice.index(using: &generator)].sample(using: &generator)
  }

  public func affine(scale: Double, shift: Double) throws(Failure) -> any Distribution {
    var images: [any Distribution] = []
    for component in components { images.append(try component.affine(scale: scale, shift: shift)) }
    return Mixture(images, choice.probabilities)
  }

  /// Adds to each component where each has a closed form.
  public func adding(_ other: any Distribution) throws(Failure) -> (any Distribution)? {
    guard !(other is Mixture), !(other is Constant) else { return nil }
    var sums: [any Distribution] = []
    for component in components {
      guard let sum = try component.closedSum(with: other) else { return nil }
      sums.append(sum)
    }
    return Mixture(sums, choice.probabilities)
  }
}

/// The central moments of a mixture, from those of its parts.
private struct CentralMoments {
  var second = 0.0
  var third = 0.0
  var fourth = 0.0

  init(of parts: [(distribution: any Distribution, weight: Double)]) {
    let mean = parts.reduce(0) { $0 + $1.weight * $1.distribution.mean }
    for (distribution, weight) in parts {
      let variance = distribution.variance
      let distance = distribution.mean - mean
      let ownThird = variance == 0 ? 0 : distribution.skewness * variance * variance.squareRoot()
      let ownFourth = variance == 0 ? 0 : (distribution.kurtosis + 3) * variance * variance
      let square = distance * distance
      second += weight * (variance + square)
      third += weight * (ownThird + 3 * distance * variance + square * distance)
      fourth += weight * (ownFourth + 4 * distance * ownThird + 6 * square * variance + square * square)
    }
  }
}

extension Kind where Output == [any Distribution] {
  /// A list of distributions.
  static let distributionList: Kind<[any Distribution]> = Kind(
    "a list of distributions", .list(of: .object("distribution"))
  ) { (value) throws(Failure) in
    guard case .list(let values) = value, !values.isEmpty else { return nil }
    var components: [any Distribution] = []
    for value in values {
      guard let component = try Kind<any Distribution>.distribution.read(value) else { return nil }
      components.append(component.marginal)
    }
    return components
  }
}
