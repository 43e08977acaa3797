import Vocabulary

/// What a square matrix does along the directions that it only stretches and turns.
public enum GeneralEigenvalues {
  /// A number with a real and an imaginary part.
  public struct Eigenvalue: Sendable, Equatable {
    public let real: Double
    public let imaginary: Double
  }

  /// All of them, by their real, then by their imaginary parts; complex ones come in pairs.
  ///
  /// Rows and columns are balanced by powers of two (B. Parlett, C. Reinsch, 1969), reflections leave a triangle and one
  /// diagonal below it, the values of which are found by Francis's double QR steps (1961; EISPACK's hqr). The numbers must
  /// be finite. Throws a failure of kind `interrupted`.
  public static func of(_ matrix: Matrix, _ interruption: Interruption) throws(Failure) -> [Eigenvalue] {
    precondition(matrix.rows == matrix.columns)
    let exponent = matrix.largestExponent
    let a = Grid(matrix, timesTwoTo: -exponent)
    balance(a)
    try reduce(a, interruption)
    var steps = FrancisSteps(a)
    let values = try steps.eigenvalues(interruption).map {
      Eigenvalue(real: $0.real.timesTwo(to: exponent), imaginary: $0.imaginary.timesTwo(to: exponent))
    }
    return values.sorted { ($0.real, $0.imaginary) < ($1.real, $1.imaginary) }
  }

  /// Makes the sums of each row and of the column of the same number alike, beside the diagonal; values stay the same.
  private static func balance(_ a: Grid) {
    let size = a.rows
    // Sums that stay apart however often, as those of a triangle, are let be after some rounds.
    for _ in 0..<100 {
      var isBalanced = true
      for place in 0..<size {
        var (row, column) = (0.0, 0.0)
        for other in 0..<size where other != place {
          row += a[place, other].magnitude
          column += a[other, place].magnitude
        }
        guard row > 0, column > 0 else { continue }
        // Of 2ᵏ the one that makes row / 2ᵏ and column × 2ᵏ most alike.
        let exponent = (Int(row.exponent) - Int(column.exponent)) / 2
        let sum = column.timesTwo(to: exponent) + row.timesTwo(to: -exponent)
        guard exponent != 0, sum < 0.95 * (row + column) else { continue }
        isBalanced = false
        for other in 0..<size where other != place {
          a[place, other] = a[place, other].timesTwo(to: -exponent)
          a[other, place] = a[other, place].timesTwo(to: exponent)
        }
      }
      if isBalanced { return }
    }
  }

  /// Makes everything below the diagonal below the diagonal 0 by reflections from both sides.
  private static func reduce(_ a: Grid, _ interruption: Interruption) throws(Failure) {
    let size = a.rows
    let vector = Grid(rows: 1, columns: size), products = Grid(rows: 1, columns: size)
    for pivot in 0..<max(0, size - 2) {
      try interruption.check()
      let rest = size - pivot - 1
      let (v, w) = (vector.row(0), products.row(0))
      for row in 0..<rest { v[row] = a[pivot + 1 + row, pivot] }
      let reflection = Reflection(of: v, count: rest)
      a[pivot + 1, pivot] = reflection.length
      for row in pivot + 2..<size { a[row, pivot] = 0 }
      guard reflection.weight != 0 else { continue }
      for column in 0..<rest { w[column] = 0 }
      for row in 0..<rest {
        Stretch.add(-reflection.weight * v[row], times: a.row(pivot + 1 + row) + pivot + 1, to: w, rest)
      }
      for row in 0..<rest { Stretch.add(v[row], times: w, to: a.row(pivot + 1 + row) + pivot + 1, rest) }
      for row in 0..<size { reflection.apply(v, to: a.row(row) + pivot + 1, rest) }
    }
  }
}

/// Double QR steps on a triangle with one diagonal below it, until that is 0 but for the pairs of complex values.
private struct FrancisSteps {
  typealias Eigenvalue = GeneralEigenvalues.Eigenvalue

  private let h: Grid
  /// The last row of what is left.
  private var last: Int
  private var steps = 0
  /// What was taken off the diagonal for good.
  private var shifted = 0.0
  private let norm: Double

  init(_ h: Grid) {
    self.h = h
    last = h.rows - 1
    var norm = 0.0
    for row in 0..<h.rows {
      for column in max(0, row - 1)..<h.columns { norm += h[row, column].magnitude }
    }
    self.norm = norm
  }

