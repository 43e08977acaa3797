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
  public static var pointCount: Parameter { Parameter("n", .positiveCount, "how many points") }
}

extension Parameter where Output == Double {
  /// How far points are shaken.
  public static var noise: Parameter {
    Parameter("noise", .nonnegative, "the standard deviation of the shaking", default: 0)
  }
}
