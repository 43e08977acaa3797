import ElementaryFunctions
import Probability
import Vocabulary

/// Two half circles that reach into each other.
struct Moons: DatasetRecipe {
  let count: Int
  let noise: Double

  static let declaration = Declaration<any DatasetRecipe>(
    "moons", "Two half circles of points that reach into each other.",
    .pointCount, .noise,
    documentation: Documentation(
      source: "the definition of scikit-learn's make_moons",
      notes:
        "Class 0 is the upper moon. In NumPy: rng = np.random.default_rng(seed); a = np.linspace(0, np.pi, n // 2); "
        + "b = np.linspace(0, np.pi, n - n // 2); "
        + "points = np.c_[np.r_[np.cos(a), 1 - np.cos(b)], np.r_[np.sin(a), 1 - np.sin(b) - 0.5]]; "
        + "order = rng.permutation(n); points = points[order] + rng.normal(0, noise, (n, 2)); classes = order >= n // 2",
      examples: [Example("moons(200, noise=0.1, seed=1)", gives: "moons: 200 points × 2 features, 2 classes")],
      seeAlso: ["circles", "spirals"],
      aliases: ["make_moons"])
  ) { count, noise in Moons(count: count, noise: noise) }

  func dataset(using generator: inout PCG64, interruption: Interruption) throws(Failure) -> Dataset {
    let upper = count / 2
    let order = generator.permutation(count)
    let half = 0...Double.pi
    var points = try PlanarPoints(count, interruption) { row in
      if order[row] < upper {
        let angle = half.point(order[row], of: upper)
        return PlanarPoints.Point(x: cos(angle), y: sin(angle), classNumber: 0)
      }
      let angle = half.point(order[row] - upper, of: count - upper)
      return PlanarPoints.Point(x: 1 - cos(angle), y: 1 - sin(angle) - 0.5, classNumber: 1)
    }
    points.shake(noise, using: &generator)
    return points.dataset(named: "moons", classes: 2)
  }
}
