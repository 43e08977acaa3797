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
    let leftRatio = (peak - left) / (peak - left * success)
    leftRate = leftRatio * (1 + leftRatio / 2)
    let rightRatio = (right - peak) / (right * failure)
    rightRate = rightRatio * (1 + rightRatio / 2)
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

  /// As many trials as the buffer holds; what they accept comes first, and its count is returned.
  ///
  /// The trials outside the triangles are set apart and decided afterwards, so that few branches have to be foreseen.
  func fill(
    _ buffer: UnsafeMutableBufferPointer<Double>, near masses: UnsafeBufferPointer<Double>,
    using generator: inout PCG64
  ) -> Int {
    let count = buffer.count
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: 3 * count) { scratch in
      let u = UnsafeMutableBufferPointer(rebasing: scratch[..<count])
      let v = UnsafeMutableBufferPointer(rebasing: scratch[count..<2 * count])
      let logarithms = UnsafeMutableBufferPointer(rebasing: scratch[(2 * count)...])
      generator.fillUniformPairs(u, v)
      return withUnsafeTemporaryAllocation(of: Int.self, capacity: count) { others in
        // The trials in the parallelogram from the front of the list on, those in the tails from its end.
        var (inside, tails) = (0, 0)
        for index in 0..<count {
          u[index] *= rightTail
          buffer[index] = (centre - triangles * v[index] + u[index]).floor
          let isInside = u[index] <= parallelogram
          others[isInside ? inside : count - 1 - tails] = index
          inside += (u[index] > triangles ? 1 : 0) & (isInside ? 1 : 0)
          tails += isInside ? 0 : 1
        }
        for other in 0..<inside {
          let index = others[other]
          (buffer[index], v[index]) = insideParallelogram(u[index], v[index])
        }
        for other in count - tails..<count { logarithms[other] = v[others[other]] }
        log(logarithms, from: count - tails, to: count)
        for other in count - tails..<count {
          let index = others[other]
          (buffer[index], v[index]) = inTail(u[index], v[index], logarithm: logarithms[other])
        }
        for other in 0..<inside { logarithms[other] = v[others[other]] }
        for other in count - tails..<count { logarithms[other] = v[others[other]] }
        log(logarithms, from: 0, to: inside)
        log(logarithms, from: count - tails, to: count)
        func decide(_ other: Int) {
          let index = others[other]
          if !accepts(buffer[index], v[index], logarithms[other], masses) { buffer[index] = .nan }
        }
        for other in 0..<inside { decide(other) }
        for other in count - tails..<count { decide(other) }
        return buffer.keepNumbers()
      }
    }
  }

  /// The relative probabilities of the counts up to 20 away from the mode.
  var massesNearMode: [Double] { (-20...20).map { relativeMass(mode + Double($0)) } }

  /// The count that a point outside the triangles stands for; nil where it is rejected.
  @inline(never) private func draw(_ u: Double, _ v: Double) -> Double? {
    let (count, level) =
      u <= parallelogram
      ? insideParallelogram(u, v) : inTail(u, v, logarithm: ElementaryFunctions.log(v))
    let masses = UnsafeBufferPointer<Double>(start: nil, count: 0)
    return accepts(count, level, ElementaryFunctions.log(level), masses) ? count : nil
  }

  /// The count, and the level, in the curve's measure, of a point in the parallelogram; infinite where it is rejected.
  @inline(__always)
  private func insideParallelogram(_ u: Double, _ v: Double) -> (count: Double, level: Double) {
    let x = left + (u - triangles) / height
    let level = v * height + 1 - (mode - x + 0.5).magnitude / triangles
    return (x.floor, level > 1 ? .infinity : level)
  }

  /// The same of a point in one of the tails; infinite where it is rejected.
  @inline(__always)
  private func inTail(
    _ u: Double, _ v: Double, logarithm: Double
  ) -> (count: Double, level: Double) {
    let isLeft = u <= leftTail
    let count = (isLeft ? left + logarithm / leftRate : right - logarithm / rightRate).floor
    let level = isLeft ? v * (u - parallelogram) * leftRate : v * (u - leftTail) * rightRate
    return (count, count < 0 || count > trials || v == 0 ? .infinity : level)
  }

  /// Whether a point of this level above a count lies under the probabilities, where those near the mode may be at
  /// hand.
  @inline(__always)
  private func accepts(
    _ count: Double, _ level: Double, _ logarithm: Double, _ masses: UnsafeBufferPointer<Double>
  ) -> Bool {
    let distance = (count - mode).magnitude
    if distance <= 20 {
      return level <= (masses.isEmpty ? relativeMass(count) : masses[Int(count - mode) + 20])
    }
    if level == .infinity { return false }
    if distance >= variance / 2 - 1 { return level <= relativeMass(count) }
    // Between two parabolas around the logarithm, of which the quotient is then computed by Stirling's series.
    let width =
      (distance / variance)
      * ((distance * (distance / 3 + 0.625) + 0.16666666666666666) / variance + 0.5)
    let parabola = -distance * distance / (2 * variance)
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
    return centre * nearestLog(f / x) + (trials - mode + 0.5) * nearestLog(z / w)
      + (count - mode) * nearestLog(w * success / (x * failure))
      + Self.series(f) + Self.series(z) + Self.series(x) + Self.series(w)
  }

  private static func series(_ x: Double) -> Double {
    let square = x * x
    return (13680 - (462 - (132 - (99 - 140 / square) / square) / square) / square) / x / 166320
  }

  /// The logarithms of the values in a range, each at its index.
  private func log(_ values: UnsafeMutableBufferPointer<Double>, from start: Int, to end: Int) {
    let part = UnsafeMutableBufferPointer(rebasing: values[start..<end])
    ElementaryFunctions.log(UnsafeBufferPointer(part), into: part)
  }
}
