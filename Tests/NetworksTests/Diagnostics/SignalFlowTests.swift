import Networks
import Probability
import Testing
import Vocabulary

@Suite struct SignalFlowTests {
  /// In wide layers, where sums of many weights are nearly normal.
  @Test(arguments: ["tanh", "relu", "gelu", "sigmoid"])
  func `prediction and measurement agree in wide networks`(_ activation: String) throws {
    let normal = FixedInitializer(fixed: Normal(mean: 0, stddev: 0.09))
    let layers = [any Layer](repeating: try Fixtures.dense(300, activation), count: 4)
    let net = try Architecture(
      [InputLayer(size: 40)] + layers + [try Fixtures.dense(1, "linear")], initializer: normal, memory: 1_000_000_000)
    var generator = PCG64(seed: 1)
    let weights = try net.drawWeights(using: &generator)
    let points = Matrix(rows: 60, columns: 40, elements: (0..<2400).map { _ in generator.standardNormal() })
    let data = Dataset(
      name: "noise", features: points,
      targets: Matrix(rows: 60, columns: 1, elements: (0..<60).map { _ in generator.standardNormal() }), classes: nil)
    let flow = try net.flow(weights, on: data, loss: try #require(losses["mse"]).makeDefault())
    #expect(flow.rows.count == 5)
    for row in flow.rows.dropLast() {
      #expect((row.signal / row.predictedSignal - 1).magnitude < 0.1, "\(activation) \(row.layer)")
      #expect((row.gradient / row.predictedGradient - 1).magnitude < 0.15, "\(activation) \(row.layer)")
    }
  }

  /// One linear layer of given weights: z = 3 x₁ - 4 x₂ + 1 for points of independent features.
  @Test func `a layer of known weights`() throws {
    let net = try Architecture(
      [InputLayer(size: 2), try Fixtures.dense(1, "linear")], initializer: FixedInitializer(fixed: Constant(0)),
      memory: 1_000_000)
    let points = Matrix(rows: 4, columns: 2, elements: [1, 1, 1, -1, -1, 1, -1, -1])
    let data = Dataset(
      name: "corners", features: points, targets: Matrix(rows: 4, columns: 1, elements: [0, 0, 0, 0]), classes: nil)
    let flow = try net.flow([3, -4, 1], on: data, loss: try #require(losses["mse"]).makeDefault())
    #expect((flow.rows[0].predictedSignal - 26.0.squareRoot()).magnitude < 1e-14)
    #expect((flow.rows[0].signal - 26.0.squareRoot()).magnitude < 1e-14)
    #expect((flow.rows[0].gradient - 2 * 26.0.squareRoot()).magnitude < 1e-14)
  }
}
