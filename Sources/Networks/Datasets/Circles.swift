import ElementaryFunctions
import Probability
import Vocabulary

/// A small circle inside a larger one: two classes that no straight line divides.
public struct Circles: DatasetRecipe {
  public let count: Int
  let noise: Double
  let factor: Double

  static let declaration = Declaration<any DatasetRecipe>(
    "circles", "A small circle of points inside a larger one: two classes that no straight line divides.",
    .pointCount, .noise,
    Parameter("factor", .probability, "the inner radius", default: 0.8),
    documentation: Documentation(
      source: "the definition of scikit-learn's make_circles",
      notes: "Class 0 is the outer circle. In NumPy: rng = np.random.default_rng(seed); "
        + "a = np.arange(n // 2) * (2 * np.pi / (n // 2)); b = np.arange(n - n // 2) * (2 * np.pi / (n - n // 2)); "
        + "points = np.c_[np.r_[np.cos(a), factor * np.cos(b)], np.r_[np.sin(a), factor * np.sin(b)]]; "
        + "order = rng.permutation(n); points = points[order] + rng.normal(0, noise, (n, 2)); classes = order >= n // 2",
      examples: [
        Example("circles(10_000, noise=0.05, seed=1)", gives: "circles: 10000 points × 2 features, 2 classes")
      ],
      seeAlso: ["moons", "train"],
      aliases: ["make_circles"])
  ) { count, noise, factor in Circles(count: count, noise: noise, factor: factor) }

  public func dataset(using generator: inout PCG64, interruption: Interruption) throws(Failure) -> Dataset {
    try Self.make(count, noise: noise, factor: factor, using: &generator, interruption: interruption)
  }

  /// The points of scikit-learn's `make_circles`: half of them equally spaced on the unit circle (class 0), the rest on
  /// one of radius `factor` (class 1), shuffled, then shaken by normal noise.
  ///
  /// Throws a failure of kind `interrupted` where it was stopped.
  public static func make(
    _ count: Int, noise: Double, factor: Double, using generator: inout PCG64,
    interruption: Interruption = Interruption()
  ) throws(Failure) -> Dataset {
    let outer = count / 2
    let order = generator.permutation(count)
    var points = try PlanarPoints(count, interruption) { row in
      let isOuter = order[row] < outer
      let share = isOuter ? outer : count - outer
      let angle = Double(isOuter ? order[row] : order[row] - outer) * (2 * .pi / Double(share))
      let radius = isOuter ? 1 : factor
      return PlanarPoints.Point(x: radius * cos(angle), y: radius * sin(angle), classNumber: isOuter ? 0 : 1)
    }
    points.shake(noise, using: &generator)
    return points.dataset(named: "circles", classes: 2)
  }
}
