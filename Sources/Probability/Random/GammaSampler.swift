import ElementaryFunctions

/// Draws from the gamma distribution of scale 1 as NumPy's `standard_gamma` does.
enum GammaSampler {
  case zero
  case one
  case belowOne(GammaRejection)
  /// The cube of a normal draw, with rejection (Marsaglia and Tsang, "A Simple Method for Generating Gamma Variables",
  /// 2000).
  case aboveOne(factor: Double, spread: Double)

  /// `shape` must not be negative.
  @inline(__always) init(shape: Double) {
    precondition(shape >= 0, "there is no gamma distribution of shape \(shape)")
    if shape == 1 {
      self = .one
    } else if shape == 0 {
      self = .zero
    } else if shape < 1 {
      self = .belowOne(GammaRejection(shape: shape))
    } else {
      let factor = shape - 1.0 / 3
      self = .aboveOne(factor: factor, spread: 1 / (9 * factor).squareRoot())
    }
  }

  @inline(__always) func draw(using generator: inout PCG64) -> Double {
    switch self {
    case .zero: 0
    case .one: generator.standardExponential()
    case .belowOne(let rejection): rejection.draw(using: &generator)
    case .aboveOne(let factor, let spread): Self.draw(factor, spread, using: &generator)
    }
  }

  /// A draw, or where that takes a power, the number that `finish` makes one of, side by side with others.
  @inline(__always) func begin(using generator: inout PCG64) -> Double {
    if case .belowOne(let rejection) = self { return rejection.drawUniform(using: &generator) }
    return draw(using: &generator)
  }

  /// Puts draws in the place of what `begin` gave.
  @inline(__always) func finish(_ numbers: UnsafeMutableBufferPointer<Double>) {
    if case .belowOne(let rejection) = self { rejection.finish(numbers) }
  }

  @inline(__always)
  private static func draw(_ factor: Double, _ spread: Double, using generator: inout PCG64) -> Double {
    while true {
      let x = generator.standardNormal()
      let root = 1 + spread * x
      if root <= 0 { continue }
      let v = root * root * root
      let u = generator.nextUniform()
      if u < 1 - 0.0331 * (x * x) * (x * x) { return factor * v }
      if log(u) < 0.5 * x * x + factor * (1 - v + log(v)) { return factor * v }
    }
  }
}
