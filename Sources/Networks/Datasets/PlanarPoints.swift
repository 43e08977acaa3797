import Probability
import Vocabulary

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
  mutating func shake(_ noise: Double, using generator: inout PCG64) {
    guard noise > 0 else { return }
    for index in features.elements.indices { features.elements[index] += noise * generator.standardNormal() }
  }

  func dataset(named name: String, classes: Int) -> Dataset {
    Dataset(name: name, features: features, targets: targets, classes: classes)
  }
}
