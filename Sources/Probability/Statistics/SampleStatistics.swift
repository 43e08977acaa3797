import Vocabulary

/// Skewness and kurtosis of numbers, with the central moments divided by the count, as SciPy has them.
public struct SampleShape: Sendable {
  public let skewness: Double
  /// The excess over a normal's.
  public let kurtosis: Double

  /// nan of no numbers and of numbers that are all equal.
  public init(of numbers: [Double]) {
    let moments = Moments(of: numbers)
    let deviation = moments.standardDeviation
    func mean(_ power: (Double) -> Double) -> Double {
      CompensatedSum.of(numbers.map { power(($0 - moments.mean) / deviation) }) / Double(numbers.count)
    }
    skewness = deviation > 0 ? mean { $0 * $0 * $0 } : .nan
    kurtosis = deviation > 0 ? mean { ($0 * $0) * ($0 * $0) } - 3 : .nan
  }
}
