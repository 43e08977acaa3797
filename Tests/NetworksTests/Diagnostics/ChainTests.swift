import Networks
import Testing

@Suite struct ChainTests {
  @Test func `the gradients are the running products`() {
    let chain = Chain(output: 3, factors: [0.5, 4, -0.25])
    #expect(chain.gradients == [3, 1.5, 6, -1.5])
    #expect(chain.total == -0.5 && chain.layers == [3, 2, 1])
    #expect(!chain.isMeasured && chain.condition == nil)
  }

  @Test func `what becomes of it`() {
    #expect(Chain(output: 1, factors: [0.5, 0.5, 0.5, 0.5]).trend == .vanishing)
    #expect(Chain(output: 1, factors: [2, 2, 2, 2]).trend == .exploding)
    #expect(Chain(output: 1, factors: [2, 0.5]).trend == .healthy)
    #expect(Chain(output: 1, factors: [0, .infinity]).trend == nil)
  }

  /// Halves are exact down to the smallest subnormal number, 2⁻²⁴, 2⁻¹³³, 2⁻¹⁴⁹ and 2⁻¹⁰⁷⁴; half of that is a tie and goes
  /// to 0. Doubles are exact up to 2¹⁵, 2¹²⁷, 2¹²⁷ and 2¹⁰²³.
  @Test func `layers until a number format ends`() {
    let (halves, doubles) = (Chain(output: 1, factors: [0.5]), Chain(output: 1, factors: [2]))
    #expect(FloatFormat.all.map { halves.layersUntilEnd(in: $0) } == [25, 134, 150, 1075])
    #expect(FloatFormat.all.map { doubles.layersUntilEnd(in: $0) } == [16, 128, 128, 1024])
    #expect(Chain(output: 1, factors: [-1]).layersUntilEnd(in: .float64) == nil)
    #expect(Chain(output: 1, factors: []).layersUntilEnd(in: .float64) == nil)
  }
}
