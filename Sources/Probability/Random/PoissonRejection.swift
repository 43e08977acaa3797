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
      if isCertain || accepts(count, 0.5 - u.magnitude, v) { return count }
    }
  }

  /// As many trials as there are places; what they accept comes first, and its count is returned.
  func fill(_ places: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) -> Int {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * places.count) { uniforms in
      generator.fillUniform(uniforms)
      var accepted = 0
      for index in places.indices {
        let u = uniforms[2 * index] - 0.5
        let v = uniforms[2 * index + 1]
        let (count, isCertain) = count(u, v)
        places[accepted] = count
        accepted += isCertain || accepts(count, 0.5 - u.magnitude, v) ? 1 : 0
      }
      return accepted
    }
  }

  @inline(__always) private func count(_ u: Double, _ v: Double) -> (count: Double, isCertain: Bool) {
    let distance = 0.5 - u.magnitude
    let count = ((2 * a / distance + b) * u + rate + 0.43).floor
    return (count, distance >= 0.07 && v <= certain)
  }

  /// Whether a point that is not under the curve for certain is.
  @inline(never) private func accepts(_ count: Double, _ distance: Double, _ v: Double) -> Bool {
    // Where NumPy's integer overflows, it is negative.
    if count < 0 || count >= 0x1p63 || (distance < 0.013 && v > distance) { return false }
    let tested = log(v * inverseAlpha / (a / (distance * distance) + b))
    return tested <= -rate + count * logarithmOfRate - Self.logarithmOfGamma(count + 1)
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
