import ElementaryFunctions

/// Draws from the Poisson distribution of a rate of at least 10 (W. Hörmann, "The Transformed Rejection Method for
/// Generating Poisson Random Variables", 1993, his PTRS).
///
/// The counts are doubles: the largest that occur are as coarse in NumPy, which makes them integers in the end.
struct PoissonRejection {
  private let rate: Double
  private let logarithmOfRate: Double
  private let a: Double
  private let b: Double
  private let inverseAlpha: Double
  /// Up to this height, points that are not too far out are under the curve for certain.
  private let certain: Double

  @inline(__always) init(rate: Double) {
    self.rate = rate
    logarithmOfRate = nearestLog(rate)
    b = 0.931 + 2.53 * rate.squareRoot()
    a = -0.059 + 0.02483 * b
    inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    certain = 0.9277 - 3.6224 / (b - 2)
  }

  @inline(__always) func draw(using generator: inout PCG64) -> Double {
    while true {
      let u = generator.nextUniform() - 0.5
      let v = generator.nextUniform()
      let (count, isCertain) = count(u, v)
      let distance = 0.5 - u.magnitude
      if isCertain != 0 || accepts(count, distance, v, log(height(distance, v))) { return count }
    }
  }

  /// As many trials as the buffer holds; what they accept comes first, and its count is returned.
  ///
  /// The trials that are not certain are set apart and decided afterwards, so that no branch has to be foreseen.
  func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) -> Int {
    let count = buffer.count
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: 3 * count) { scratch in
      let u = UnsafeMutableBufferPointer(rebasing: scratch[..<count])
      let v = UnsafeMutableBufferPointer(rebasing: scratch[count..<2 * count])
      let heights = UnsafeMutableBufferPointer(rebasing: scratch[(2 * count)...])
      generator.fillUniformPairs(u, v)
      return withUnsafeTemporaryAllocation(of: Int.self, capacity: count) { undecided in
        var others = 0
        for index in 0..<count {
          let (value, isCertain) = self.count(u[index] - 0.5, v[index])
          buffer[index] = value
          undecided[others] = index
          others += isCertain ^ 1
        }
        for other in 0..<others {
          let index = undecided[other]
          heights[other] = height(0.5 - (u[index] - 0.5).magnitude, v[index])
        }
        let tested = UnsafeMutableBufferPointer(rebasing: heights[..<others])
        log(UnsafeBufferPointer(tested), into: tested)
        for other in 0..<others {
          let index = undecided[other]
          let distance = 0.5 - (u[index] - 0.5).magnitude
          if !accepts(buffer[index], distance, v[index], tested[other]) { buffer[index] = .nan }
        }
        return buffer.keepNumbers()
      }
    }
  }

  @inline(__always) private func count(_ u: Double, _ v: Double) -> (count: Double, isCertain: Int) {
    let distance = 0.5 - u.magnitude
    let count = ((2 * a / distance + b) * u + rate + 0.43).floor
    return (count, (distance >= 0.07 ? 1 : 0) & (v <= certain ? 1 : 0))
  }

  /// How high a point lies above the abscissa, in which its logarithm is taken.
  @inline(__always) private func height(_ distance: Double, _ v: Double) -> Double {
    v * inverseAlpha / (a / (distance * distance) + b)
  }

  /// Whether a point that is not under the curve for certain is, from the logarithm of its height.
  private func accepts(_ count: Double, _ distance: Double, _ v: Double, _ logarithm: Double) -> Bool {
    // Where NumPy's integer overflows, it is negative.
    if count < 0 || count >= 0x1p63 || (distance < 0.013 && v > distance) { return false }
    return logarithm <= -rate + count * logarithmOfRate - Self.logarithmOfGamma(count + 1)
  }

  /// NumPy's own logarithm of Γ(x), for whole x: Stirling's series from 7 on, below it by Γ's recurrence
  /// (S. Zhang and J. Jin, Computation of Special Functions, 1996).
  private static func logarithmOfGamma(_ x: Double) -> Double {
    if x == 1 || x == 2 { return 0 }
    var y = max(x, 7)
    let z = (1 / y) * (1 / y)
    let late = ((-1.39243221690590 * z + 1.796443723688307e-01) * z - 2.955065359477124e-02) * z + 6.410256410256410e-03
    let middle = ((late * z - 1.917526917526918e-03) * z + 8.417508417508418e-04) * z - 5.952380952380952e-04
    let series = ((middle * z + 7.936507936507937e-04) * z - 2.777777777777778e-03) * z + 8.333333333333333e-02
    var value = series / y + 0.5 * 1.8378770664093453 + (y - 0.5) * nearestLog(y) - y
    while y > x {
      y -= 1
      value -= log(y)
    }
    return value
  }
}
