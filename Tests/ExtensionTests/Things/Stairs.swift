import Networks
import Probability
import Vocabulary

/// Points on the steps of stairs.
struct Stairs: DatasetRecipe {
  let count: Int
  let noise: Double
  let steps: Int

  static let declaration = Declaration<any DatasetRecipe>(
    "stairs", "Points on the steps of stairs, from 0 to 1.", .pointCount, .noise,
    Parameter("steps", .positiveCount, "how many steps", default: 4),
    documentation: Documentation(
      formula: "target = ⌊steps × x⌋ / steps + noise",
      notes: "In NumPy: rng = np.random.default_rng(seed); x = rng.uniform(0, 1, n); "
        + "y = np.floor(steps * x) / steps + rng.normal(0, noise, n)",
      examples: [Example("stairs(100, seed=1)", gives: "stairs: 100 points × 1 feature, 1 target")], seeAlso: ["line"])
  ) { count, noise, steps in Stairs(count: count, noise: noise, steps: steps) }

  func dataset(using generator: inout PCG64, interruption: Interruption) throws(Failure) -> Dataset {
    let x = (0..<count).map { _ in generator.uniform(0, 1) }
    let y = x.map { (Double(steps) * $0).rounded(.down) / Double(steps) + noise * generator.standardNormal() }
    return Dataset(
      name: "stairs", features: Matrix(rows: count, columns: 1, elements: x),
      targets: Matrix(rows: count, columns: 1, elements: y), classes: nil)
  }
}
