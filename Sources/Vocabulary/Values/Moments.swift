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
      var sum = Lanes()
      sum.add(numbers)
      return sum.value
    }
  }

  /// That sum while numbers come in pieces; it depends on the numbers alone, not on how they are cut.
  public struct Lanes: Sendable {
    private var sums = SIMD8<Double>(repeating: 0)
    private var lost = SIMD8<Double>(repeating: 0)
    /// What is left over from the last piece, fewer than eight.
    private var rest: [Double] = []

    public init() {}

    /// Every piece but the last must have a multiple of eight numbers.
    public mutating func add(_ numbers: UnsafeBufferPointer<Double>) {
      precondition(rest.isEmpty, "only the last piece may have a rest")
      guard let first = numbers.baseAddress else { return }
      let whole = numbers.count / 8 * 8
      withUnsafeMutableBytes(of: &sums) { sums in
        withUnsafeMutableBytes(of: &lost) { lost in
          guard let sums = sums.baseAddress, let lost = lost.baseAddress else { return }
          best_kernels().pointee.compensated_sum(
            first, whole, sums.assumingMemoryBound(to: Double.self), lost.assumingMemoryBound(to: Double.self))
        }
      }
      rest = Array(numbers[whole...])
    }

    public var value: Double {
      var total = CompensatedSum()
      for lane in 0..<8 { total.add(sums[lane]) }
      for number in rest { total.add(number) }
      let small = lost.sum()
      return small.isFinite ? total.value + small : total.value
    }
  }
}
