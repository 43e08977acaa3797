import Vocabulary

/// A square matrix as a product of a lower and an upper triangle, its rows in another order: what solves systems of
/// equations (C. F. Gauss, 1810; with partial pivoting G. Golub, C. Van Loan, Matrix Computations, 3.4).
///
/// Rows, then columns, are first brought to one size by powers of two, so that scales differ neither in the choice of
/// pivots nor in what counts as singular.
public struct LUFactorization {
  public let size: Int
  private let factors: Grid
  /// Which row of the matrix each row of the factors is.
  private var order: [Int]
  private var isOddOrder = false
  /// The powers of two that rows and columns were multiplied by.
  private var rowExponents: [Int] = []
  private var columnExponents: [Int] = []
  /// About 1 / (‖A‖₁ ‖A⁻¹‖₁) of the scaled matrix: 0 of a singular one; below 2⁻⁵² no digit of a solution is sure.
  public private(set) var reciprocalCondition = 0.0

  /// The matrix must be square and its numbers finite. Throws a failure of kind `interrupted`.
  public init(_ matrix: Matrix, _ interruption: Interruption) throws(Failure) {
    precondition(matrix.rows == matrix.columns)
    size = matrix.rows
    factors = Grid(matrix)
    order = Array(0..<size)
    scale()
    let norm = oneNorm
    try eliminate(interruption)
    reciprocalCondition = try reciprocalCondition(ofNorm: norm, interruption)
  }

  /// Whether no digit of a solution would be sure.
  public var isSingular: Bool { !(reciprocalCondition > Double.epsilon / 2) }

  /// Largest numbers of rows and columns between 1 and 2; rows and columns of zeros stay.
  private mutating func scale() {
    func exponent(_ row: Int, _ column: Int) -> Int? {
      factors[row, column] == 0 ? nil : Int(factors[row, column].exponent)
    }
    rowExponents = (0..<size).map { row in -((0..<size).compactMap { exponent(row, $0) }.max() ?? 0) }
    columnExponents = (0..<size).map { column in
      -((0..<size).compactMap { row in exponent(row, column).map { $0 + rowExponents[row] } }.max() ?? 0)
    }
    // Both at once: after the first alone a number of the smallest might be none any more.
    for row in 0..<size {
      let line = factors.row(row)
      for column in 0..<size { line[column] = line[column].timesTwo(to: rowExponents[row] + columnExponents[column]) }
    }
  }

  private var oneNorm: Double {
    (0..<size).reduce(0.0) { largest, column in
      max(largest, (0..<size).reduce(0.0) { $0 + factors[$1, column].magnitude })
    }
  }

  private mutating func eliminate(_ interruption: Interruption) throws(Failure) {
    for pivot in 0..<size {
      try interruption.check()
      var best = pivot
      for row in pivot..<size where factors[row, pivot].magnitude > factors[best, pivot].magnitude { best = row }
      if best != pivot { exchange(pivot, best) }
      let top = factors.row(pivot)
      guard top[pivot] != 0 else { continue }
      for row in pivot + 1..<max(pivot + 1, size) {
        let line = factors.row(row)
        line[pivot] /= top[pivot]
        guard line[pivot] != 0 else { continue }
        Stretch.add(-line[pivot], times: top + pivot + 1, to: line + pivot + 1, size - pivot - 1)
      }
    }
  }

  private mutating func exchange(_ first: Int, _ second: Int) {
    let (a, b) = (factors.row(first), factors.row(second))
    for column in 0..<size { swap(&a[column], &b[column]) }
    order.swapAt(first, second)
    isOddOrder.toggle()
  }

  /// The product of the pivots; neither overflows on the way where the result does not.
  public var determinant: Double {
    var significand = isOddOrder ? -1.0 : 1.0
    var exponent = -rowExponents.reduce(0, +) - columnExponents.reduce(0, +)
    for index in 0..<size {
      significand *= factors[index, index]
      guard significand != 0 else { return 0 }
      let shift = Int(significand.exponent)
      significand = significand.timesTwo(to: -shift)
      exponent += shift
    }
    return significand.timesTwo(to: exponent)
  }

