import Probability

/// What one draw of each kind takes, beside NumPy where Python has it. NumPy draws the same numbers, save those of the
/// truncated normal, which it lacks.
enum Sampling {
  private static let count = 100_000

  static func report() {
    let peers = Peer.figures(of: "sampling.py")
    print("a draw, in ns".padded(to: 34) + "gradus".padded(to: 9) + "NumPy")
    for (name, fill) in kinds {
      print(name.padded(to: 34) + time(fill).padded(to: 9) + (peers[name] ?? "-"))
    }
  }

  private typealias Fill = @Sendable (inout PCG64, UnsafeMutableBufferPointer<Double>) -> Void

  private static let kinds: KeyValuePairs<String, Fill> = [
    "random": { $0.fillUniform($1) },
    "standard_normal": { $0.fillNormal($1) },
    "standard_normal from -2 to 2": { $0.fillNormal($1, from: -2, to: 2) },
    "standard_exponential": { $0.fillExponential($1) },
    "integers(0, 1000)": { $0.fillIntegers($1, 0, 1000) },
    "permutation": { generator, _ in precondition(generator.permutation(count).count == count) },
    "gamma(0.1)": { $0.fillGamma($1, shape: 0.1) },
    "gamma(0.5)": { $0.fillGamma($1, shape: 0.5) },
    "gamma(2)": { $0.fillGamma($1, shape: 2) },
    "gamma(50)": { $0.fillGamma($1, shape: 50) },
    "beta(0.1, 0.2)": { $0.fillBeta($1, 0.1, 0.2) },
    "beta(0.5, 0.5)": { $0.fillBeta($1, 0.5, 0.5) },
    "beta(0.5, 2)": { $0.fillBeta($1, 0.5, 2) },
    "beta(2, 3)": { $0.fillBeta($1, 2, 3) },
    "standard_t(5)": { $0.fillStudentT($1, degreesOfFreedom: 5) },
    "poisson(0.5)": { $0.fillPoisson($1, rate: 0.5) },
    "poisson(3)": { $0.fillPoisson($1, rate: 3) },
    "poisson(10)": { $0.fillPoisson($1, rate: 10) },
    "poisson(1000)": { $0.fillPoisson($1, rate: 1000) },
    "binomial(10, 0.5)": { $0.fillBinomial($1, trials: 10, probability: 0.5) },
    "binomial(100, 0.2)": { $0.fillBinomial($1, trials: 100, probability: 0.2) },
    "binomial(100, 0.5)": { $0.fillBinomial($1, trials: 100, probability: 0.5) },
    "binomial(100, 0.9)": { $0.fillBinomial($1, trials: 100, probability: 0.9) },
    "binomial(10⁶, 0.3)": { $0.fillBinomial($1, trials: 1_000_000, probability: 0.3) },
    "geometric(0.1)": { $0.fillGeometric($1, probability: 0.1) },
    "geometric(0.5)": { $0.fillGeometric($1, probability: 0.5) },
    "laplace": { $0.fillLaplace($1, location: 0, scale: 1) },
    "logistic": { $0.fillLogistic($1, location: 0, scale: 1) },
    "gumbel": { $0.fillGumbel($1, location: 0, scale: 1) },
    "weibull(1.5)": { $0.fillWeibull($1, shape: 1.5) },
    "lognormal": { $0.fillLognormal($1, mean: 0, stddev: 1) },
    "triangular": { $0.fillTriangular($1, low: 0, mode: 0.3, high: 1) },
  ]

  /// The best of many fills of a buffer.
  private static func time(_ fill: Fill) -> String {
    var generator = PCG64(seed: 1)
    var values = [Double](repeating: 0, count: count)
    let clock = ContinuousClock()
    let best =
      (0..<40).map { _ in
        clock.measure { values.withUnsafeMutableBufferPointer { fill(&generator, $0) } }
      }.min() ?? .zero
    precondition(values.allSatisfy { !$0.isNaN })
    let hundredths = (Double(best.components.attoseconds) * 1e-7 / Double(count)).rounded()
    return "\(hundredths / 100)"
  }
}
