import ElementaryFunctions
import Plotting
import Testing
import Vocabulary

@Suite struct TicksTests {
  /// Domains of all sizes at all distances from 0.
  private static let domains: [ClosedRange<Double>] = {
    var state: UInt64 = 99
    func share() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) * 0x1p-53
    }
    let random = (0..<2000).map { _ -> ClosedRange<Double> in
      let size = pow(10, share() * 40 - 20)
      let start = (share() - 0.5) * size * pow(10, share() * 8 - 4)
      return start...start + size
    }
    return random + [
      0...1, -1...1, 0...0.3, 0.6...0.9, 0...7, 1e300...1.7e308, -1.7e308...1.7e308, 1e-300...3e-300, 1e6...1.0000001e6,
    ]
  }()

  @Test func `linear ticks are 3 to 8 round numbers within the domain`() {
    for domain in Self.domains {
      for count in 3...8 {
        let ticks = Ticks(scale: .linear, domain: domain, about: count)
        #expect((3...8).contains(ticks.values.count), "\(domain): \(ticks.labels)")
        #expect(ticks.values.allSatisfy { domain.contains($0) }, "\(domain): \(ticks.labels)")
        #expect(Set(ticks.labels).count == ticks.labels.count, "\(domain): \(ticks.labels)")
        let step = ticks.values[1] / 2 - ticks.values[0] / 2
        let mantissa = 2 * step / pow(10, (log10(step) + log10(2)).rounded(.down))
        let isRound = [1, 2, 5, 10].contains { abs(mantissa / $0 - 1) < 1e-3 }
        #expect(isRound, "\(domain): \(ticks.labels)")
      }
    }
  }

  @Test func `each label names its number`() {
    for domain in Self.domains {
      let ticks = Ticks(scale: .linear, domain: domain, about: 5, style: NumberStyle(notation: .e))
      for (value, label) in zip(ticks.values, ticks.labels) {
        let read = Double(label) ?? .nan
        #expect(read == value || abs(read / value - 1) < 1e-5, "\(value) is labelled \(label)")
      }
    }
  }

  @Test(arguments: [
    1.0...1e6, 1e-7...0.5, 1e-300...1e300, 1...10, 2...30, 0.5...0.7, 3...900, .leastNonzeroMagnitude...1e308,
    0.004...0.005, 1e-5...1e5,
  ])
  func `logarithmic ticks are 3 to 8 within the domain`(_ domain: ClosedRange<Double>) {
    let ticks = Ticks(scale: .logarithmic, domain: domain, about: 5)
    #expect((3...8).contains(ticks.values.count), "\(domain): \(ticks.labels)")
    #expect(ticks.values.allSatisfy { domain.contains($0) })
    #expect(Set(ticks.labels).count == ticks.labels.count)
  }

  @Test(arguments: [
    (Scale.linear, 0.0...1.0, "0 0.2 0.4 0.6 0.8 1"), (.linear, -4...4, "-4 -2 0 2 4"),
    (.linear, 0...3e6, "0 1×10⁶ 2×10⁶ 3×10⁶"),
    (.linear, 0...0.00004, "0 1×10⁻⁵ 2×10⁻⁵ 3×10⁻⁵ 4×10⁻⁵"), (.logarithmic, 1e-8...1, "10⁻⁸ 10⁻⁶ 10⁻⁴ 0.01 1"),
    (.logarithmic, 1...1e7, "1 100 10000 10⁶"), (.logarithmic, 1...40, "1 2 5 10 20"),
  ])
  func `ticks of known axes`(_ scale: Scale, _ domain: ClosedRange<Double>, _ labels: String) {
    #expect(Ticks(scale: scale, domain: domain, about: 5).labels.joined(separator: " ") == labels)
  }

  @Test func `counts have whole ticks`() {
    for last in 1...40 {
      let ticks = Ticks(scale: .linear, domain: 1...Double(last) + 0.5, about: 6, isCount: true)
      #expect(!ticks.values.isEmpty)
      #expect(ticks.values.allSatisfy { $0 == $0.rounded() }, "\(ticks.labels)")
    }
  }
}
