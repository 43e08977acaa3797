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
    let order = generator.permutation(count, interruption)
    try interruption.check()
    var points = try PlanarPoints(count, interruption) { row in
      let isOuter = order[row] < outer
      let share = isOuter ? outer : count - outer
      let angle = Double(isOuter ? order[row] : order[row] - outer) * (2 * .pi / Double(share))
      let radius = isOuter ? 1 : factor
      return PlanarPoints.Point(x: radius * cos(angle), y: radius * sin(angle), classNumber: isOuter ? 0 : 1)
    }
    try points.shake(noise, using: &generator, interruption)
    return points.dataset(named: "circles", classes: 2)
  }
}

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
    let order = generator.permutation(count, interruption)
    try interruption.check()
    let half = 0...Double.pi
    var points = try PlanarPoints(count, interruption) { row in
      if order[row] < upper {
        let angle = half.point(order[row], of: upper)
        return PlanarPoints.Point(x: cos(angle), y: sin(angle), classNumber: 0)
      }
      let angle = half.point(order[row] - upper, of: count - upper)
      return PlanarPoints.Point(x: 1 - cos(angle), y: 1 - sin(angle) - 0.5, classNumber: 1)
    }
    try points.shake(noise, using: &generator, interruption)
    return points.dataset(named: "moons", classes: 2)
  }
}

/// Arms wound about each other, a class each.
struct Spirals: DatasetRecipe {
  let count: Int
  let noise: Double
  let arms: Int
  let turns: Double

  static let declaration = Declaration<any DatasetRecipe>(
    "spirals", "Arms of points wound about each other, a class each: hard for small networks.",
    .pointCount, .noise,
    Parameter("arms", .integer(1...1000), "how many arms", default: 2),
    Parameter("turns", .finite, "how often an arm goes round", default: 1.5),
    documentation: Documentation(
      formula: "point i of the m in arm k: r = i / m, at the angle 2π × (turns × r + k / arms), i from 1 to m",
      source: "after K. Lang, M. Witbrock, Learning to tell two spirals apart, 1988",
      notes: "An arm ends on the unit circle. In NumPy: rng = np.random.default_rng(seed); "
        + "sizes = [n // arms + (k < n % arms) for k in range(arms)]; arm = np.repeat(np.arange(arms), sizes); "
        + "r = np.concatenate([np.arange(1, m + 1) / max(1, m) for m in sizes]); "
        + "angle = 2 * np.pi * (turns * r + arm / arms); points = np.c_[r * np.cos(angle), r * np.sin(angle)]; "
        + "order = rng.permutation(n); points = points[order] + rng.normal(0, noise, (n, 2)); classes = arm[order]",
      examples: [
        Example("spirals(300, noise=0.02, arms=3, seed=1)", gives: "spirals: 300 points × 2 features, 3 classes")
      ],
      seeAlso: ["moons", "circles"])
  ) { count, noise, arms, turns in Spirals(count: count, noise: noise, arms: arms, turns: turns) }

  func dataset(using generator: inout PCG64, interruption: Interruption) throws(Failure) -> Dataset {
    let (size, longer) = (count / arms, count % arms)
    let order = generator.permutation(count, interruption)
    try interruption.check()
    var points = try PlanarPoints(count, interruption) { row in
      // The first arms have a point more where the points cannot be shared out evenly.
      let position = order[row]
      let isLonger = position < longer * (size + 1)
      let length = isLonger ? size + 1 : size
      let arm = isLonger ? position / length : longer + (position - longer * (size + 1)) / length
      let index = isLonger ? position % length : (position - longer * (size + 1)) % length
      let radius = Double(index + 1) / Double(length)
      let angle = 2 * .pi * (turns * radius + Double(arm) / Double(arms))
      return PlanarPoints.Point(x: radius * cos(angle), y: radius * sin(angle), classNumber: arm)
    }
    try points.shake(noise, using: &generator, interruption)
    return points.dataset(named: "spirals", classes: arms)
  }
}
