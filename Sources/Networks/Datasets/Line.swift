import Probability
import Vocabulary

/// A straight line.
struct Line: DatasetRecipe {
  let count: Int
  let noise: Double
  let slope: Double
  let intercept: Double

  static let declaration = Declaration<any DatasetRecipe>(
    "line", "Points along a straight line.",
    .pointCount, .noise, Parameter("slope", .finite, "the rise for a step of 1", default: 2),
    Parameter("intercept", .finite, "the value at 0", default: 1),
    documentation: Documentation(
      formula: "target = slope × x + intercept + noise, x from -1 to 1",
      notes: "In NumPy: rng = np.random.default_rng(seed); x = np.linspace(-1, 1, n); "
        + "y = slope * x + intercept + rng.normal(0, noise, n)",
      examples: [Example("line(50, noise=0.2, seed=1)", gives: "line: 50 points × 1 feature, 1 target")],
      seeAlso: ["sine", "polynomial"],
      aliases: ["make_regression"])
  ) { count, noise, slope, intercept in Line(count: count, noise: noise, slope: slope, intercept: intercept) }

  func dataset(using generator: inout PCG64, interruption: Interruption) throws(Failure) -> Dataset {
    try Curve(count: count, range: -1...1, noise: noise).dataset(
      named: "line", using: &generator, interruption: interruption
    ) { slope * $0 + intercept }
  }
}
