/// Count, mean and spread of some numbers.
///
/// Two passes in the given order: the mean first, then the squared distances from it. What rounding takes from the mean is
/// not counted as spread, so that the variance of equal numbers is 0; and where a sum or a square would leave the range of
/// numbers, it is taken of the numbers times a power of two, so that the standard deviation is right at any size.
public struct Moments: Sendable, Equatable {
  public let count: Int
  /// The arithmetic mean; nan of no numbers.
  public let mean: Double
  /// What rounding took from the mean.
  public let meanRemainder: Double
  /// The variance in units of 4 to the power of an exponent.
  private let scaledVariance: Double
  private let exponent: Int

  public init(of numbers: some Collection<Double>) {
    let numbers = Array(numbers)
    count = numbers.count
    let (mean, remainder) = numbers.meanAndRemainder
    let squares = numbers.map { ($0 - mean) * ($0 - mean) }
    let variance = CompensatedSum.of(squares) / Double(count) - remainder * remainder
    if Self.harmless.contains(variance) || numbers.isEmpty || !numbers.allSatisfy(\.isFinite) {
      (self.mean, meanRemainder, scaledVariance, exponent) = (mean, remainder, variance, 0)
    } else {
      let deviations = Deviations(of: numbers)
      (self.mean, meanRemainder, exponent) = (deviations.mean, deviations.meanRemainder, deviations.exponent)
      scaledVariance = CompensatedSum.of(deviations.numbers.map { $0 * $0 }) / Double(count)
    }
  }

  /// Variances that no square was lost from on the way.
  private static let harmless = 0x1p-900...Double.greatestFiniteMagnitude

  /// The population variance (divided by the count, as NumPy's `var`); nan of no numbers.
  public var variance: Double { variance(inUnitsOfTwoTo: 0) }

  /// The square root of the variance.
  public var standardDeviation: Double { standardDeviation(timesRootOf: 1) }

  /// The square root of the variance times a factor, also where that is too large or too small for a number.
  public func standardDeviation(timesRootOf factor: Double) -> Double {
    (scaledVariance * factor).squareRoot().timesTwo(to: exponent)
  }

  /// The variance of the numbers divided by a power of two.
  public func variance(inUnitsOfTwoTo unit: Int) -> Double { scaledVariance.timesTwo(to: 2 * (exponent - unit)) }

  /// How far a number is from the mean, before that was rounded.
  public func distance(to number: Double) -> Double { (number - mean) - meanRemainder }
}

/// How far numbers are from their mean, in units of a power of two, so that the farthest is between 1 and 2 units away and
/// no square of a distance leaves the range of numbers.
public struct Deviations: Sendable {
  /// The arithmetic mean and what rounding took from it, not in those units.
  public let mean: Double
  public let meanRemainder: Double
  /// The distances; not all finite where the numbers are not.
  public let numbers: [Double]
  /// What the unit is 2 to the power of.
  public let exponent: Int

  public init(of numbers: [Double]) {
    let areFinite = numbers.allSatisfy(\.isFinite)
    // Away from the ends of the range neither the sum nor a distance leaves it.
    let largest = areFinite ? numbers.largestExponent : 0
    let shift = largest > 900 ? -200 : largest < -800 ? 200 : 0
    let shifted = shift == 0 ? numbers : numbers.map { $0.timesTwo(to: shift) }
    let (mean, remainder) = shifted.meanAndRemainder
    let distances = shifted.map { ($0 - mean) - remainder }
    let unit = areFinite ? distances.largestExponent : 0
    self.mean = mean.timesTwo(to: -shift)
    meanRemainder = remainder.timesTwo(to: -shift)
    self.numbers = distances.map { $0.timesTwo(to: -unit) }
    exponent = unit - shift
  }
}

extension [Double] {
  fileprivate var meanAndRemainder: (mean: Double, remainder: Double) {
    CompensatedSum.lanes(of: self).meanAndRemainder(ofCount: count)
  }
}
