import CKernels
import Testing

/// The loops of linear algebra give the same bits on every path that this processor has.
@Suite struct StretchKernelTests {
  static let paths = [kernel_path_portable, kernel_path_avx2, kernel_path_avx512].compactMap { kernels_of($0)?.pointee }

  static let counts = Array(0...40) + [255, 256, 1001]

  static func numbers(_ count: Int, seed: Int) -> [Double] {
    LinearAlgebraTests.matrix(1, count, seed: UInt64(seed)).elements.enumerated().map { index, number in
      index % 5 == 0 ? number * 1e9 : number
    }
  }

  @Test(arguments: counts)
  func `products are summed in one order`(_ count: Int) {
    let (a, b) = (Self.numbers(count, seed: 1), Self.numbers(count, seed: 2))
    var sums = [Double](repeating: 0, count: 16)
    let whole = count / 16 * 16
    for index in 0..<whole { sums[index % 16] += a[index] * b[index] }
    var expected = sums.reduce(0, +)
    for index in whole..<count { expected += a[index] * b[index] }
    for path in Self.paths { #expect(path.dot_product(a, b, count).bitPattern == expected.bitPattern) }
  }

  @Test(arguments: counts)
  func `rows are added and turned number by number`(_ count: Int) {
    let (a, b) = (Self.numbers(count, seed: 3) + [7], Self.numbers(count, seed: 4) + [8])
    for path in Self.paths {
      var sum = a
      path.add_scaled(&sum, b, 0.3, count)
      #expect(sum == zip(a, b).map { $0 + 0.3 * $1 }.prefix(count) + [7])
      var (x, y) = (a, b)
      path.rotate_rows(&x, &y, 0.6, 0.8, count)
      #expect(x == zip(a, b).map { 0.6 * $0 + 0.8 * $1 }.prefix(count) + [7])
      #expect(y == zip(a, b).map { 0.6 * $1 - 0.8 * $0 }.prefix(count) + [8])
    }
  }
}