  mutating func eigenvalues(_ interruption: Interruption) throws(Failure) -> [Eigenvalue] {
    var values: [Eigenvalue] = []
    while last >= 0 {
      try interruption.check()
      let first = firstOfBlock
      switch last - first {
      case 0:
        values.append(Eigenvalue(real: h[last, last] + shifted, imaginary: 0))
        last -= 1
        steps = 0
      case 1:
        values += pair
        last -= 2
        steps = 0
      default:
        steps += 1
        guard steps < 1000 else { throw Failure(.limit, "the eigenvalues do not settle") }
        step(from: first)
      }
    }
    return values
  }

  /// Where the last block begins that does not fall apart.
  private var firstOfBlock: Int {
    for row in stride(from: last, to: 0, by: -1) {
      let neighbours = h[row - 1, row - 1].magnitude + h[row, row].magnitude
      if h[row, row - 1].magnitude < Double.epsilon * (neighbours == 0 ? norm : neighbours) || h[row, row - 1] == 0 {
        return row
      }
    }
    return 0
  }

  /// The two values of the last two rows.
  private var pair: [Eigenvalue] {
    let x = h[last, last] + shifted
    let product = h[last, last - 1] * h[last - 1, last]
    let half = (h[last - 1, last - 1] - h[last, last]) / 2
    let square = half * half + product
    let root = square.magnitude.squareRoot()
    guard square >= 0 else {
      return [-root, root].map { Eigenvalue(real: x + half, imaginary: $0) }
    }
    let larger = half + (half < 0 ? -root : root)
    let other = larger == 0 ? x : x - product / larger
    return [Eigenvalue(real: x + larger, imaginary: 0), Eigenvalue(real: other, imaginary: 0)]
  }

  /// One double step with the shifts of the last two rows, or now and then with others, lest it go round in circles.
  private mutating func step(from first: Int) {
    var x = h[last, last]
    var y = h[last - 1, last - 1]
    var w = h[last, last - 1] * h[last - 1, last]
    if steps % 10 == 0 {
      shifted += x
      for row in 0...last { h[row, row] -= x }
      let size = h[last, last - 1].magnitude + h[last - 1, last - 2].magnitude
      (x, y, w) = (0.75 * size, 0.75 * size, -0.4375 * size * size)
    }
    // Two small neighbours below the diagonal let a step begin there.
    var start = last - 2
    var (p, q, r) = (0.0, 0.0, 0.0)
    while true {
      let z = h[start, start]
      (r, q) = (x - z, y - z)
      p = (r * q - w) / h[start + 1, start] + h[start, start + 1]
      (q, r) = (h[start + 1, start + 1] - z - r - q, h[start + 2, start + 1])
      let size = p.magnitude + q.magnitude + r.magnitude
      if size > 0 { (p, q, r) = (p / size, q / size, r / size) }
      if start == first { break }
      let before = h[start, start - 1].magnitude * (q.magnitude + r.magnitude)
      let around = h[start - 1, start - 1].magnitude + z.magnitude + h[start + 1, start + 1].magnitude
      if before < Double.epsilon * p.magnitude * around { break }
      start -= 1
    }
    for row in start + 2...last {
      h[row, row - 2] = 0
      if row > start + 2 { h[row, row - 3] = 0 }
    }
    chase(from: start, in: first, p, q, r)
  }

  private func chase(from start: Int, in first: Int, _ p: Double, _ q: Double, _ r: Double) {
    var (p, q, r, size) = (p, q, r, 0.0)
    for place in start..<last {
      let hasThird = place < last - 1
      if place > start {
        (p, q, r) = (h[place, place - 1], h[place + 1, place - 1], hasThird ? h[place + 2, place - 1] : 0)
        size = p.magnitude + q.magnitude + r.magnitude
        guard size > 0 else { continue }
        (p, q, r) = (p / size, q / size, r / size)
      }
      let root = (p * p + q * q + r * r).squareRoot()
      let signed = p < 0 ? -root : root
      guard signed != 0 else { continue }
      if place > start {
        h[place, place - 1] = -signed * size
      } else if start > first {
        h[place, place - 1] = -h[place, place - 1]
      }
      p += signed
      let (x, y, z) = (p / signed, q / signed, r / signed)
      (q, r) = (q / p, r / p)
      for column in place...last {
        let sum = h[place, column] + q * h[place + 1, column] + (hasThird ? r * h[place + 2, column] : 0)
        h[place, column] -= sum * x
        h[place + 1, column] -= sum * y
        if hasThird { h[place + 2, column] -= sum * z }
      }
      for row in first...min(last, place + 3) {
        let sum = x * h[row, place] + y * h[row, place + 1] + (hasThird ? z * h[row, place + 2] : 0)
        h[row, place] -= sum
        h[row, place + 1] -= sum * q
        if hasThird { h[row, place + 2] -= sum * r }
      }
    }
  }
}
