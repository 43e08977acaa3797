import ElementaryFunctions

/// Draws from the binomial distribution by rejection from two triangles, a parallelogram and two exponential tails
/// (V. Kachitvichyanukul and B. W. Schmeiser, "Binomial Random Variate Generation", 1988, their BTPE).
///
/// The counts are doubles throughout, which hold every whole number that occurs.
struct BinomialRejection {
  private let trials: Double
  private let success: Double
  private let failure: Double
  private let variance: Double
  private let mode: Double
  private let centre: Double
  private let left: Double
  private let right: Double
  private let height: Double
  private let leftRate: Double
  private let rightRate: Double
  /// The areas under the triangles, and under what is added piece by piece.
  private let triangles: Double
  private let parallelogram: Double
  private let leftTail: Double
  private let rightTail: Double

  /// The probability must be at most ½, the expected value greater than 30.
  @inline(__always) init(_ trials: Double, _ probability: Double) {
    self.trials = trials
    success = min(probability, 1 - probability)
    failure = 1 - success
    variance = trials * success * failure
    let peak = trials * success + success
    mode = peak.floor
    triangles = (2.195 * variance.squareRoot() - 4.6 * failure).floor + 0.5
    centre = mode + 0.5
    left = centre - triangles
    right = centre + triangles
    height = 0.134 + 20.5 / (15.3 + mode)
    let leftShare = (peak - left) / (peak - left * success)
    leftRate = leftShare * (1 + leftShare / 2)
    let rightShare = (right - peak) / (right * failure)
    rightRate = rightShare * (1 + rightShare / 2)
    parallelogram = triangles * (1 + 2 * height)
    leftTail = parallelogram + height / leftRate
    rightTail = leftTail + height / rightRate
  }

  @inline(__always) func draw(using generator: inout PCG64) -> Double {
    while true {
      let u = generator.nextUniform() * rightTail
      let v = generator.nextUniform()
      if u <= triangles { return (centre - triangles * v + u).floor }
      if let count = draw(u, v) { return count }
    }
  }

  /// The count that a point outside the triangles stands for; nil where it is rejected.
  @inline(never) private func draw(_ u: Double, _ v: Double) -> Double? {
    if u <= parallelogram {
      let x = left + (u - triangles) / height
      let v = v * height + 1 - (mode - x + 0.5).magnitude / triangles
      if v > 1 { return nil }
      let count = x.floor
      return accepts(count, v) ? count : nil
    }
    if u <= leftTail {
      let count = (left + log(v) / leftRate).floor
      if count < 0 || v == 0 { return nil }
      return accepts(count, v * (u - parallelogram) * leftRate) ? count : nil
    }
    let count = (right - log(v) / rightRate).floor
    if count > trials || v == 0 { return nil }
    return accepts(count, v * (u - leftTail) * rightRate) ? count : nil
  }

  /// Whether a point of this height above a count lies under the probabilities.
  private func accepts(_ count: Double, _ v: Double) -> Bool {
    let distance = (count - mode).magnitude
    guard distance > 20, distance < variance / 2 - 1 else { return v <= relativeMass(count) }
    // Between two parabolas around the logarithm, of which the quotient is then computed by Stirling's series.
    let width = (distance / variance)
      * ((distance * (distance / 3 + 0.625) + 0.16666666666666666) / variance + 0.5)
    let parabola = -distance * distance / (2 * variance)
    let logarithm = log(v)
    if logarithm < parabola - width { return true }
    if logarithm > parabola + width { return false }
    return logarithm <= logarithmOfRelativeMass(count)
  }

  /// The probability of a count by that of the mode, factor by factor.
  private func relativeMass(_ count: Double) -> Double {
    let odds = success / failure
    let a = odds * (trials + 1)
    var mass = 1.0
    var i = min(mode, count)
    while i < max(mode, count) {
      i += 1
      if mode < count { mass *= a / i - odds } else { mass /= a / i - odds }
    }
    return mass
  }

  private func logarithmOfRelativeMass(_ count: Double) -> Double {
    let x = count + 1
    let f = mode + 1
    let z = trials + 1 - mode
    let w = trials - count + 1
    return centre * log(f / x) + (trials - mode + 0.5) * log(z / w)
      + (count - mode) * log(w * success / (x * failure))
      + Self.series(f) + Self.series(z) + Self.series(x) + Self.series(w)
  }

  private static func series(_ x: Double) -> Double {
    let square = x * x
    return (13680 - (462 - (132 - (99 - 140 / square) / square) / square) / square) / x / 166320
  }
}
