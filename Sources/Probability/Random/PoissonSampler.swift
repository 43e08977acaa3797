import ElementaryFunctions

/// Draws from the Poisson distribution as NumPy's `poisson` does.
enum PoissonSampler {
  case zero
  /// Uniform draws are multiplied until the product falls to e^-rate (Knuth).
  case product(limit: Double)
  case rejection(PoissonRejection)

  /// The rate must be from 0 to `PCG64.largestPoissonRate`.
  @inline(__always) init(rate: Double) {
    precondition(
      rate >= 0 && rate <= PCG64.largestPoissonRate, "there is no Poisson sampler of rate \(rate)")
    if rate >= 10 {
      self = .rejection(PoissonRejection(rate: rate))
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
    case .rejection(let rejection):
      return rejection.draw(using: &generator)
    }
  }
}
