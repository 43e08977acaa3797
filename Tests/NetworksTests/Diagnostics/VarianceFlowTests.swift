import Networks
import Probability
import Testing
import Vocabulary

@Suite struct VarianceFlowTests {
  private func flow(
    _ initializer: any Initializer, _ activation: String, layers: Int, units: Int, points: Int
  ) throws -> VarianceFlow {
    var generator = PCG64(seed: 3)
    let activation = try #require(activations[activation]).makeDefault()
    return try VarianceFlow(
      initializer, activation, layers: layers, units: units, points: points, using: &generator)
  }

  /// var(w) = 2 / units: var(z) = 2 mean(a²), which is 2 for normal inputs, and mean(relu(z)²) = var(z) / 2; half of the
  /// slopes are 1.
  @Test func `he keeps the spread of relu`() throws {
    let units = 200
    let initializer = FixedInitializer(fixed: Normal(mean: 0, stddev: (2 / Double(units)).squareRoot()))
    let found = try flow(initializer, "relu", layers: 5, units: units, points: 200)
    for layer in found.layers {
      #expect((layer.predictedSignal - 2.0.squareRoot()).magnitude < 1e-9)
      #expect((layer.predictedGradient - 1).magnitude < 1e-9)
      #expect((layer.signal / layer.predictedSignal - 1).magnitude < 0.15)
      #expect((layer.gradient / layer.predictedGradient - 1).magnitude < 0.15)
    }
    #expect(found.predicted.trend == .healthy && found.measured.trend == .healthy)
  }

  /// Every weight 1: with two units both are the sum of what comes in; squares of signals and gradients grow by 4 where
  /// both units are the same, by 2 in the prediction, which takes them for independent.
  @Test func `constant weights`() throws {
    let found = try flow(FixedInitializer(fixed: Constant(1)), "linear", layers: 4, units: 2, points: 3)
    for (before, next) in zip(found.layers, found.layers.dropFirst()) {
      #expect((next.predictedSignal / before.predictedSignal - 2.0.squareRoot()).magnitude < 1e-9)
      #expect((next.signal / before.signal - 2).magnitude < 1e-14)
    }
    let gradients = found.layers.dropLast().map(\.gradient)
    for (before, next) in zip(gradients, gradients.dropFirst()) { #expect((before / next - 2).magnitude < 1e-14) }
    #expect((found.predicted.forward - 8.0.squareRoot()).magnitude < 1e-9)
    #expect((found.predicted.backward - 8.0.squareRoot()).magnitude < 1e-9)
    #expect((found.measured.forward - 8).magnitude < 1e-13)
  }

  @Test func `it stops when it is asked to`() throws {
    let interruption = Interruption()
    interruption.request()
    var generator = PCG64(seed: 3)
    let relu = try #require(activations["relu"]).makeDefault()
    #expect(throws: Failure.self) {
      try VarianceFlow(
        FixedInitializer(fixed: Constant(1)), relu, layers: 1, units: 1, points: 1, interruption, using: &generator)
    }
  }

  @Test func `a passage from nothing is 0`() {
    let passage = Passage(signals: [0, 3], gradients: [2, 0])
    #expect(passage.forward == 0 && passage.backward == 0 && passage.steps == 1 && passage.trend == .vanishing)
  }
}
