import CKernels

/// A kernel, and what it is asked.
public struct KernelRow: Sendable {
  /// The name of the field of `KernelTable`.
  public let name: String
  private let compute: @Sendable (KernelTable, inout Journal) -> Void

  init(_ name: String, _ compute: @escaping @Sendable (KernelTable, inout Journal) -> Void) {
    (self.name, self.compute) = (name, compute)
  }

  /// Runs the kernel of one path.
  public func compute(_ kernels: KernelTable, _ journal: inout Journal) { compute(kernels, &journal) }

  /// All of them, in the order of `KernelTable`. A test holds this table against the header.
  public static let all: [KernelRow] = [
    function("exponential") { $0.exponential }, function("hyperbolic_tangent") { $0.hyperbolic_tangent },
    function("logistic") { $0.logistic }, function("natural_logarithm") { $0.natural_logarithm },
    operation("add") { $0.add }, operation("subtract") { $0.subtract },
    operation("multiply") { $0.multiply }, operation("divide") { $0.divide },
    KernelRow("compensated_sum") { kernels, journal in
      for (number, count) in Self.counts.enumerated() {
        let values = Inputs.ordinary(8 * count, seed: UInt64(count))
        var sums = Inputs.ordinary(8, seed: 1)
        var lost = [Double](repeating: 0, count: 8)
        kernels.compensated_sum(values, values.count, &sums, &lost)
        journal.note(sums + lost, case: number)
      }
    },
    KernelRow("finiteness") { kernels, journal in
      for (number, count) in Self.counts.enumerated() {
        var values = Inputs.ordinary(count, seed: 2)
        journal.note([kernels.finiteness(values, count)], case: 3 * number)
        if count > 0 {
          values[count / 2] = .nan
          journal.note([kernels.finiteness(values, count)], case: 3 * number + 1)
          values[count / 2] = -.infinity
          journal.note([kernels.finiteness(values, count)], case: 3 * number + 2)
        }
      }
    },
    KernelRow(
      "matrix_product",
      ProductCase.run { kernels, product, _, scratch in
        kernels.matrix_product(&product, scratch)
      }),
    KernelRow("round_values") { kernels, journal in
      for (index, format) in Self.formats.enumerated() {
        for (number, count) in Self.counts.enumerated() {
          var values = Inputs.mixed(count, seed: 3) + Inputs.ordinary(count, seed: 4)
          var format = format
          kernels.round_values(&values, values.count, &format)
          journal.note(values, case: 100 * index + number)
        }
      }
    },
    KernelRow(
      "rounded_product",
      ProductCase.run { kernels, product, number, _ in
        var format = Self.formats[number % Self.formats.count]
        kernels.rounded_product(&product, &format)
      }),
    KernelRow("sgd_step") { kernels, journal in
      for (number, count) in Self.counts.enumerated() {
        var weights = Inputs.ordinary(count, seed: 5)
        for step in 0..<3 {
          kernels.sgd_step(&weights, Inputs.mixed(count, seed: UInt64(step)), count, 0.1)
        }
        journal.note(weights, case: number)
      }
    },
    KernelRow("adam_step") { kernels, journal in
      for (number, count) in Self.counts.enumerated() {
        var weights = Inputs.ordinary(count, seed: 6)
        var means = [Double](repeating: 0, count: count)
        var squares = means
        var rates = AdamRates(rate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7)
        for step in 0..<3 {
          let gradients = (number & 1 == 0 ? Inputs.ordinary : Inputs.mixed)(count, UInt64(step))
          kernels.adam_step(&weights, gradients, &means, &squares, count, &rates)
        }
        journal.note(weights + means + squares, case: number)
      }
    },
    KernelRow("dot_product") { kernels, journal in
      for (number, count) in Self.counts.enumerated() {
        let (a, b) = (Inputs.ordinary(count, seed: 7), Inputs.ordinary(count, seed: 8))
        journal.note([kernels.dot_product(a, b, count)], case: number)
      }
    },
    KernelRow("add_scaled") { kernels, journal in
      for (number, count) in Self.counts.enumerated() {
        var target = Inputs.ordinary(count, seed: 9)
        kernels.add_scaled(&target, Inputs.mixed(count, seed: 10), 0.3, count)
        journal.note(target, case: number)
      }
    },
    KernelRow("rotate_rows") { kernels, journal in
      for (number, count) in Self.counts.enumerated() {
        var (a, b) = (Inputs.ordinary(count, seed: 11), Inputs.mixed(count, seed: 12))
        kernels.rotate_rows(&a, &b, 0.6, 0.8, count)
        journal.note(a + b, case: number)
      }
    },
  ]

  /// None, one, and around the multiples of every width.
  static let counts = Array(0...35) + [63, 64, 65, 127, 128, 129, 255, 256, 257, 999, 1000, 1001, 4096]

  /// float16, bfloat16 and float32.
  static let formats = [
    NumberFormat(surplus_bits: 42 << 52, smallest_exponent: 1009 << 52, largest: 65504),
    NumberFormat(surplus_bits: 45 << 52, smallest_exponent: 897 << 52, largest: 0x1.FEp127),
    NumberFormat(surplus_bits: 29 << 52, smallest_exponent: 897 << 52, largest: 0x1.FFFFFEp127),
  ]

  private static func function(
    _ name: String, _ kernel: @escaping @Sendable (KernelTable) -> ArrayFunction
  ) -> KernelRow {
    KernelRow(name) { kernels, journal in
      for (number, count) in (counts + [20_001]).enumerated() {
        var values = Inputs.mixed(count, seed: UInt64(number)) + Inputs.edges
        kernel(kernels)(values, &values, values.count)
        journal.note(values, case: number)
      }
    }
  }

  private static func operation(
    _ name: String, _ kernel: @escaping @Sendable (KernelTable) -> PairFunction
  ) -> KernelRow {
    KernelRow(name) { kernels, journal in
      for (number, count) in counts.enumerated() {
        let (a, b) = (
          Inputs.mixed(count, seed: 13) + Inputs.edges, Inputs.mixed(count, seed: 14) + Inputs.edges.reversed()
        )
        var result = a
        kernel(kernels)(a, b, &result, a.count)
        journal.note(result, case: number)
      }
    }
  }
}
