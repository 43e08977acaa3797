import CKernels

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
    let mean = CompensatedSum.of(Array(numbers)) / Double(count)
    self.mean = mean
    variance = CompensatedSum.of(numbers.map { ($0 - mean) * ($0 - mean) }) / Double(count)
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

  /// The sum of many numbers: eight running sums side by side, then those one after the other.
  public static func of(_ numbers: [Double]) -> Double {
    numbers.withUnsafeBufferPointer { numbers in
      guard let first = numbers.baseAddress else { return 0 }
      let lanes = 8
      let whole = numbers.count / lanes * lanes
      var sums = SIMD8<Double>(repeating: 0)
      var lost = SIMD8<Double>(repeating: 0)
      withUnsafeMutableBytes(of: &sums) { sums in
        withUnsafeMutableBytes(of: &lost) { lost in
          guard let sums = sums.baseAddress, let lost = lost.baseAddress else { return }
          best_kernels().pointee.compensated_sum(
            first, whole, sums.assumingMemoryBound(to: Double.self), lost.assumingMemoryBound(to: Double.self))
        }
      }
      var total = CompensatedSum()
      for lane in 0..<lanes { total.add(sums[lane]) }
      for index in whole..<numbers.count { total.add(numbers[index]) }
      let small = lost.sum()
      return small.isFinite ? total.value + small : total.value
    }
  }
}
