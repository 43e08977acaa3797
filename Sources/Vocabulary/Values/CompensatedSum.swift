import CKernels

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
  ///
  /// It is finite wherever the sum of finite numbers is, however large they are on the way.
  public static func of(_ numbers: [Double]) -> Double {
    let sum = lanes(of: numbers).value
    guard !sum.isFinite, numbers.allSatisfy(\.isFinite) else { return sum }
    return lanes(of: numbers.map { $0.timesTwo(to: -64) }).value.timesTwo(to: 64)
  }

  static func lanes(of numbers: [Double]) -> Lanes {
    numbers.withUnsafeBufferPointer { numbers in
      var sum = Lanes()
      sum.add(numbers)
      return sum
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

    public var value: Double { parts.sum }

    /// The sum, and what its rounding took.
    private var parts: (sum: Double, lost: Double) {
      var total = CompensatedSum()
      for lane in 0..<8 { total.add(sums[lane]) }
      for number in rest { total.add(number) }
      let small = lost.sum()
      guard total.value.isFinite, small.isFinite else { return (total.value, 0) }
      let sum = total.value + small
      return (sum, ((total.sum - sum) + total.lost) + small)
    }

    /// The sum divided by how many numbers there were: the nearest number, and what it is too small by.
    public func meanAndRemainder(ofCount count: Int) -> (mean: Double, remainder: Double) {
      let (sum, lost) = parts
      let count = Double(count)
      let quotient = sum / count
      guard quotient.isFinite else { return (quotient, 0) }
      // The product is not rounded before it is taken off.
      let rest = (sum.addingProduct(-quotient, count) + lost) / count
      let mean = quotient + rest
      return (mean, (quotient - mean) + rest)
    }
  }
}
