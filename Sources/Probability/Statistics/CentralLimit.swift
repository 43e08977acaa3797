import ElementaryFunctions
import Vocabulary

/// The normal distribution that the sum of n independent draws tends to, and how far off it is.
public struct CentralLimit: Object {
  public let normal: Normal
  /// The largest distance between the distribution functions of the sum and of the normal, and where; nil where the
  /// sum's is not known.
  public let distance: (size: Double, position: Double)?
  /// What the distance cannot exceed: 0.4748 E|X - mean|³ / (stddev³ √n); 1 where that is more.
  public let bound: Double

  /// Throws where the variance is not finite or 0.
  public init(_ distribution: any Distribution, draws n: Int) throws(Failure) {
    let distribution = distribution.marginal
    let variance = distribution.variance
    guard variance.isFinite, distribution.mean.isFinite else {
      throw Failure(
        .argument, "the central limit theorem needs a finite variance, and \(distribution.name) has none",
        hint: "sums of its draws do not tend to a normal distribution")
    }
    guard variance > 0 else {
      throw Failure(
        .argument,
        "the central limit theorem needs a variance > 0, and all draws of this \(distribution.name) are equal")
    }
    let count = Double(n)
    normal = try Normal(mean: count * distribution.mean, stddev: (count * variance).squareRoot()).checked(
      "mean", "stddev")
    let third =
      distribution.skewness.isNaN ? .infinity : Self.absoluteThirdMoment(of: distribution, around: distribution.mean)
    bound = min(1, 0.4748 * third / (variance * variance.squareRoot() * count.squareRoot()))
    let sum = try? distribution.sum(ofDraws: n)
    let limit = normal
    distance = sum.flatMap { Self.distance(of: $0, from: limit) }
  }

  public var kind: String { "central limit" }
  public var properties: [Property] {
    var properties = [Property("normal", .object(normal)), Property("bound", .number(bound))]
    if let distance { properties.append(Property("distance", .number(distance.size))) }
    return properties
  }

  public var display: Display {
    var table = Table([Table.Column("", .left), Table.Column("", .left)])
    table.add([
      "largest distance of the cdfs",
      distance.map { "\(Display($0.size, digits: 3)) at \(Display($0.position, digits: 3))" } ?? "not known",
    ])
    table.add(["Berry-Esseen bound", Display(bound, digits: 3)])
    return normal.display + "\n" + Display(table)
  }

  /// E|X - c|³.
  private static func absoluteThirdMoment(of distribution: any Distribution, around c: Double) -> Double {
    func cube(_ x: Double) -> Double { (x - c).magnitude * (x - c).magnitude * (x - c).magnitude }
    if let image = distribution as? AffineImage {
      let scale = image.map.scale.magnitude
      return scale * scale * scale
        * absoluteThirdMoment(of: image.origin, around: (c - image.map.shift) / image.map.scale)
    }
    if let table = MassTable(distribution) {
      return zip(table.values, table.masses).reduce(0) { $0 + $1.1 * cube($1.0) }
    }
    if let mixture = distribution as? Mixture {
      return zip(mixture.components, mixture.probabilities).reduce(0) { sum, part in
        sum + (part.1 > 0 ? part.1 * absoluteThirdMoment(of: part.0, around: c) : 0)
      }
    }
    guard (try? distribution.requireProbabilities()) != nil else { return .infinity }
    let middle = QuantileLevel(lower: distribution.cumulative(c), upper: distribution.survival(c))
    return QuantileIntegral.value(from: QuantileLevel(lower: 0, upper: 1), to: middle) {
      cube($0.quantile(of: distribution))
    }
      + QuantileIntegral.value(from: middle, to: QuantileLevel(lower: 1, upper: 0)) {
        cube($0.quantile(of: distribution))
      }
  }

  /// Over 6 standard deviations to both sides, then nearer around the largest; of a discrete distribution on both sides
  /// of its jumps.
  private static func distance(of sum: any Distribution, from normal: Normal) -> (size: Double, position: Double)? {
    guard (try? sum.requireProbabilities()) != nil else { return nil }
    func position(_ z: Double) -> Double { normal.mean + z * normal.standardDeviation }
    var largest = (size: 0.0, position: normal.mean)
    func look(at x: Double) {
      let size = (sum.cumulative(x) - normal.cumulative(x)).magnitude
      if size > largest.size { largest = (size, x) }
    }
    if sum.isDiscrete {
      // Of a distribution of too many values, those nearest to a grid.
      let isCounting = sum is any CountingDistribution
      let grid = stride(from: -6, through: 6, by: 0.01).lazy.map { z in
        isCounting ? position(z).rounded() : sum.quantile(normal.cumulative(position(z)))
      }
      for x in MassTable(sum)?.values ?? Array(grid) {
        look(at: x)
        let before = (sum.cumulative(x) - sum.pointMass(x) - normal.cumulative(x)).magnitude
        if before > largest.size { largest = (before, x) }
      }
      return largest
    }
    for z in stride(from: -6.0, through: 6, by: 0.125) { look(at: position(z)) }
    var step = 0.0625
    while step > 1e-5 {
      let centre = largest.position
      look(at: centre - step * normal.standardDeviation)
      look(at: centre + step * normal.standardDeviation)
      if largest.position == centre { step /= 2 }
    }
    return largest
  }
}
