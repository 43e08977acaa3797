import ElementaryFunctions
import Vocabulary

/// The normal distribution that the sum of n independent draws tends to, and how far off it is.
public struct CentralLimit: Record {
  public let normal: Normal
  /// The largest distance between the distribution functions of the sum and of the normal, and where; nil where the
  /// sum's is not known.
  public let distance: (size: Double, position: Double)?
  /// What the distance cannot exceed: 0.4748 E|X - mean|³ / (stddev³ √n); 1 where that is more.
  public let bound: Double

  /// Throws where the variance is not finite or 0.
  public init(
    _ distribution: any Distribution, draws n: Int, _ interruption: Interruption = Interruption()
  ) throws(Failure) {
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
      distribution.skewness.isNaN
      ? .infinity : try Self.absoluteThirdMoment(of: distribution, around: distribution.mean, interruption)
    bound = min(1, 0.4748 * third / (variance * variance.squareRoot() * count.squareRoot()))
    let sum = try? distribution.sum(ofDraws: n)
    let limit = normal
    distance = try sum.flatMap { (sum) throws(Failure) in try Self.distance(of: sum, from: limit, interruption) }
  }

  public var kind: String { "central limit" }
  public static let fields: [Field<CentralLimit>] = [
    Field("normal", "the normal distribution that the sum tends to") { Value.object(RandomVariable($0.normal)) },
    Field(
      "distance", "the largest distance of the cdfs of both", only: "where the distribution of the sum is known",
      as: .digits(3)
    ) { $0.distance?.size },
    Field("at", "where that is", only: "where the distribution of the sum is known", as: .digits(3)) {
      $0.distance?.position
    },
    Field("bound", "the bound of Berry and Esseen, which the distance cannot exceed", as: .digits(3)) { $0.bound },
  ]

  public var display: Display {
    normal.display + "\n" + Display(list(["distance", "at", "bound"]))
      + (distance == nil ? "\n  the distribution of the sum is not known" : "")
  }

  /// E|X - c|³.
  private static func absoluteThirdMoment(
    of distribution: any Distribution, around c: Double, _ interruption: Interruption
  ) throws(Failure) -> Double {
    func cube(_ x: Double) -> Double { (x - c).magnitude * (x - c).magnitude * (x - c).magnitude }
    if let image = distribution as? AffineImage {
      let scale = image.map.scale.magnitude
      let centre = (c - image.map.shift) / image.map.scale
      return try scale * scale * scale * absoluteThirdMoment(of: image.origin, around: centre, interruption)
    }
    if let table = MassTable(distribution) {
      return zip(table.values, table.masses).reduce(0) { $0 + $1.1 * cube($1.0) }
    }
    if let mixture = distribution as? Mixture {
      var sum = 0.0
      for (component, weight) in zip(mixture.components, mixture.probabilities) where weight > 0 {
        sum += try weight * absoluteThirdMoment(of: component, around: c, interruption)
      }
      return sum
    }
    guard (try? distribution.requireProbabilities()) != nil else { return .infinity }
    if distribution is IndependentSum {
      let moment = try distribution.expectation(kinks: [c], interruption, of: cube)
      return moment.isNaN ? .infinity : moment
    }
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
  private static func distance(
    of sum: any Distribution, from normal: Normal, _ interruption: Interruption
  ) throws(Failure) -> (size: Double, position: Double)? {
    guard (try? sum.requireProbabilities()) != nil else { return nil }
    let cumulative = try sum.quickCumulative(interruption)
    func position(_ z: Double) -> Double { normal.mean + z * normal.standardDeviation }
    var largest = (size: 0.0, position: normal.mean)
    func look(at x: Double) {
      let size = (cumulative(x) - normal.cumulative(x)).magnitude
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
    for z in stride(from: -6.0, through: 6, by: 0.125) {
      try interruption.check()
      look(at: position(z))
    }
    var step = 0.0625
    while step > 1e-5 {
      try interruption.check()
      let centre = largest.position
      look(at: centre - step * normal.standardDeviation)
      look(at: centre + step * normal.standardDeviation)
      if largest.position == centre { step /= 2 }
    }
    return largest
  }
}

extension Distribution {
  /// The distribution function, of a sum without a closed form out of a table where one can be made.
  fileprivate func quickCumulative(_ interruption: Interruption) throws(Failure) -> (Double) -> Double {
    if let sum = self as? IndependentSum, let cumulative = try sum.convolution.tabulatedCumulative(interruption) {
      return cumulative
    }
    if let image = self as? AffineImage, image.map.scale == 1, let sum = image.origin as? IndependentSum,
      let cumulative = try sum.convolution.tabulatedCumulative(interruption)
    {
      return { cumulative($0 - image.map.shift) }
    }
    return { cumulative($0) }
  }
}
