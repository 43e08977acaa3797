import Probability
import Vocabulary

/// Round clouds about some centers, a class each.
struct Blobs: DatasetRecipe {
  let count: Int
  let centers: Int
  let features: Int
  let stddev: Double

  static let declaration = Declaration<any DatasetRecipe>(
    "blobs", "Round clouds of points, a class each, about centers anywhere from -10 to 10.",
    .pointCount,
    Parameter("centers", .integer(1...1_000_000), "how many clouds", default: 3),
    Parameter(
      "features", .integer(1...1_000_000), "how many numbers describe a point", default: 2,
      aliases: ["n_features"]),
    Parameter(
      "stddev", .nonnegative, "the width of a cloud along each feature", default: 1, aliases: ["cluster_std"]),
    documentation: Documentation(
      source: "the definition of scikit-learn's make_blobs",
      notes:
        "The first n % centers clouds have a point more than the others. In NumPy: rng = np.random.default_rng(seed); "
        + "middles = rng.uniform(-10, 10, (centers, features)); "
        + "owner = np.repeat(np.arange(centers), [n // centers + (i < n % centers) for i in range(centers)]); "
        + "points = rng.normal(middles[owner], stddev); "
        + "order = rng.permutation(n); points = points[order]; classes = owner[order]",
      examples: [Example("blobs(300, centers=4, seed=1)", gives: "blobs: 300 points × 2 features, 4 classes")],
      seeAlso: ["gaussians"],
      aliases: ["make_blobs"])
  ) { count, centers, features, stddev in Blobs(count: count, centers: centers, features: features, stddev: stddev) }

  var numbersPerPoint: Double { 2 * Double(features) + 3 + Double(features) * Double(centers) / Double(count) }

  func dataset(using generator: inout PCG64, interruption: Interruption) throws(Failure) -> Dataset {
    let middles = (0..<centers * features).map { _ in generator.uniform(-10, 10) }
    var cloud = [Double](repeating: 0, count: count * features)
    var owners = [Int](repeating: 0, count: count)
    var row = 0
    for center in 0..<centers {
      for _ in 0..<count / centers + (center < count % centers ? 1 : 0) {
        if row & 0xFFF == 0 { try interruption.check() }
        owners[row] = center
        for feature in 0..<features {
          cloud[row * features + feature] = generator.normal(mean: middles[center * features + feature], stddev: stddev)
        }
        row += 1
      }
    }
    let order = generator.permutation(count, interruption)
    try interruption.check()
    var points: [Double] = []
    points.reserveCapacity(count * features)
    for row in order { points += cloud[row * features..<(row + 1) * features] }
    return Dataset(
      name: "blobs", features: Matrix(rows: count, columns: features, elements: points),
      targets: Matrix(rows: count, columns: 1, elements: order.map { Double(owners[$0]) }), classes: centers)
  }
}

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
    let order = generator.permutation(count, interruption)
    try interruption.check()
    var points = try PlanarPoints(count, interruption) { row in
      let classNumber = order[row] < count / 2 ? 0 : 1
      return PlanarPoints.Point(x: (Double(classNumber) - 0.5) * distance, y: 0, classNumber: classNumber)
    }
    try points.shake(stddev, using: &generator, interruption)
    return points.dataset(named: "gaussians", classes: 2)
  }
}
