import CKernels

/// Loops over arrays of doubles for one width of vector instructions; all widths give the same bits.
public struct Kernels: Sendable {
  /// What the loops were compiled for, from the narrowest to the widest.
  public enum Path: Sendable, CaseIterable {
    /// Two lanes, which every 64-bit processor has.
    case portable
    /// Four lanes, with fused multiply-add.
    case avx2
    /// Eight lanes.
    case avx512

    /// Those that this processor can run; `portable` is always one of them.
    public static var allSupported: [Path] { allCases.filter { Kernels($0) != nil } }

    /// What the environment variable GRADUS_KERNELS says where it names none of those.
    public static var refused: String? {
      guard let asked = asked_path_name().map({ String(cString: $0) }) else { return nil }
      return allSupported.contains { $0.name == asked } ? nil : asked
    }

    public var name: String { String(cString: kernel_path_name(ofKernels)) }

    fileprivate var ofKernels: KernelPath {
      switch self {
      case .portable: kernel_path_portable
      case .avx2: kernel_path_avx2
      case .avx512: kernel_path_avx512
      }
    }
  }

  public let path: Path
  /// Constant and never freed.
  nonisolated(unsafe) package let table: UnsafePointer<KernelTable>

  /// Nil where this processor cannot run them.
  public init?(_ path: Path) {
    guard let table = kernels_of(path.ofKernels) else { return nil }
    self.path = path
    self.table = table
  }

  /// Those that GRADUS_KERNELS names, or else the widest, of those that this processor can run.
  public static let best: Kernels = {
    let best = Path.allCases.first { $0.ofKernels == best_path() }.flatMap { Kernels($0) }
    guard let best else { preconditionFailure("the portable loops run everywhere") }
    return best
  }()

  /// `exp` of every value; the result must be as long as the values, and may be them. So the others.
  public func exp(_ values: UnsafeBufferPointer<Double>, into result: UnsafeMutableBufferPointer<Double>) {
    run(table.pointee.exponential, values, result)
  }

  public func tanh(_ values: UnsafeBufferPointer<Double>, into result: UnsafeMutableBufferPointer<Double>) {
    run(table.pointee.hyperbolic_tangent, values, result)
  }

  public func sigmoid(_ values: UnsafeBufferPointer<Double>, into result: UnsafeMutableBufferPointer<Double>) {
    run(table.pointee.logistic, values, result)
  }

  public func log(_ values: UnsafeBufferPointer<Double>, into result: UnsafeMutableBufferPointer<Double>) {
    run(table.pointee.natural_logarithm, values, result)
  }

  /// An operation between numbers.
  public enum Operation: Sendable {
    case add, subtract, multiply, divide
  }

  /// The operation for each pair; all three must be of one length, and the result may be either side.
  public func combine(
    _ operation: Operation, _ a: UnsafeBufferPointer<Double>, _ b: UnsafeBufferPointer<Double>,
    into result: UnsafeMutableBufferPointer<Double>
  ) {
    precondition(a.count == b.count && a.count == result.count, "all three must be of one length")
    guard let left = a.baseAddress, let right = b.baseAddress, let target = result.baseAddress else { return }
    switch operation {
    case .add: table.pointee.add(left, right, target, a.count)
    case .subtract: table.pointee.subtract(left, right, target, a.count)
    case .multiply: table.pointee.multiply(left, right, target, a.count)
    case .divide: table.pointee.divide(left, right, target, a.count)
    }
  }

  /// How many doubles a product of matrices needs besides, for a result of so many columns.
  package static func productScratch(columns: Int) -> Int { product_scratch(columns) }

  /// Eight running sums side by side, number i going to sum i mod 8, and what rounding has lost of each.
  ///
  /// The count must be a multiple of 8.
  public func compensatedSums(_ numbers: [Double]) -> (sums: [Double], lost: [Double]) {
    precondition(numbers.count % 8 == 0)
    var sums = [Double](repeating: 0, count: 8)
    var lost = sums
    table.pointee.compensated_sum(numbers, numbers.count, &sums, &lost)
    return (sums, lost)
  }

  private func run(
    _ function: ArrayFunction, _ values: UnsafeBufferPointer<Double>, _ result: UnsafeMutableBufferPointer<Double>
  ) {
    precondition(values.count == result.count, "the result must be as long as the values")
    guard let source = values.baseAddress, let target = result.baseAddress else { return }
    function(source, target, values.count)
  }
}

/// `exp` of every value; the same bits as one at a time. The result must be as long as the values, and may be them.
public func exp(_ values: UnsafeBufferPointer<Double>, into result: UnsafeMutableBufferPointer<Double>) {
  Kernels.best.exp(values, into: result)
}

/// `tanh` of every value; the same bits as one at a time. The result must be as long as the values, and may be them.
public func tanh(_ values: UnsafeBufferPointer<Double>, into result: UnsafeMutableBufferPointer<Double>) {
  Kernels.best.tanh(values, into: result)
}

/// `sigmoid` of every value; the same bits as one at a time. The result must be as long as the values, and may be them.
public func sigmoid(_ values: UnsafeBufferPointer<Double>, into result: UnsafeMutableBufferPointer<Double>) {
  Kernels.best.sigmoid(values, into: result)
}

/// `log` of every value; the same bits as one at a time. The result must be as long as the values, and may be them.
public func log(_ values: UnsafeBufferPointer<Double>, into result: UnsafeMutableBufferPointer<Double>) {
  Kernels.best.log(values, into: result)
}
