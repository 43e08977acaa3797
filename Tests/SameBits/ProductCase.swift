import CKernels

/// A product of matrices of one shape and one way of lying in memory.
struct ProductCase {
  let rows: Int
  let columns: Int
  let depth: Int
  /// Whether the columns of the left, or of the right factor lie one after the other, not its rows.
  let isLeftTurned: Bool
  let isRightTurned: Bool

  /// Sizes around the widths of tiles and vectors, then around the edges of blocks.
  static let all: [ProductCase] = {
    let small = [0, 1, 2, 3, 5, 7, 8, 9, 16, 17]
    var cases: [ProductCase] = []
    for rows in small {
      for columns in small {
        for depth in [0, 1, 2, 7, 8, 19] {
          let turn = cases.count
          cases.append(
            ProductCase(
              rows: rows, columns: columns, depth: depth, isLeftTurned: turn & 1 == 1, isRightTurned: turn & 2 == 2))
        }
      }
    }
    for (rows, columns, depth) in [(95, 33, 191), (96, 32, 192), (97, 31, 193), (193, 17, 385), (5, 130, 400)] {
      for turn in 0..<4 {
        cases.append(
          ProductCase(
            rows: rows, columns: columns, depth: depth, isLeftTurned: turn & 1 == 1, isRightTurned: turn & 2 == 2))
      }
    }
    return cases
  }()

  /// What a kernel makes of all of them; it is told the number of the case, and given scratch.
  static func run(
    _ kernel: @escaping @Sendable (KernelTable, inout MatrixProduct, Int, UnsafeMutablePointer<Double>) -> Void
  ) -> @Sendable (KernelTable, inout Journal) -> Void {
    { kernels, journal in
      for (number, shape) in all.enumerated() {
        journal.note(shape.product { kernel(kernels, &$0, number, $1) }, case: number)
      }
    }
  }

  private func product(_ kernel: (inout MatrixProduct, UnsafeMutablePointer<Double>) -> Void) -> [Double] {
    // One number more than needed, so that there is a place even without numbers.
    var a = Inputs.ordinary(rows * depth + 1, seed: 15)
    var b = Inputs.ordinary(depth * columns + 1, seed: 16)
    // Once in a while something special, which must stay in its row or column.
    if rows > 8 { a[depth / 2] = .infinity }
    if columns > 8 { b[depth / 2] = .nan }
    if depth > 2, rows > 0, columns > 0 { (a[1], b[1]) = (-0.0, 0x1p-1074) }
    var c = [Double](repeating: 7, count: rows * columns + 1)
    var scratch = [Double](repeating: 7, count: product_scratch(columns))
    a.withUnsafeMutableBufferPointer { a in
      b.withUnsafeMutableBufferPointer { b in
        c.withUnsafeMutableBufferPointer { c in
          scratch.withUnsafeMutableBufferPointer { scratch in
            guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress, let scratch = scratch.baseAddress
            else { return }
            var product = MatrixProduct(
              rows: rows, columns: columns, depth: depth,
              a: a, a_row: isLeftTurned ? 1 : depth, a_column: isLeftTurned ? max(1, rows) : 1,
              b: b, b_row: isRightTurned ? 1 : columns, b_column: isRightTurned ? max(1, depth) : 1,
              c: c, c_row: columns)
            kernel(&product, scratch)
          }
        }
      }
    }
    return c
  }
}
