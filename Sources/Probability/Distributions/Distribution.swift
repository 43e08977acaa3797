import ElementaryFunctions
import Vocabulary

/// A probability distribution of a real random variable.
public protocol Distribution: Sendable {
  /// The built-in's name: `normal`.
  var name: String { get }
  /// What initializers of Keras and PyTorch call it.
  var python: PythonInitializer { get }
  /// Whether only separate values occur, each with a probability of its own.
  var isDiscrete: Bool { get }
  /// nan where it does not exist, as for `cauchy`.
  var mean: Double { get }
  /// nan where there is no mean, infinite where the squares have none.
  var variance: Double { get }
  /// The square root of the variance, also where that is too large or too small for a number.
  var standardDeviation: Double { get }
  /// The third central moment over the cube of the standard deviation; nan where it does not exist.
  var skewness: Double { get }
  /// The fourth central moment over the square of the variance, less 3 (the excess over a normal's, as SciPy has it);
  /// nan where it does not exist.
  var kurtosis: Double { get }
  /// The smallest x with `cumulative(x)` ≥ ½.
  var median: Double { get }
  /// The likeliest value, the smallest of several; nil where no formula is known.
  var mode: Double? { get }
  /// The number around which the distribution is symmetric, exactly; nil where there is none or none is known.
  var centreOfSymmetry: Double? { get }
  /// The mean of -ln density, in nats; nil where no formula is known.
  var entropy: Double? { get }
  /// The smallest and the largest value that can occur.
  var support: ClosedRange<Double> { get }
  /// Points within the support at which the density is not smooth.
  var kinks: [Double] { get }
  /// The density at x; of a discrete distribution, the probability of x.
  func density(_ x: Double) -> Double
  /// Its logarithm, right where the density itself underflows.
  func logDensity(_ x: Double) -> Double
  /// The probability of a value ≤ x.
  func cumulative(_ x: Double) -> Double
  /// The probability of a value > x, right where it is tiny.
  func survival(_ x: Double) -> Double
  /// The probability of a value > `lower` and ≤ `upper`, right where it is tiny.
  func probability(from lower: Double, to upper: Double) -> Double
  /// The smallest x with `cumulative(x)` ≥ p; for p = 0 where the support begins, nan where p is no probability.
  func quantile(_ p: Double) -> Double
  /// The largest x with a probability ≥ q of a value ≥ x, right where q is tiny; for q = 0 where the support ends.
  func upperQuantile(_ q: Double) -> Double
  /// The probability of the single value x; 0 for a continuous distribution.
  func pointMass(_ x: Double) -> Double
  /// One draw.
  func sample(using generator: inout PCG64) -> Double
  /// Fills the buffer with what as many calls of `sample` would draw.
  func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64)
  /// The distribution of `scale × X + shift`; throws where its parameters leave the finite numbers.
  func affine(scale: Double, shift: Double) throws(Failure) -> any Distribution
  /// The distribution of the sum with an independent draw from another distribution, nil where this distribution knows
  /// no closed form; then the other may know one.
  func adding(_ other: any Distribution) throws(Failure) -> (any Distribution)?
  /// The distribution of the sum of n independent draws, nil where it has no closed form.
  func sumOfIndependent(_ n: Int) throws(Failure) -> (any Distribution)?
  /// Throws where densities and probabilities of this distribution cannot be computed, with a hint at what can be done
  /// instead.
  func requireProbabilities() throws(Failure)
  /// The parameters, in the order in which the constructor takes them.
  var properties: [Property] { get }
  /// What the prompt shows for it; valid input again.
  var display: Display { get }
}

extension Distribution {
  /// Most distributions are no initializers elsewhere.
  public var python: PythonInitializer { PythonInitializer() }

  public var standardDeviation: Double { variance.squareRoot() }

