import Vocabulary

/// A law that arithmetic made of a variable, with the memory of which one and how: `2×N + 1 > 0` and `N < 3` can hold of
/// one draw.
struct Derived: Distribution {
  let origin: any Distribution
  let map: AffineMap
  let law: any Distribution

  init(_ distribution: any Distribution, scale: Double, shift: Double) throws(Failure) {
    let (origin, map) = distribution.source
    self.origin = origin
    self.map = AffineMap(scale: scale, shift: shift).after(map)
    law = try distribution.law.affine(scale: scale, shift: shift)
  }

  var name: String { law.name }
  var python: PythonInitializer { law.python }
  var properties: [Property] { law.properties }
  var display: Display { law.display }
  var isDiscrete: Bool { law.isDiscrete }
  var mean: Double { law.mean }
  var variance: Double { law.variance }
  var skewness: Double { law.skewness }
  var kurtosis: Double { law.kurtosis }
  var median: Double { law.median }
  var mode: Double? { law.mode }
  var entropy: Double? { law.entropy }
  var support: ClosedRange<Double> { law.support }
  var kinks: [Double] { law.kinks }
  func density(_ x: Double) -> Double { law.density(x) }
  func logDensity(_ x: Double) -> Double { law.logDensity(x) }
  func cumulative(_ x: Double) -> Double { law.cumulative(x) }
  func survival(_ x: Double) -> Double { law.survival(x) }
  func probability(from lower: Double, to upper: Double) -> Double { law.probability(from: lower, to: upper) }
  func quantile(_ p: Double) -> Double { law.quantile(p) }
  func upperQuantile(_ q: Double) -> Double { law.upperQuantile(q) }
  func pointMass(_ x: Double) -> Double { law.pointMass(x) }
  func sample(using generator: inout PCG64) -> Double { law.sample(using: &generator) }
  func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    law.fill(buffer, using: &generator)
  }
  func affine(scale: Double, shift: Double) throws(Failure) -> any Distribution {
    try law.affine(scale: scale, shift: shift)
  }
  func adding(_ other: any Distribution) throws(Failure) -> (any Distribution)? { try law.adding(other.law) }
  func sumOfIndependent(_ n: Int) throws(Failure) -> (any Distribution)? { try law.sumOfIndependent(n) }
  func requireProbabilities() throws(Failure) { try law.requireProbabilities() }
}

extension Distribution {
  /// The variable that this one was made of by arithmetic, and how.
  var source: (origin: any Distribution, map: AffineMap) {
    if let derived = self as? Derived { return (derived.origin, derived.map) }
    return (self, .identity)
  }
}
