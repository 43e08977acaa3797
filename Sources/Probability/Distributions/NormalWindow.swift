import ElementaryFunctions

/// The standard normal distribution between two bounds.
///
/// Areas under the curve are measured by its height at the `peak`, so that nothing underflows however far the bounds
/// are out, and are never taken as a difference of nearly equal numbers, however close the bounds are.
struct NormalWindow: Sendable {
  let lower: Double
  let upper: Double
  /// The number between the bounds that lies nearest to 0, where the curve is highest.
  let peak: Double
  /// The area between the bounds.
  private let total: Double

  /// `lower` must be below `upper`; either may be infinite.
  init(from lower: Double, to upper: Double) {
    self.lower = lower
    self.upper = upper
    peak = lower > 0 ? lower : upper < 0 ? upper : 0
    total = Self.area(from: lower, to: upper, peak: peak)
  }

  /// The probability of the whole normal distribution between the bounds; 0 where that underflows.
  var probability: Double { StandardNormal.density(peak) * total }

  /// The probability between two numbers, given that the draw lies between the bounds.
  func probability(from first: Double, to last: Double) -> Double {
    if first.isNaN || last.isNaN { return .nan }
    if first <= lower, last >= upper { return 1 }
    return min(1, area(from: max(lower, first), to: min(upper, last)) / total)
  }

  func density(_ z: Double) -> Double {
    if z.isNaN { return z }
    return z < lower || z > upper ? 0 : height(z) / total
  }

  func logDensity(_ z: Double) -> Double {
    if z.isNaN { return z }
    return z < lower || z > upper ? -.infinity : -(z - peak) * (z / 2 + peak / 2) - log(total)
  }

  private func height(_ z: Double) -> Double { Self.height(z, peak: peak) }

  private func area(from first: Double, to last: Double) -> Double {
    Self.area(from: first, to: last, peak: peak)
  }

  private static func height(_ z: Double, peak: Double) -> Double {
    exp(-(z - peak) * (z / 2 + peak / 2))
  }

  private static func area(from first: Double, to last: Double, peak: Double) -> Double {
    guard first < last else { return 0 }
    if first >= 0 {
      return height(first, peak: peak) * StandardNormal.relativeArea(from: first, to: last)
    }
    if last <= 0 {
      return height(last, peak: peak) * StandardNormal.relativeArea(from: -last, to: -first)
    }
    return 1.2533141373155003 * (erf(last * 0.7071067811865476) + erf(-first * 0.7071067811865476))
  }
}

extension NormalWindow {
  /// Distances from the peak are counted in this direction where all lies on one side of 0.
  private var direction: Double { upper < 0 ? -1 : 1 }

  /// The distances from the peak beyond which less than 2⁻⁶⁰ of the window lies.
  private var reach: (from: Double, to: Double) {
    if peak == 0 { return (max(lower, -10), min(upper, 10)) }
    return (0, min(upper - lower, distance(atDepth: 50)))
  }

  /// The distance from a peak on one side of 0 at which the curve has fallen to e^-depth of its height there.
  private func distance(atDepth depth: Double) -> Double {
    let size = peak.magnitude
    if size < 1 { return 2 * depth / (size + (size * size + 2 * depth).squareRoot()) }
    let first = depth / size
    return 2 * first / (1 + (1 + 2 * first / size).squareRoot())
  }

  /// The average of a function of the distance from the peak.
  private func average(_ function: (Double) -> Double) -> Double {
    let (start, end) = reach
    func weight(_ distance: Double) -> Double { exp(-distance * (peak.magnitude + distance / 2)) }
    let whole = GaussLegendre.integral(from: start, to: end, panels: 8, weight)
    return GaussLegendre.integral(from: start, to: end, panels: 8) { weight($0) * function($0) } / whole
  }

  /// The mean's distance from the peak.
  private var meanDistance: Double {
    guard peak == 0 else { return average { $0 } }
    if -lower == upper { return 0 }
    // The difference of the heights at the bounds.
    let difference =
      -lower > upper
      ? height(upper) * expm1((upper - lower) * (upper / 2 + lower / 2))
      : -height(lower) * expm1(-(upper - lower) * (upper / 2 + lower / 2))
    return difference / total
  }

  var mean: Double { peak + direction * meanDistance }

  /// By numerical integration, since the closed form subtracts nearly equal numbers where the window is narrow or far
  /// out.
  var variance: Double {
    let centre = meanDistance
    return average { ($0 - centre) * ($0 - centre) }
  }
}

extension NormalWindow {
  /// The mean of ((z - mean) / standard deviation)^order, for orders 3 and 4.
  func standardMoment(_ order: Int) -> Double {
    let centre = meanDistance
    let deviation = variance.squareRoot()
    let moment = average { distance in
      let z = (distance - centre) / deviation
      return order == 3 ? z * z * z : z * z * z * z
    }
    return order == 3 ? direction * moment : moment
  }

  /// The mean of -ln density.
  var entropy: Double { log(total) + average { $0 * ($0 / 2 + peak.magnitude) } }
}

extension NormalWindow {
  /// The p-quantile of the window: Newton's method on the area from the nearer bound.
  func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    if p == 0 { return lower }
    if p == 1 { return upper }
    var (left, right) = (lower, upper)
    var z = min(upper, max(lower, estimate(p)))
    for _ in 0..<64 {
      let excess =
        p <= 0.5 ? area(from: lower, to: z) - p * total : (1 - p) * total - area(from: z, to: upper)
      if excess == 0 { return z }
      if excess > 0 { right = z } else { left = z }
      var next = z - excess / height(z)
      if !(next >= left && next <= right) {
        next = left.isInfinite ? z - 1 : right.isInfinite ? z + 1 : left + (right - left) / 2
      }
      if (next - z).magnitude <= z.ulp { return next }
      z = next
    }
    return z
  }

  /// The number exceeded with probability q.
  func upperQuantile(_ q: Double) -> Double { -NormalWindow(from: -upper, to: -lower).quantile(q) }

  private func estimate(_ p: Double) -> Double {
    guard peak != 0 else {
      let z =
        p <= 0.5
        ? StandardNormal.quantile(StandardNormal.cumulative(lower) + p * probability)
        : -StandardNormal.quantile(StandardNormal.cumulative(-upper) + (1 - p) * probability)
      return min(38, max(-38, z))
    }
    // As if the curve fell from its peak as the normal density does.
    let nearer = direction > 0 ? p : 1 - p
    let farther = direction > 0 ? 1 - p : p
    let fall = (upper - lower) * (upper / 2 + lower / 2).magnitude
    let depth = farther < 0.5 ? -log(farther + nearer * exp(-fall)) : -log1p(nearer * expm1(-fall))
    return peak + direction * distance(atDepth: depth)
  }

  /// One draw, by rejection: of normal draws where at least a quarter of them lies between the bounds, else of draws
  /// from the exponential distribution that falls as the curve does at its peak (Robert 1995), of which at least half
  /// are kept.
  func sample(using generator: inout PCG64, acceptingNormals: Bool) -> Double {
    if acceptingNormals {
      while true {
        let z = generator.standardNormal()
        if z >= lower, z <= upper { return z }
      }
    }
    let rate = peak.magnitude
    let depth = expm1(-rate * (upper - lower))
    while true {
      let uniform = generator.nextUniform()
      let distance = rate == 0 ? lower + (upper - lower) * uniform : -log1p(uniform * depth) / rate
      if generator.nextUniform() < exp(-0.5 * distance * distance) {
        return min(upper, max(lower, peak + direction * distance))
      }
    }
  }
}
