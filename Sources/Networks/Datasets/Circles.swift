import ElementaryFunctions
import Probability
import Vocabulary

/// A small circle inside a larger one: two classes that no straight line divides.
public enum Circles {
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
    var features = Matrix(rows: count, columns: 2, elements: [Double](repeating: 0, count: 2 * count))
    var targets = Matrix(rows: count, columns: 1, elements: [Double](repeating: 0, count: count))
    for (row, point) in order.enumerated() {
      if row & 0x3FFF == 0 { try interruption.check() }
      let isOuter = point < outer
      let share = isOuter ? outer : count - outer
      let angle = Double(isOuter ? point : point - outer) * (2 * .pi / Double(share))
      features[row, 0] = (isOuter ? 1 : factor) * cos(angle)
      features[row, 1] = (isOuter ? 1 : factor) * sin(angle)
      targets[row, 0] = isOuter ? 0 : 1
    }
    if noise > 0 {
      for index in features.elements.indices { features.elements[index] += noise * generator.standardNormal() }
    }
    return Dataset(name: "circles", features: features, targets: targets, classes: 2)
  }
}
