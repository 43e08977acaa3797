import Probability
import Testing

/// Windows that leave little of the normal distribution.
@Suite struct TruncatedNormalTests {
  @Test func `Keras's cut at two standard deviations`() throws {
    let standard = try TruncatedNormal(mean: 0, stddev: 1, low: -2, high: 2)
    #expect((standard.standardDeviation - 0.87962566103423978).magnitude <= 2e-16)
    #expect(standard.mean == 0)
  }

  /// NumPy users draw again what lies outside; the draws that remain are the same numbers.
  @Test func `wide windows keep the normal draws that lie within`() throws {
    let standard = try TruncatedNormal(mean: 1, stddev: 0.5, low: -2, high: 2)
    var (normal, cut) = (PCG64(seed: 42), PCG64(seed: 42))
    let expected = (0..<2000).map { _ in normal.standardNormal() }.filter { $0.magnitude <= 2 }
    for z in expected { #expect(standard.sample(using: &cut) == 1 + 0.5 * z) }
  }

  @Test(arguments: [
    (40, 41), (1e5, .infinity), (1e200, .infinity), (1e308, 1.7e308), (-.infinity, -1e154), (-1e300, 1e300),
    (1, 1.0000000000000002), (0, 1e-299), (-1e-200, 3e-200), (-40, .infinity), (38, 39),
  ])
  func `no window is too far or too narrow`(_ low: Double, _ high: Double) throws {
    let window = try TruncatedNormal(mean: 0, stddev: 1, low: low, high: high)
    var generator = PCG64(seed: 1)
    for _ in 0..<100 { #expect((low...high).contains(window.sample(using: &generator))) }
    #expect((low...high).contains(window.mean))
    #expect(window.variance >= 0 && window.variance <= 1)
    var last = low
    for probability in stride(from: 0, through: 1, by: 0.0625) {
      let x = window.quantile(probability)
      #expect(x >= last && x <= high)
      last = x
    }
    #expect(window.cumulative(high) == 1)
    #expect(window.survival(low) == 1)
  }

  @Test func `empty windows are refused`() {
    for (low, high) in [(2.0, 2.0), (3, 2), (0, 1e-301), (.infinity, .infinity), (-.infinity, -.infinity)] {
      #expect(throws: (any Error).self) { try TruncatedNormal(mean: 0, stddev: 1, low: low, high: high) }
    }
  }
}
