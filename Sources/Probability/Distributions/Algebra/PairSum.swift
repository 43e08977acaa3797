import ElementaryFunctions
import Vocabulary

/// The sum of two independent continuous random variables, by integrating over what one of them contributes.
///
/// The line is cut where either of the two is cut, at its quantiles; within such a panel both vary little, so that the
/// Gauss–Legendre rule of 16 points is exact to some 11 digits.
struct PairSum: Sendable {
  private let first: PanelledDistribution
  private let second: PanelledDistribution

  /// Nil where a term is itself more than can be computed.
  init?(_ first: any Distribution, _ second: any Distribution) {
    guard let first = PanelledDistribution(first), let second = PanelledDistribution(second) else { return nil }
    (self.first, self.second) = (first, second)
  }

  /// Where the density of the sum may not be smooth.
  var edges: [Double] { first.edges.flatMap { edge in second.edges.map { edge + $0 } } }

  /// Sums of quantiles for the same levels: where the density of the sum is cut to begin with.
  var landmarks: [Double] { zip(first.landmarks, second.landmarks).map { $0 + $1 } }

  var surroundings: Surroundings {
    let (a, b) = (first.surroundings, second.surroundings)
    let (low, high) = (a.support.lowerBound + b.support.lowerBound, a.support.upperBound + b.support.upperBound)
    return Surroundings(support: low...high, median: a.median + b.median)
  }

  /// What lies at the sums of bounds, where both terms have more than rounding there.
  var lumps: [(x: Double, mass: Double)] {
    first.lumps.flatMap { a in second.lumps.map { (a.x + $0.x, a.mass * $0.mass) } }.filter { $0.mass > 1e-20 }
  }

  /// What is asked of a term and of the other at the parts of a sum.
  private struct Cut {
    let a: Double
    let b: Double
    let density: Double
    let value: Double
  }

  func evaluate(_ x: Double, _ query: Convolution.Query) -> Double {
    guard x.isFinite else { return query == .density ? 0 : (x < 0) == (query == .cumulative) ? 0 : 1 }
    let (one, other) = (first.distribution, second.distribution)
    func value(_ b: Double) -> Double {
      switch query {
      case .density: other.density(b)
      case .cumulative: other.cumulative(b)
      case .survival: other.survival(b)
      }
    }
    var sum = CompensatedSum()
    for lump in first.lumps { sum.addFinite(lump.mass * value(x - lump.x)) }
    if query == .density { for lump in second.lumps { sum.addFinite(lump.mass * one.density(x - lump.x)) } }
    let cuts = cuts(at: x, query, value)
    let bounds = zip(cuts, cuts.dropFirst()).map { from, to in
      max(from.density, to.density) * max(from.value, to.value) * max(to.a - from.a, from.b - to.b)
    }
    let largest = bounds.filter(\.isFinite).max() ?? 0
    for (index, bound) in bounds.enumerated() where bound > 1e-18 * largest {
      let (from, to) = (cuts[index], cuts[index + 1])
      let isOther =
        query == .density && Self.unevenness(from.value, to.value) > Self.unevenness(from.density, to.density)
      if isOther || to.a <= from.a {
        guard query == .density, to.b < from.b else { continue }
        let panel = DensityPanel(from: to.b, to: from.b, of: second.surroundings)
        sum.addFinite(panel.integral { other.density($0) * one.density(x - $0) })
      } else {
        let panel = DensityPanel(from: from.a, to: to.a, of: first.surroundings)
        sum.addFinite(panel.integral { one.density($0) * value(x - $0) })
      }
    }
    return query == .density ? max(0, sum.value) : min(1, max(0, sum.value))
  }

  /// All cuts, from the first term's smallest number up.
  private func cuts(at x: Double, _ query: Convolution.Query, _ value: (Double) -> Double) -> [Cut] {
    let (low, high) = (first.points[0], first.points[first.points.count - 1])
    let (start, end) = (second.points[0], second.points[second.points.count - 1])
    var pairs = first.points.map { ($0, x - $0) } + second.points.map { (x - $0, $0) }
    pairs.removeAll { $0.0 < low || $0.0 > high || (query == .density && ($0.1 < start || $0.1 > end)) }
    pairs.sort { $0.0 < $1.0 || ($0.0 == $1.0 && $0.1 > $1.1) }
    return pairs.map { Cut(a: $0.0, b: $0.1, density: first.distribution.density($0.0), value: value($0.1)) }
  }

  /// How many times larger a density is at one end of a panel than at the other.
  private static func unevenness(_ a: Double, _ b: Double) -> Double {
    max(a, b) > 8 * min(a, b) ? max(a, b) / min(a, b) : 1
  }
}

extension CompensatedSum {
  /// Rounding may meet a point where a density is infinite.
  fileprivate mutating func addFinite(_ term: Double) { if term.isFinite { add(term) } }
}
