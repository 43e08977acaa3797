/// Count, mean and spread of some numbers.
///
/// Two passes in the given order: the mean first, then the squared distances from it.
public struct Moments: Sendable, Equatable {
  public let count: Int
  /// The arithmetic mean; nan of no numbers.
  public let mean: Double
  /// The population variance (divided by the count, as NumPy's `var`); nan of no numbers.
  public let variance: Double

  public init(of numbers: some Collection<Double>) {
    count = numbers.count
    var sum = CompensatedSum()
    for number in numbers { sum.add(number) }
    let mean = sum.value / Double(count)
    var squares = CompensatedSum()
    for number in numbers { squares.add((number - mean) * (number - mean)) }
    self.mean = mean
    variance = squares.value / Double(count)
  }

  /// The square root of the variance.
  public var standardDeviation: Double { variance.squareRoot() }
}

/// A running sum that carries what rounding would lose (Neumaier 1974), so that it does not depend on the size of what
/// came before.
public struct CompensatedSum: Sendable {
  private var sum = 0.0
  private var lost = 0.0

  public init() {}

  public mutating func add(_ number: Double) {
    let next = sum + number
    if next.isFinite {
      lost += sum.magnitude >= number.magnitude ? (sum - next) + number : (number - next) + sum
    }
    sum = next
  }

  public var value: Double { sum.isFinite ? sum + lost : sum }
}