  /// The columns x with `A x = b` for each column b.
  ///
  /// A number that is no double any more is infinite. Throws a failure of kind `interrupted`.
  public func solve(_ right: Matrix, _ interruption: Interruption) throws(Failure) -> Matrix {
    precondition(right.rows == size)
    var result = Matrix(
      rows: size, columns: right.columns, elements: [Double](repeating: 0, count: size * right.columns))
    let work = Grid(rows: 1, columns: size)
    for column in 0..<right.columns {
      try interruption.check()
      // The right side may be of any size too.
      let unit =
        (0..<size).compactMap { row in
          right[row, column] == 0 || !right[row, column].isFinite
            ? nil : Int(right[row, column].exponent) + rowExponents[row]
        }.max() ?? 0
      for row in 0..<size { work[0, row] = right[order[row], column].timesTwo(to: rowExponents[order[row]] - unit) }
      substitute(work.row(0))
      for row in 0..<size { result[row, column] = work[0, row].timesTwo(to: columnExponents[row] + unit) }
    }
    return result
  }

  /// The inverse. Throws a failure of kind `interrupted`.
  public func inverse(_ interruption: Interruption) throws(Failure) -> Matrix {
    try solve(.identity(size), interruption)
  }

  /// Solves with the lower, then with the upper triangle.
  private func substitute(_ x: UnsafeMutablePointer<Double>) {
    for row in 0..<size { x[row] -= Stretch.dot(factors.row(row), x, row) }
    for row in stride(from: size - 1, through: 0, by: -1) {
      let line = factors.row(row)
      x[row] = (x[row] - Stretch.dot(line + row + 1, x + row + 1, size - row - 1)) / line[row]
    }
  }

  /// The same with the transposed triangles; the order of the rows does not matter to whoever asks.
  private func substituteTransposed(_ x: UnsafeMutablePointer<Double>) {
    for row in 0..<size {
      let line = factors.row(row)
      x[row] /= line[row]
      Stretch.add(-x[row], times: line + row + 1, to: x + row + 1, size - row - 1)
    }
    for row in stride(from: size - 1, through: 0, by: -1) {
      Stretch.add(-x[row], times: factors.row(row), to: x, row)
    }
  }

  /// By the norm of the inverse as N. J. Higham estimates it (1988), from a few solutions: seldom off by more than a factor
  /// of 3.
  private func reciprocalCondition(ofNorm norm: Double, _ interruption: Interruption) throws(Failure) -> Double {
    guard size > 0 else { return 1 }
    guard (0..<size).allSatisfy({ factors[$0, $0] != 0 }) else { return 0 }
    let work = Grid(rows: 1, columns: size)
    let x = work.row(0)
    for index in 0..<size { x[index] = 1 / Double(size) }
    var largest = 0.0
    var place = -1
    for _ in 0..<5 {
      try interruption.check()
      substitute(x)
      let sum = (0..<size).reduce(0.0) { $0 + x[$1].magnitude }
      guard sum > largest else { break }
      largest = sum
      for index in 0..<size { x[index] = x[index] < 0 ? -1 : 1 }
      substituteTransposed(x)
      let next = (0..<size).reduce(0) { x[$1].magnitude > x[$0].magnitude ? $1 : $0 }
      guard next != place else { break }
      place = next
      for index in 0..<size { x[index] = index == place ? 1 : 0 }
    }
    for index in 0..<size {
      let size = 1 + Double(index) / Double(max(1, self.size - 1))
      x[index] = index % 2 == 0 ? size : -size
    }
    substitute(x)
    let alternating = 2 * (0..<size).reduce(0.0) { $0 + x[$1].magnitude } / Double(3 * size)
    let inverseNorm = max(largest, alternating)
    return inverseNorm.isFinite ? 1 / norm / inverseNorm : 0
  }
}

extension Matrix {
  /// Ones on the diagonal, zeros elsewhere.
  public static func identity(_ size: Int) -> Matrix {
    diagonal([Double](repeating: 1, count: size))
  }

  /// Numbers on the diagonal, zeros elsewhere.
  public static func diagonal(_ numbers: [Double]) -> Matrix {
    let size = numbers.count
    var matrix = Matrix(rows: size, columns: size, elements: [Double](repeating: 0, count: size * size))
    for (place, number) in numbers.enumerated() { matrix[place, place] = number }
    return matrix
  }
}
