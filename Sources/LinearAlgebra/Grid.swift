import CKernels
import Vocabulary

/// A rectangle of numbers that is changed in place, row after row in memory.
///
/// Sums run in a fixed order and no product is fused with one, so that the bits are the same on every machine.
final class Grid {
  let rows: Int
  let columns: Int
  private let start: UnsafeMutablePointer<Double>

  /// Zeros.
  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    start = .allocate(capacity: max(1, rows * columns))
    start.initialize(repeating: 0, count: max(1, rows * columns))
  }

  /// The numbers of a matrix times a power of two.
  init(_ matrix: Matrix, timesTwoTo exponent: Int = 0) {
    rows = matrix.rows
    columns = matrix.columns
    start = .allocate(capacity: max(1, rows * columns))
    start.initialize(repeating: 0, count: max(1, rows * columns))
    for (index, element) in matrix.elements.enumerated() { start[index] = element.timesTwo(to: exponent) }
  }

  deinit { start.deallocate() }

  subscript(row: Int, column: Int) -> Double {
    get { start[row * columns + column] }
    set { start[row * columns + column] = newValue }
  }

  func row(_ index: Int) -> UnsafeMutablePointer<Double> { start + index * columns }

  /// Its first rows as a matrix, times a power of two.
  func matrix(rows count: Int? = nil, timesTwoTo exponent: Int = 0) -> Matrix {
    let count = (count ?? rows) * columns
    let elements = (0..<count).map { start[$0].timesTwo(to: exponent) }
    return Matrix(rows: columns == 0 ? rows : count / columns, columns: columns, elements: elements)
  }
}

/// Stretches of numbers beside each other.
enum Stretch {
  private static let kernels = best_kernels().pointee

  /// The sum of the products.
  static func dot(_ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ count: Int) -> Double {
    kernels.dot_product(a, b, count)
  }

  /// `target += factor × values`
  static func add(
    _ factor: Double, times values: UnsafePointer<Double>, to target: UnsafeMutablePointer<Double>, _ count: Int
  ) {
    kernels.add_scaled(target, values, factor, count)
  }

  /// `a, b = cosine × a + sine × b, cosine × b - sine × a`
  static func rotate(
    _ a: UnsafeMutablePointer<Double>, _ b: UnsafeMutablePointer<Double>, _ rotation: Rotation, _ count: Int
  ) {
    kernels.rotate_rows(a, b, rotation.cosine, rotation.sine, count)
  }
}

/// A rotation of the plane that turns a point onto the first axis (W. Givens, 1958).
struct Rotation {
  var cosine = 1.0
  var sine = 0.0
  /// How far the point is from the origin.
  var length = 0.0

  /// The point's squares must neither overflow nor matter where they underflow.
  init(turning x: Double, _ y: Double) {
    length = (x * x + y * y).squareRoot()
    if length > 0 { (cosine, sine) = (x / length, y / length) }
  }
}

extension Double {
  static let epsilon = 0x1p-52
}

extension Matrix {
  /// The exponent of its largest number, 0 where all are 0.
  public var largestExponent: Int { elements.largestExponent }
}
