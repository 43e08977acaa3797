import ElementaryFunctions
import TestSupport
import Testing

@Suite struct FixedPowerTests {
  private static let exponents = [1e-9, 0.02, 0.1, 0.5, 1, 1.5, 2, 2.3, 10, 33.3, 1000, 1e7, -0.7, -12, .infinity, 0]

  @Test(arguments: exponents) func `agrees with pow`(_ exponent: Double) {
    let power = FixedPower(exponent)
    for x in (1...20_000).lazy.map({ Double($0) / 16_384 }) {
      let expected = pow(x, exponent)
      #expect((power(x) - expected).magnitude <= 1.1 * expected.ulp || power(x) == expected, "\(x)^\(exponent)")
    }
    for x in [0, .leastNonzeroMagnitude, 0x1p-1022, 0x1p-53, 1 - 0x1p-53, 1 + 0x1p-52, 1e300, .infinity] {
      let expected = pow(x, exponent)
      #expect(power(x) == expected || (power(x) - expected).magnitude <= 1.1 * expected.ulp, "\(x)^\(exponent)")
    }
  }

  /// Whatever stands beside a number: others that underflow, subnormal ones, 0.
  @Test(arguments: exponents) func `arrays have the bits of single numbers`(_ exponent: Double) {
    let power = FixedPower(exponent)
    let far: [Double] = [0, .leastNonzeroMagnitude, 1e-200, 1e300, .infinity]
    let values = (0..<999).map { index -> Double in
      index % 5 == 0 ? far[index / 5 % 5] : Double(index) / 700
    }
    for count in [0, 1, 2, 3, 998, 999] {
      var result = Array(values[..<count])
      result.withUnsafeMutableBufferPointer { power(UnsafeBufferPointer($0), into: $0) }
      #expect(result == values[..<count].map { power($0) })
    }
  }
}
