import Probability
import Vocabulary

/// Points along the graph of a function, at equal distances.
struct Curve {
  let count: Int
  let range: ClosedRange<Double>
  let noise: Double

  /// The function's values, shaken: `f(x) + rng.normal(0, noise, n)`.
  func dataset(
    named name: String, using generator: inout PCG64, interruption: Interruption, _ function: (Double) -> Double
  ) throws(Failure) -> Dataset {
    var positions = [Double](repeating: 0, count: count)
    var values = positions
    for index in 0..<count {
      if index & 0x3FFF == 0 { try interruption.check() }
      positions[index] = range.point(index, of: count)
      values[index] = function(positions[index]) + (noise > 0 ? noise * generator.standardNormal() : 0)
    }
    return Dataset(
      name: name, features: Matrix(rows: count, columns: 1, elements: positions),
      targets: Matrix(rows: count, columns: 1, elements: values), classes: nil)
  }
}

extension ClosedRange<Double> {
  /// One of so many positions at equal distances, both ends included: NumPy's `linspace(low, high, count)[index]`.
  func point(_ index: Int, of count: Int) -> Double {
    if count > 1 && index == count - 1 { return upperBound }
    return Double(index) * ((upperBound - lowerBound) / Double(Swift.max(1, count - 1))) + lowerBound
  }
}
