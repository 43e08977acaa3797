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
  /// The probability of a value > `lower` and ≤ `upper`, right where it is tiny.
  func probability(from lower: Double, to upper: Double) -> Double
  /// The smallest x with `cumulative(x)` ≥ p; for p = 0 where the support begins, nan where p is no probability.
  func quantile(_ p: Double) -> Double
  /// The probability of the single value x; 0 for a continuous law.
  func pointMass(_ x: Double) -> Double
  /// One draw.
  func sample(using generator: inout PCG64) -> Double
  /// Fills the buffer with what as many calls of `sample` would draw.
  func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64)
  /// The law of `scale × X + shift`; throws where its parameters leave the finite numbers.
  func affine(scale: Double, shift: Double) throws(Failure) -> any Distribution
  /// The law of the sum with an independent draw from another law, nil where this law knows no closed form; then the
  /// other may know one.
  func adding(_ other: any Distribution) throws(Failure) -> (any Distribution)?
  /// The law of the sum of n independent draws, nil where it has no closed form.
  func sumOfIndependent(_ n: Int) throws(Failure) -> (any Distribution)?
}

extension Distribution {
  public var kind: String { "distribution" }

  /// The square root of the variance.
  public var standardDeviation: Double { variance.squareRoot() }

  public func pointMass(_ x: Double) -> Double { 0 }
  public func survival(_ x: Double) -> Double { 1 - cumulative(x) }
  public func adding(_ other: any Distribution) throws(Failure) -> (any Distribution)? { nil }
  public func sumOfIndependent(_ n: Int) throws(Failure) -> (any Distribution)? { nil }

  /// The difference of two values of `survival` or of `cumulative`, whichever loses less.
  public func probability(from lower: Double, to upper: Double) -> Double {
    if lower >= upper { return 0 }
    return cumulative(lower) > 0.5
      ? survival(lower) - survival(upper) : cumulative(upper) - cumulative(lower)
  }

  public func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    for index in buffer.indices { buffer[index] = sample(using: &generator) }
  }

  /// `normal(mean=0, stddev=1)`: valid input again.
  public var display: Display {
    let parts = properties.map { Display("\($0.name)=") + $0.value.display }
    return Display(name) + "(" + parts.joined(separator: ", ") + ")"
  }

  /// Whether the two are the same law, by name and parameters.
  func isSame(as other: any Distribution) -> Bool { display == other.display }

  /// The probability of a value in an interval.
  func probability(of interval: Interval) -> Double {
    if interval.lower == interval.upper { return pointMass(interval.lower) }
    var sum = probability(from: interval.lower, to: interval.upper)
    if interval.includesLower { sum += pointMass(interval.lower) }
    if !interval.includesUpper { sum -= pointMass(interval.upper) }
    return min(1, max(0, sum))
  }

  /// This law, as long as its named parameters are finite numbers; arithmetic may have made them others.
  ///
  /// Throws a failure of kind `argument` that names the first that is not.
  func checked(_ parameters: String...) throws(Failure) -> Self {
    for property in properties where parameters.contains(property.name) {
      guard case .number(let number) = property.value, !number.isFinite else { continue }
      throw Failure(
        .argument, "there is no \(name) with \(property.name)=\(NumberStyle.standard.text(number))",
        hint: "its parameters must stay finite numbers")
    }
    return self
  }
}
