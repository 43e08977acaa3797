import ElementaryFunctions
import Probability
import Vocabulary

/// Waves of the sine.
struct Sine: DatasetRecipe {
  let count: Int
  let noise: Double
  let periods: Double

  static let declaration = Declaration<any DatasetRecipe>(
    "sine", "Points along waves of the sine, about 0.",
    .pointCount, .noise, Parameter("periods", .positive, "how many waves", default: 1),
    documentation: Documentation(
      formula: "target = sin(x) + noise, x from -π × periods to π × periods",
      notes: "In NumPy: rng = np.random.default_rng(seed); x = np.linspace(-np.pi * periods, np.pi * periods, n); "
        + "y = np.sin(x) + rng.normal(0, noise, n)",
      examples: [Example("sine(100, noise=0.1, seed=1)", gives: "sine: 100 points × 1 feature, 1 target")],
      seeAlso: ["line", "polynomial"])
  ) { (count, noise, periods) throws(Failure) in
    guard periods <= 1e6 else {
      throw Failure(.argument, "periods must be at most 1000000", about: .argument("periods"))
    }
    return Sine(count: count, noise: noise, periods: periods)
  }

  func dataset(using generator: inout PCG64, interruption: Interruption) throws(Failure) -> Dataset {
    let end = Double.pi * periods
    return try Curve(count: count, range: -end...end, noise: noise).dataset(
      named: "sine", using: &generator, interruption: interruption
    ) { sin($0) }
  }
}
