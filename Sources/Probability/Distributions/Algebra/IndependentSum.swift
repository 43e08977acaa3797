import ElementaryFunctions
import Vocabulary

/// The sum of independent draws whose distribution has no name: moments and draws are exact, probabilities computed.
public struct IndependentSum: Distribution {
  /// So many independent draws from one distribution.
  struct Term: Sendable {
    let distribution: any Distribution
    var count: Int
  }

  /// The most draws of one distribution; each draw of the sum takes as many.
  static let mostDraws = 1_000_000

  let terms: [Term]
  private let convolution: Convolution

  /// Puts together what has a closed form or is the same distribution.
  static func of(_ terms: [Term]) throws(Failure) -> any Distribution {
    var shift = 0.0
    var merged: [Term] = []
    for term in terms {
      var rest = term
      if let image = term.distribution as? AffineImage, image.map.shift != 0 {
        shift += Double(term.count) * image.map.shift
        rest = Term(distribution: try AffineImage.of(image.origin, scale: image.map.scale, shift: 0), count: term.count)
      }
      if let constant = rest.distribution as? Constant {
        shift += Double(rest.count) * constant.value
      } else if rest.count == 1, let (index, sum) = try closed(rest.distribution, with: merged) {
        merged[index] = Term(distribution: sum, count: 1)
      } else if let index = merged.firstIndex(where: { $0.distribution.isSame(as: rest.distribution) }) {
        let (count, overflows) = merged[index].count.addingReportingOverflow(rest.count)
        guard !overflows else { throw Failure(.argument, "so many draws cannot be added") }
        merged[index].count = count
      } else {
        merged.append(rest)
      }
    }
    guard shift.isFinite else {
      throw Failure(.argument, "the sum overflows: its parameters are not finite")
    }
    if let many = merged.first(where: { $0.count > mostDraws }) {
      throw Failure(
        .limit,
        "the sum of \(many.count) draws from \(many.distribution.name) has no closed form, and is made of at most 10⁶",
        hint: "for so many it is near a normal: see clt(d, n)")
    }
    if merged.isEmpty { return Constant(shift) }
    if merged.count == 1, merged[0].count == 1 { return try merged[0].distribution.affine(scale: 1, shift: shift) }
    let sum = IndependentSum(terms: merged, convolution: Convolution(merged))
    return try AffineImage.of(sum, scale: 1, shift: shift)
  }

  private static func closed(
    _ distribution: any Distribution, with terms: [Term]
  ) throws(Failure) -> (Int, any Distribution)? {
    for (index, term) in terms.enumerated() where term.count == 1 {
      if let sum = try term.distribution.closedSum(with: distribution) { return (index, sum) }
    }
    return nil
  }

  /// The distribution as terms of a sum.
  static func terms(of distribution: any Distribution) -> [Term] {
    if let sum = distribution as? IndependentSum { return sum.terms }
    if let image = distribution as? AffineImage, let sum = image.origin as? IndependentSum, image.map.scale == 1 {
      return sum.terms + [Term(distribution: Constant(image.map.shift), count: 1)]
    }
    return [Term(distribution: distribution, count: 1)]
  }

  public var name: String { "sum" }
  public var properties: [Property] {
    [
      Property("terms", .list(terms.map { .object($0.distribution) })),
      Property("counts", .vector(terms.map { Double($0.count) })),
    ]
  }

  public var display: Display {
    terms.enumerated().reduce(Display()) { display, term in
      let (index, part) = (term.offset, term.element)
      if part.count > 1 {
        return display + (index == 0 ? "sum(" : " + sum(") + part.distribution.display + ", \(part.count))"
      }
      if index > 0, let image = part.distribution as? AffineImage, image.map.scale < 0, image.map.shift == 0,
        let positive = try? AffineImage.of(image.origin, scale: -image.map.scale, shift: 0)
      {
        return display + " - " + positive.display
      }
      return display + (index == 0 ? "" : " + ") + part.distribution.display
    }
  }

  private func total(_ query: (any Distribution) -> Double) -> Double {
    terms.reduce(0) { $0 + Double($1.count) * query($1.distribution) }
  }

  public var isDiscrete: Bool { terms.allSatisfy(\.distribution.isDiscrete) }
  public var mean: Double { total(\.mean) }
  public var variance: Double { total(\.variance) }
  /// Third and fourth cumulants add, as variances do.
  public var skewness: Double {
    let variance = variance
    let third = total { $0.variance == 0 ? 0 : $0.skewness * $0.variance * $0.variance.squareRoot() }
    return third / (variance * variance.squareRoot())
  }
  public var kurtosis: Double {
    let variance = variance
    return total { $0.variance == 0 ? 0 : $0.kurtosis * $0.variance * $0.variance } / (variance * variance)
  }
  public var support: ClosedRange<Double> { total(\.support.lowerBound)...total(\.support.upperBound) }

  public func requireProbabilities() throws(Failure) {
    for term in terms { try term.distribution.requireProbabilities() }
    guard convolution.isPossible else {
      throw Failure(
        .type, "the probabilities of this sum have no closed form and were not computed to 10⁻⁹",
        hint: "its mean, var and draws are exact: estimate with a sample, or see clt(d, n)")
    }
  }

  public func density(_ x: Double) -> Double { convolution.density(x) }
  public func cumulative(_ x: Double) -> Double { convolution.cumulative(x) }
  public func survival(_ x: Double) -> Double { convolution.survival(x) }

  public func quantile(_ p: Double) -> Double {
    if p == 0 { return support.lowerBound }
    if let table = convolution.table { return p == 1 ? support.upperBound : table.quantile(p) }
    return ContinuousQuantile.lower(p, of: self, near: mean + standardDeviation * StandardNormal.quantile(p))
  }

  public func upperQuantile(_ q: Double) -> Double {
    if q == 0 { return support.upperBound }
    if let table = convolution.table { return q == 1 ? support.lowerBound : table.upperQuantile(q) }
    return ContinuousQuantile.upper(q, of: self, near: mean - standardDeviation * StandardNormal.quantile(q))
  }

  public func sample(using generator: inout PCG64) -> Double {
    var sum = 0.0
    for term in terms {
      for _ in 0..<term.count { sum += term.distribution.sample(using: &generator) }
    }
    return sum
  }

  /// A difference of sums: each term is scaled by itself.
  public func affine(scale: Double, shift: Double) throws(Failure) -> any Distribution {
    if scale == 1 || scale == 0 { return try AffineImage.of(self, scale: scale, shift: shift) }
    var images: [Term] = []
    for term in terms {
      images.append(Term(distribution: try term.distribution.affine(scale: scale, shift: 0), count: term.count))
    }
    return try IndependentSum.of(images + [Term(distribution: Constant(shift), count: 1)])
  }

  public func adding(_ other: any Distribution) throws(Failure) -> (any Distribution)? { nil }
}
