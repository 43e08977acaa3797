import Probability
import Vocabulary

/// Two round clouds side by side that overlap.
struct Gaussians: DatasetRecipe {
  let count: Int
  let distance: Double
  let stddev: Double

  static let declaration = Declaration<any DatasetRecipe>(
    "gaussians", "Two normal clouds of points side by side: what the best boundary misses is known.",
    .pointCount,
    Parameter("distance", .nonnegative, "from center to center, along the first feature", default: 2),
    Parameter("stddev", .nonnegative, "the width of a cloud along each feature", default: 1),
    documentation: Documentation(
      formula: "no boundary has a higher accuracy than cdf(normal(0, 1), distance / (2 × stddev)) in the long run",
      source: "R. A. Fisher, The use of multiple measurements in taxonomic problems, 1936",
      notes: "The boundary is x = 0; class 0 lies left of it. In NumPy: rng = np.random.default_rng(seed); "
        + "order = rng.permutation(n); classes = order >= n // 2; "
        + "points = np.c_[(classes - 0.5) * distance, np.zeros(n)] + rng.normal(0, stddev, (n, 2))",
      examples: [Example("gaussians(200, distance=3, seed=1)", gives: "gaussians: 200 points × 2 features, 2 classes")],
      seeAlso: ["blobs"])
  ) { count, distance, stddev in Gaussians(count: count, distance: distance, stddev: stddev) }

  func dataset(using generator: inout PCG64, interruption: Interruption) throws(Failure) -> Dataset {
    let order = generator.permutation(count)
    var points = try PlanarPoints(count, interruption) { row in
      let classNumber = order[row] < count / 2 ? 0 : 1
      return PlanarPoints.Point(x: (Double(classNumber) - 0.5) * distance, y: 0, classNumber: classNumber)
    }
    points.shake(stddev, using: &generator)
    return points.dataset(named: "gaussians", classes: 2)
  }
}
