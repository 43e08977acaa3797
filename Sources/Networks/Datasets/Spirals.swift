import ElementaryFunctions
import Probability
import Vocabulary

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
    let order = generator.permutation(count)
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
    points.shake(noise, using: &generator)
    return points.dataset(named: "spirals", classes: arms)
  }
}
