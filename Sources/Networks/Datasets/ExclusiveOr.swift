import Probability
import Vocabulary

/// The four corners of a square, opposite ones of one class.
struct ExclusiveOr: DatasetRecipe {
  let count: Int
  let noise: Double

  static let declaration = Declaration<any DatasetRecipe>(
    "xor", "The corners of a square, opposite ones of one class: no single unit learns it.",
    Parameter("n", .positiveCount, "how many points", default: 4), .noise,
    documentation: Documentation(
      formula: "class = 1 where exactly one of x and y is 1, else 0",
      source: "M. Minsky, S. Papert, Perceptrons, 1969",
      notes: "Four points are the truth table, 0 0, 0 1, 1 0, 1 1; more points go round the corners again. "
        + "In NumPy: rng = np.random.default_rng(seed); corner = np.arange(n) % 4; "
        + "points = np.c_[corner // 2, corner % 2] + rng.normal(0, noise, (n, 2)); classes = (corner // 2) ^ (corner % 2)",
      examples: [Example("features(xor())", gives: "[[0, 0],\n [0, 1],\n [1, 0],\n [1, 1]]")],
      seeAlso: ["checkerboard"])
  ) { count, noise in ExclusiveOr(count: count, noise: noise) }

  func dataset(using generator: inout PCG64, interruption: Interruption) throws(Failure) -> Dataset {
    var points = try PlanarPoints(count, interruption) { row in
      let (x, y) = (row % 4 / 2, row % 2)
      return PlanarPoints.Point(x: Double(x), y: Double(y), classNumber: x ^ y)
    }
    points.shake(noise, using: &generator)
    return points.dataset(named: "xor", classes: 2)
  }
}
