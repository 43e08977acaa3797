import Vocabulary

/// A random number's law.
public protocol Distribution: Operand {
  /// The built-in's name: `normal`.
  var name: String { get }
  var mean: Double { get }
  var variance: Double { get }
  /// The smallest and the largest value that can occur.
  var support: ClosedRange<Double> { get }
  /// The density at x; of a law of separate values, the probability of x.
  func density(_ x: Double) -> Double
  /// The probability of a value ≤ x.
  func cumulative(_ x: Double) -> Double
  /// The probability of a value > x, right where it is tiny.
  func survival(_ x: Double) -> Double
  /// The smallest x with `cumulative(x)` ≥ p, for p from 0 to 1.
  func quantile(_ p: Double) -> Double
  /// The probability of the single value x; 0 for a continuous law.
  func pointMass(_ x: Double) -> Double
  /// One draw.
  func sample(using generator: inout PCG64) -> Double
  /// The law of `scale × X + shift`.
  func affine(scale: Double, shift: Double) throws(Failure) -> any Distribution
  /// The law of the sum with an independent draw from another law, nil where it has no closed form.
  func adding(_ other: any Distribution) -> (any Distribution)?
  /// The law of the sum of n independent draws, nil where it has no closed form.
  func sumOfIndependent(_ n: Int) -> (any Distribution)?
}

extension Distribution {
  public var kind: String { "distribution" }

  /// The square root of the variance.
  public var standardDeviation: Double { variance.squareRoot() }

  public func pointMass(_ x: Double) -> Double { 0 }
  public func survival(_ x: Double) -> Double { 1 - cumulative(x) }
  public func adding(_ other: any Distribution) -> (any Distribution)? { nil }
  public func sumOfIndependent(_ n: Int) -> (any Distribution)? { nil }

  /// `normal(mean=0, stddev=1)`: valid input again.
  public var display: Display {
    let parts = properties.map { Display("\($0.name)=") + $0.value.display }
    return Display(name) + "(" + parts.joined(separator: ", ") + ")"
  }

  /// Whether the two are the same law, by name and parameters.
  func isSame(as other: any Distribution) -> Bool { display == other.display }

  /// The probability of a value in an interval.
  func probability(of interval: Interval) -> Double {
    let edges =
      (interval.includesLower ? pointMass(interval.lower) : 0)
      - (interval.includesUpper ? 0 : interval.upper > interval.lower ? pointMass(interval.upper) : 0)
    if interval.lower == interval.upper { return interval.includesLower ? pointMass(interval.lower) : 0 }
    let between =
      cumulative(interval.lower) > 0.5
      ? survival(interval.lower) - survival(interval.upper) : cumulative(interval.upper) - cumulative(interval.lower)
    return min(1, max(0, between + edges))
  }
}
