import ElementaryFunctions

extension PCG64 {
  /// A draw from the geometric distribution, the number of trials up to the first success: NumPy's `geometric(p)`.
  ///
  /// The probability must be greater than 0 and at most 1. What would be more than `Int.max` is that.
  public mutating func geometric(probability: Double) -> Int {
    Int(exactly: GeometricSampler(probability: probability).draw(using: &self)) ?? .max
  }

  /// Fills the buffer with what as many calls of `geometric(probability:)` would draw.
  public mutating func fillGeometric(
    _ buffer: UnsafeMutableBufferPointer<Double>, probability: Double
  ) {
    let sampler = GeometricSampler(probability: probability)
    fill(buffer) { sampler.draw(using: &$0) }
  }
}

/// Draws from the geometric distribution as NumPy's `geometric` does.
enum GeometricSampler {
  /// Goes through the probabilities from 1 on.
  case search(probability: Double)
  /// Divides an exponential draw.
  case inversion(logarithm: Double)

  /// The probability must be greater than 0 and at most 1.
  @inline(__always) init(probability: Double) {
    precondition(
      probability > 0 && probability <= 1, "there is no geometric distribution of \(probability)")
    self = probability >= 1.0 / 3 ? .search(probability: probability) : .inversion(logarithm: log1p(-probability))
  }

  @inline(__always) func draw(using generator: inout PCG64) -> Double {
    switch self {
    case .inversion(let logarithm):
      return min(0x1p63, (-generator.standardExponential() / logarithm).rounded(.up))
    case .search(let probability):
      let failure = 1 - probability
      var count = 1.0
      var mass = probability
      var sum = probability
      let u = generator.nextUniform()
      // The sum ends a few roundings off 1; a draw above that would be searched for without end.
      while u > sum, sum + mass * failure > sum {
        mass *= failure
        sum += mass
        count += 1
      }
      return count
    }
  }
}
