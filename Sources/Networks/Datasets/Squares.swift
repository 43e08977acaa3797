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
    try points.shake(noise, using: &generator, interruption)
    return points.dataset(named: "xor", classes: 2)
  }
}

/// Points all over a board of squares in two colors.
struct Checkerboard: DatasetRecipe {
  let count: Int
  let noise: Double
  let squares: Int

  static let declaration = Declaration<any DatasetRecipe>(
    "checkerboard", "Points all over a board from -1 to 1, of two classes as its squares have two colors.",
    .pointCount, .noise,
    Parameter("squares", .integer(1...1000), "how many squares along each side", default: 4),
    documentation: Documentation(
      formula: "class = (⌊(x + 1) × squares / 2⌋ + ⌊(y + 1) × squares / 2⌋) % 2",
      notes: "Noise moves points after they have got their class. With squares=2 the classes are those of x × y < 0. "
        + "In NumPy: rng = np.random.default_rng(seed); points = rng.uniform(-1, 1, (n, 2)); "
        + "classes = np.floor((points + 1) * (squares / 2)).sum(axis=1) % 2; "
        + "points = points + rng.normal(0, noise, (n, 2))",
      examples: [Example("checkerboard(500, seed=1)", gives: "checkerboard: 500 points × 2 features, 2 classes")],
      seeAlso: ["xor"])
  ) { count, noise, squares in Checkerboard(count: count, noise: noise, squares: squares) }

  func dataset(using generator: inout PCG64, interruption: Interruption) throws(Failure) -> Dataset {
    let side = Double(squares) / 2
    var points = try PlanarPoints(count, interruption) { _ in
      let (x, y) = (generator.uniform(-1, 1), generator.uniform(-1, 1))
      let square = ((x + 1) * side).rounded(.down) + ((y + 1) * side).rounded(.down)
      return PlanarPoints.Point(x: x, y: y, classNumber: square.truncatingRemainder(dividingBy: 2) == 0 ? 0 : 1)
    }
    try points.shake(noise, using: &generator, interruption)
    return points.dataset(named: "checkerboard", classes: 2)
  }
}