  public var isDiscrete: Bool { false }
  public var median: Double { centreOfSymmetry ?? quantile(0.5) }
  public var mode: Double? { nil }
  public var centreOfSymmetry: Double? { nil }
  public var entropy: Double? { nil }
  public var kinks: [Double] { [] }
  public func logDensity(_ x: Double) -> Double { log(density(x)) }
  public func pointMass(_ x: Double) -> Double { isDiscrete ? density(x) : 0 }
  public func survival(_ x: Double) -> Double { 1 - cumulative(x) }
  public func adding(_ other: any Distribution) throws(Failure) -> (any Distribution)? { nil }
  public func sumOfIndependent(_ n: Int) throws(Failure) -> (any Distribution)? { nil }
  public func requireProbabilities() throws(Failure) {}

  public func affine(scale: Double, shift: Double) throws(Failure) -> any Distribution {
    try AffineImage.of(self, scale: scale, shift: shift)
  }

  public func upperQuantile(_ q: Double) -> Double {
    guard (0...1).contains(q) else { return .nan }
    return isDiscrete ? DiscreteQuantile.upper(q, of: self) : ContinuousQuantile.upper(q, of: self)
  }

  /// The difference of two values of `survival` or of `cumulative`, whichever loses less; where both would lose digits,
  /// the density's integral.
  public func probability(from lower: Double, to upper: Double) -> Double { difference(from: lower, to: upper) }

  func difference(from lower: Double, to upper: Double) -> Double {
    if lower.isNaN || upper.isNaN { return .nan }
    if lower >= upper { return 0 }
    let (below, above) = (cumulative(lower), survival(lower))
    let isUpper = below > 0.5
    let difference = isUpper ? above - survival(upper) : cumulative(upper) - below
    guard !isDiscrete, difference < 0.1 * (isUpper ? above : below) else { return max(0, difference) }
    let (start, end) = (max(lower, support.lowerBound), min(upper, support.upperBound))
    guard start < end, start.isFinite, end.isFinite else { return max(0, difference) }
    let cuts = [start] + kinks.filter { start < $0 && $0 < end } + [end]
    return zip(cuts, cuts.dropFirst()).reduce(0.0) { sum, piece in
      sum + GaussLegendre.integral(from: piece.0, to: piece.1) { density($0) }
    }
  }

  public func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    for index in buffer.indices { buffer[index] = sample(using: &generator) }
  }

  /// `normal(mean=0, stddev=1)`: valid input again.
  public var display: Display {
    let parts = properties.map { Display("\($0.name)=") + $0.value.display }
    return Display(name) + "(" + parts.joined(separator: ", ") + ")"
  }

  /// Whether the two are the same distribution, by name and parameters.
  func isSame(as other: any Distribution) -> Bool {
    name == other.name && display == other.display && numbers == other.numbers
  }

  /// All numbers among the parameters; what is shown of a long vector leaves some out.
  private var numbers: [Double] {
    properties.flatMap { property -> [Double] in
      switch property.value {
      case .number(let number): [number]
      case .vector(let elements): elements
      case .list(let values): values.flatMap { $0.distribution?.numbers ?? [] }
      case .object: property.value.distribution?.numbers ?? []
      default: []
      }
    }
  }

  /// The probability of a value in an interval.
  func probability(of interval: Interval) -> Double {
    if interval.lower == interval.upper { return pointMass(interval.lower) }
    if interval.upper == .infinity, interval.lower > -.infinity {
      return survival(interval.lower) + (interval.includesLower ? pointMass(interval.lower) : 0)
    }
    var sum = probability(from: interval.lower, to: interval.upper)
    if interval.includesLower { sum += pointMass(interval.lower) }
    if !interval.includesUpper { sum -= pointMass(interval.upper) }
    return min(1, max(0, sum))
  }

  /// This distribution, as long as its named parameters are finite numbers; arithmetic may have made them others.
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

extension Value {
  fileprivate var distribution: (any Distribution)? {
    if case .object(let variable as RandomVariable) = self { variable.distribution } else { nil }
  }
}
