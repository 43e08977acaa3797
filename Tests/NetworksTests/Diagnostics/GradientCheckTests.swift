import Networks
import Probability
import Testing
import Vocabulary

@Suite struct GradientCheckTests {
  /// The square of z, with a derivative that is off by a factor.
  private struct Square: Activation {
    let factor: Double
    var name: String { "square" }
    var derivativeFormula: String? { nil }
    var python: PythonActivation { PythonActivation(keras: "keras.ops.square", torch: "torch.square") }
    var kinks: [Double] { [] }
    func value(_ z: Double) -> Double { z * z }
    func derivative(at z: Double, value y: Double) -> Double { 2 * factor * z }
  }

  private func check(_ layers: [any Layer], scale: Double = 0.7, loss: String = "mse") throws -> GradientCheck {
    let net = try Architecture(
      [InputLayer(size: 2)] + layers,
      initializer: FixedInitializer(fixed: Normal(mean: 0, stddev: scale)), memory: 1_000_000_000)
    var generator = PCG64(seed: 5)
    return try net.checkGradient(
      try net.drawWeights(using: &generator), on: try Fixtures.circles(),
      loss: try #require(losses[loss]).makeDefault())
  }

  @Test(arguments: [1, 1 + 1e-4, 1 - 1e-4, -1, 0.5])
  func `finds a wrong derivative and its layer`(_ factor: Double) throws {
    let square = DenseLayer(
      units: 3, activation: Square(factor: factor), initializer: nil, bias: FixedInitializer(fixed: Constant(0)))
    let found = try check([try Fixtures.dense(4, "tanh"), square, try Fixtures.dense(1, "linear")])
    #expect(found.agrees == (factor == 1), "\(found.relativeError)")
    if factor != 1 {
      // The last layer's own derivatives are right.
      #expect(found.rows[2].relativeError <= GradientCheck.tolerance)
      #expect(found.rows[1].relativeError > 0.9 * (factor - 1).magnitude / max(1, factor.magnitude))
    }
  }

  @Test(arguments: activations.names.filter { $0 != "softmax" })
  func `agrees for every activation`(_ activation: String) throws {
    let layers: [any Layer] = [
      try Fixtures.dense(4, activation), try Fixtures.layer("batch_normalization"), try Fixtures.layer("dropout", 0.4),
      try Fixtures.dense(3, activation), try Fixtures.dense(2, "softmax"),
    ]
    let found = try check(layers, loss: "categorical_crossentropy")
    #expect(found.rows.map(\.layer) == [1, 2, 4, 5])
    #expect(found.rows.map(\.checked) == [12, 8, 15, 8])
    #expect(found.agrees, "\(found.relativeError)")
  }

  @Test func `of a large layer a hundred parameters are checked`() throws {
    let found = try check([try Fixtures.dense(90, "tanh"), try Fixtures.dense(1, "sigmoid")])
    #expect(found.rows.map(\.checked) == [100, 91])
    #expect(found.agrees)
  }

  /// Differences tell nothing of derivatives smaller than the rounding of the loss.
  @Test func `derivatives that vanish are no errors`() throws {
    let found = try check(
      [any Layer](repeating: try Fixtures.dense(5, "tanh"), count: 12) + [try Fixtures.dense(1, "sigmoid")], scale: 0.01
    )
    #expect(found.rows[0].largest < 1e-15)
    #expect(found.agrees)
  }
}
