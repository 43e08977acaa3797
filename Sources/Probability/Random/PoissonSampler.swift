import ElementaryFunctions

/// Draws from the Poisson distribution as NumPy's `poisson` does.
enum PoissonSampler {
  case zero
  /// Uniform draws are multiplied until the product falls to e^-rate (Knuth).
  case product(limit: Double)
  case transformed(TransformedRejection)

  /// The rate must be from 0 to `PCG64.largestPoissonRate`.
  @inline(__always) init(rate: Double) {
    precondition(
      rate >= 0 && rate <= PCG64.largestPoissonRate, "there is no Poisson sampler of rate \(rate)")
    if rate >= 10 {
      self = .transformed(TransformedRejection(rate: rate))
    } else {
      self = rate == 0 ? .zero : .product(limit: exp(-rate))
    }
  }

  @inline(__always) func draw(using generator: inout PCG64) -> Double {
    switch self {
    case .zero:
      return 0
    case .product(let limit):
      var count = 0.0
      var product = generator.nextUniform()
      while product > limit {
        count += 1
        product *= generator.nextUniform()
      }
      return count
    case .transformed(let rejection):
      return rejection.draw(using: &generator)
    }
  }

  /// W. Hörmann, "The Transformed Rejection Method for Generating Poisson Random Variables" (1993), his PTRS.
  struct TransformedRejection {
    let rate: Double
    private let logarithmOfRate: Double
    private let a: Double
    private let b: Double
    private let logarithmOfInverseAlpha: Double
    private let certain: Double

    @inline(__always) init(rate: Double) {
      self.rate = rate
      logarithmOfRate = log(rate)
      b = 0.931 + 2.53 * rate.squareRoot()
      a = -0.059 + 0.02483 * b
      logarithmOfInverseAlpha = log(1.1239 + 1.1328 / (b - 3.4))
      certain = 0.9277 - 3.6224 / (b - 2)
    }

    @inline(__always) func draw(using generator: inout PCG64) -> Double {
      while true {
        let u = generator.nextUniform() - 0.5
        let v = generator.nextUniform()
        let distance = 0.5 - u.magnitude
        let k = ((2 * a / distance + b) * u + rate + 0.43).floor
        if distance >= 0.07, v <= certain { return k }
        // Where NumPy's integer overflows, it is negative.
        if k < 0 || k >= 0x1p63 || (distance < 0.013 && v > distance) { continue }
        let tested = log(v) + logarithmOfInverseAlpha - log(a / (distance * distance) + b)
        if tested <= -rate + k * logarithmOfRate - logarithmOfGamma(k + 1) { return k }
      }
    }

    /// NumPy's own logarithm of Γ(x), for x ≥ 1: Stirling's series from 7 on, below it by Γ's recurrence
    /// (S. Zhang and J. Jin, Computation of Special Functions, 1996).
    private func logarithmOfGamma(_ x: Double) -> Double {
      if x == 1 || x == 2 { return 0 }
      let steps = x < 7 ? (7 - x).rounded(.down) : 0
      var y = x + steps
      let z = (1 / y) * (1 / y)
      let late = ((-1.39243221690590 * z + 1.796443723688307e-01) * z - 2.955065359477124e-02) * z + 6.410256410256410e-03
      let middle = ((late * z - 1.917526917526918e-03) * z + 8.417508417508418e-04) * z - 5.952380952380952e-04
      let series = ((middle * z + 7.936507936507937e-04) * z - 2.777777777777778e-03) * z + 8.333333333333333e-02
      var value = series / y + 0.5 * 1.8378770664093453 + (y - 0.5) * log(y) - y
      while y > x {
        value -= log(y - 1)
        y -= 1
      }
      return value
    }
  }
}
