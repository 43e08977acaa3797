import ElementaryFunctions

/// Draws from the beta distribution as NumPy's `beta` does.
enum BetaSampler {
  /// Both parameters so small that each draw is 0 or 1, 1 with a probability of `a / (a + b)`.
  case tiny(a: Double, b: Double)
  /// Powers of two uniform draws whose sum is at most 1 (Jöhnk 1964).
  case powers(a: Double, b: Double)
  /// The share of one gamma draw in the sum of two.
  case gammas(GammaSampler, GammaSampler)

  /// Both parameters must be greater than 0.
  @inline(__always) init(_ a: Double, _ b: Double) {
    precondition(a > 0 && b > 0, "there is no beta distribution of parameters \(a) and \(b)")
    if a < 3e-103, b < 3e-103 {
      self = .tiny(a: a, b: b)
    } else if a <= 1, b <= 1 {
      self = .powers(a: a, b: b)
    } else {
      self = .gammas(GammaSampler(shape: a), GammaSampler(shape: b))
    }
  }

  @inline(__always) func draw(using generator: inout PCG64) -> Double {
    switch self {
    case .tiny(let a, let b):
      return (a + b) * generator.nextUniform() < a ? 1 : 0
    case .powers(let a, let b):
      return Self.draw(a, b, using: &generator)
    case .gammas(let first, let second):
      let x = first.draw(using: &generator)
      let y = second.draw(using: &generator)
      return x / (x + y)
    }
  }

  @inline(__always)
  private static func draw(_ a: Double, _ b: Double, using generator: inout PCG64) -> Double {
    while true {
      let u = generator.nextUniform()
      let v = generator.nextUniform()
      let x = pow(u, 1 / a)
      let y = pow(v, 1 / b)
      guard x + y <= 1, u + v > 0 else { continue }
      if x > 0, y > 0 { return x / (x + y) }
      // One power has underflowed; their quotient need not.
      let difference = log(u) / a - log(v) / b
      return difference > 0
        ? exp(-log1p(exp(-difference))) : exp(difference - log1p(exp(difference)))
    }
  }
}
