import ElementaryFunctions

/// A stretch of the line with a coordinate from -1 to 1 in which a density varies little: the number itself, or, where
/// one end is many times farther from an edge than the other, the logarithm of the distance from it.
struct DensityPanel: Sendable {
  let from: Double
  let to: Double
  /// What distances are measured from; nil where the number itself is the coordinate.
  private let edge: Double?
  private let middle: Double
  private let half: Double

  /// Between two numbers, `from` below `to`.
  init(from: Double, to: Double, of surroundings: Surroundings) {
    (self.from, self.to) = (from, to)
    let edge = surroundings.edge(from: from, to: to)
    let distances = edge.map { $0 <= from ? (from - $0, to - $0) : ($0 - to, $0 - from) }
    if let edge, let distances, distances.0 > 0, distances.1 < .infinity {
      self.edge = edge
      let ends = (log(distances.0), log(distances.1))
      (middle, half) = (ends.0 + (ends.1 - ends.0) / 2, (ends.1 - ends.0) / 2)
    } else {
      self.edge = nil
      (middle, half) = (from + (to - from) / 2, (to - from) / 2)
    }
  }

  /// How wide the panel is where the coordinate is a logarithm, as a logarithm; 0 elsewhere.
  var octaves: Double { edge == nil ? 0 : 2 * half * 1.4426950408889634 }

  /// The number at a coordinate, and how fast it changes there.
  func point(_ s: Double) -> (x: Double, speed: Double) {
    guard let edge else { return (middle + half * s, half) }
    let isRising = edge <= from
    let distance = exp(middle + (isRising ? half * s : -half * s))
    return (min(to, max(from, isRising ? edge + distance : edge - distance)), half * distance)
  }

  /// The coordinate of a number.
  func coordinate(_ x: Double) -> Double {
    guard let edge else { return min(1, max(-1, (x - middle) / half)) }
    let s = (log((x - edge).magnitude) - middle) / half
    return min(1, max(-1, edge <= from ? s : -s))
  }

  /// The integral of a function over the panel.
  func integral(_ function: (Double) -> Double) -> Double {
    GaussLegendre.integral(from: -1, to: 1, panels: max(1, Int(min(64, octaves / 12).rounded(.up)))) { s in
      let (x, speed) = point(s)
      return speed * function(x)
    }
  }
}

/// Where a density rises and falls: what distances are measured from.
struct Surroundings: Sendable {
  let support: ClosedRange<Double>
  let median: Double

  /// What distances in a panel are best measured from: the bound from which its ends differ most in distance, or, where
  /// there are no bounds, the median outside of the panel; nil where they differ little.
  func edge(from: Double, to: Double) -> Double? {
    let bounds = [support.lowerBound, support.upperBound].filter(\.isFinite)
    let candidates = (bounds.isEmpty ? [median] : bounds).filter { $0 < from || $0 > to }
    func ratio(_ edge: Double) -> Double { edge < from ? (to - edge) / (from - edge) : (edge - from) / (edge - to) }
    guard let best = candidates.max(by: { ratio($0) < ratio($1) }), ratio(best) > 4 else { return nil }
    return best
  }
}

/// A continuous distribution cut at its quantiles for the levels ½, ⅛, 1/32 … on both sides and where its density is not
/// smooth.
struct PanelledDistribution: Sendable {
  let distribution: any Distribution
  let surroundings: Surroundings
  /// The cuts, in ascending order; at least two.
  let points: [Double]
  /// The quantiles alone, level by level on both sides.
  let landmarks: [Double]
  /// Where the density is not smooth.
  let edges: [Double]

  private static let levels: [Double] =
    ([1, 3, 5, 7] + Array(stride(from: 10, through: 55, by: 3)) + [70, 85, 100, 125]).map {
      Double(sign: .plus, exponent: -$0, significand: 1)
    }

  /// Nil where the distribution is itself computed, or all of it lies in one point.
  init?(_ distribution: any Distribution) {
    guard !(distribution is IndependentSum), !distribution.isDiscrete else { return nil }
    self.distribution = distribution
    let support = distribution.support
    let lower = Self.levels.map { distribution.quantile($0) }
    let upper = Self.levels.map { distribution.upperQuantile($0) }
    surroundings = Surroundings(support: support, median: lower[0])
    landmarks = lower.reversed() + upper.dropFirst()
    edges = Set(distribution.kinks + [support.lowerBound, support.upperBound]).filter(\.isFinite).sorted()
    // Next to a bound other than 0 numbers are too coarse for a density that is infinite there: what lies so close to it
    // is a lump.
    let (low, high) = (support.lowerBound, support.upperBound)
    func closeness(_ bound: Double) -> Double { max(bound.ulp, min(0x1p-44 * bound.magnitude, 0x1p-20 * (high - low))) }
    func isSingular(_ bound: Double) -> Bool { bound.isFinite && distribution.density(bound).isInfinite }
    let first = isSingular(low) ? low + closeness(low) : low
    let last = isSingular(high) ? high - closeness(high) : high
    points = Set((landmarks + distribution.kinks).filter(\.isFinite).map { min(last, max(first, $0)) }).sorted()
    guard points.count >= 2 else { return nil }
  }

  /// The probabilities of what lies beyond the first and last point, as if it lay there.
  var lumps: [(x: Double, mass: Double)] {
    let (first, last) = (points[0], points[points.count - 1])
    return [(first, distribution.cumulative(first)), (last, distribution.survival(last))]
  }

  func panel(from: Double, to: Double) -> DensityPanel {
    DensityPanel(from: from, to: to, of: surroundings)
  }
}
