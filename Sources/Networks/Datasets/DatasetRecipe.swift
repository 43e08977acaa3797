import Probability
import Vocabulary

/// How to make points of some shape.
public protocol DatasetRecipe: Sendable {
  /// How many points it makes.
  var count: Int { get }
  /// How many numbers a point needs, features and targets.
  var numbersPerPoint: Double { get }

  /// Makes the points; the same generator makes the same ones. Throws a failure of kind `interrupted` where it was stopped.
  func dataset(using generator: inout PCG64, interruption: Interruption) throws(Failure) -> Dataset
}

extension DatasetRecipe {
  public var numbersPerPoint: Double { 4 }
}

/// All sorts of made data; a new one is one file and one line here.
///
/// The notes of each give the lines of NumPy that make the same points.
public let datasets = Catalog<any DatasetRecipe>(
  "data set",
  [
    Circles.declaration,
    Moons.declaration,
    Blobs.declaration,
    Spirals.declaration,
    ExclusiveOr.declaration,
    Gaussians.declaration,
    Checkerboard.declaration,
    Sine.declaration,
    Line.declaration,
    Polynomial.declaration,
  ])

extension Parameter where Output == Int {
  /// How many points are made.
  public static var pointCount: Parameter { Parameter("n", .positiveCount, "how many points", aliases: ["n_samples"]) }
}

extension Parameter where Output == Double {
  /// How far points are shaken.
  public static var noise: Parameter {
    Parameter("noise", .nonnegative, "the standard deviation of the shaking", default: 0)
  }
}

/// Points of the plane in the making, with their classes.
struct PlanarPoints {
  struct Point {
    let x: Double
    let y: Double
    let classNumber: Int
  }

  private var features: Matrix
  private var targets: Matrix

  /// Makes the points row by row. Throws a failure of kind `interrupted` where it was stopped.
  init(_ count: Int, _ interruption: Interruption, _ point: (Int) -> Point) throws(Failure) {
    features = Matrix(rows: count, columns: 2, elements: [Double](repeating: 0, count: 2 * count))
    targets = Matrix(rows: count, columns: 1, elements: [Double](repeating: 0, count: count))
    for row in 0..<count {
      if row & 0x3FFF == 0 { try interruption.check() }
      let point = point(row)
      features[row, 0] = point.x
      features[row, 1] = point.y
      targets[row, 0] = Double(point.classNumber)
    }
  }

  /// Shakes the points with normal noise, as `points + rng.normal(0, noise, (n, 2))`.
  mutating func shake(
    _ noise: Double, using generator: inout PCG64, _ interruption: Interruption
  ) throws(Failure) {
    guard noise > 0 else { return }
    for index in features.elements.indices {
      if index & 0xFFFF == 0 { try interruption.check() }
      features.elements[index] += noise * generator.standardNormal()
    }
  }

  func dataset(named name: String, classes: Int) -> Dataset {
    Dataset(name: name, features: features, targets: targets, classes: classes)
  }
}
