import Vocabulary

/// A distribution that arithmetic made of a variable, with the memory of which one and how: `2×N + 1 > 0` and `N < 3`
/// can hold of one draw.
struct Derived: Distribution {
  let origin: any Distribution
  let map: AffineMap
  let marginal: any Distribution

  init(_ distribution: any Distribution, scale: Double, shift: Double) throws(Failure) {
    let (origin, map) = distribution.source
    self.origin = origin
    self.map = AffineMap(scale: scale, shift: shift).after(map)
    marginal = try distribution.marginal.affine(scale: scale, shift: shift)
  }

  var name: String { marginal.name }
  var python: PythonInitializer { marginal.python }
  var properties: [Property] { marginal.properties }
  var display: Display { marginal.display }
  var isDiscrete: Bool { marginal.isDiscrete }
  var mean: Double { marginal.mean }
  var variance: Double { marginal.variance }
  var skewness: Double { marginal.skewness }
  var kurtosis: Double { marginal.kurtosis }
  var median: Double { marginal.median }
  var mode: Double? { marginal.mode }
  var entropy: Double? { marginal.entropy }
  var support: ClosedRange<Double> { marginal.support }
  var kinks: [Double] { marginal.kinks }
  func density(_ x: Double) -> Double { marginal.density(x) }
  func logDensity(_ x: Double) -> Double { marginal.logDensity(x) }
  func cumulative(_ x: Double) -> Double { marginal.cumulative(x) }
  func survival(_ x: Double) -> Double { marginal.survival(x) }
  func probability(from lower: Double, to upper: Double) -> Double { marginal.probability(from: lower, to: upper) }
  func quantile(_ p: Double) -> Double { marginal.quantile(p) }
  func upperQuantile(_ q: Double) -> Double { marginal.upperQuantile(q) }
  func pointMass(_ x: Double) -> Double { marginal.pointMass(x) }
  func sample(using generator: inout PCG64) -> Double { marginal.sample(using: &generator) }
  func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    marginal.fill(buffer, using: &generator)
  }
  func affine(scale: Double, shift: Double) throws(Failure) -> any Distribution {
    try marginal.affine(scale: scale, shift: shift)
  }
  func adding(_ other: any Distribution) throws(Failure) -> (any Distribution)? { try marginal.adding(other.marginal) }
  func sumOfIndependent(_ n: Int) throws(Failure) -> (any Distribution)? { try marginal.sumOfIndependent(n) }
  func requireProbabilities() throws(Failure) { try marginal.requireProbabilities() }
}

extension Distribution {
  /// The variable that this one was made of by arithmetic, and how.
  var source: (origin: any Distribution, map: AffineMap) {
    if let derived = self as? Derived { return (derived.origin, derived.map) }
    return (self, .identity)
  }
}
