import Networks
import Probability
import Testing
import Vocabulary

@Suite struct LandscapeTests {
  private func landscape(
    _ net: Architecture, _ weights: [Double], on data: Dataset, _ direction: Landscape.Direction = .random,
    directions: Int = 1, positions: Int = 3, span: Double = 1
  ) throws -> Landscape {
    var generator = PCG64(seed: 2)
    return try net.landscape(
      weights, on: data, loss: try #require(losses["mse"]).makeDefault(), along: direction,
      directions: directions, positions: positions, span: span, using: &generator)
  }

  /// With features that pick out single weights and targets of 0, the loss is the mean square of the weights, so that its
  /// second difference is that of the direction.
  @Test func `a random direction is as long as the weights of each unit`() throws {
    let size = 6
    let features = Matrix(
      rows: size, columns: size, elements: (0..<size * size).map { $0 / size == $0 % size ? 1 : 0 })
    for units in 1...3 {
      let net = try Architecture(
        [InputLayer(size: size), try Fixtures.dense(units, "linear")],
        initializer: FixedInitializer(fixed: Normal(mean: 0, stddev: 3)), memory: 1_000_000)
      var generator = PCG64(seed: UInt64(units))
      let weights = try net.drawWeights(using: &generator)
      let zeros = Matrix(rows: size, columns: units, elements: [Double](repeating: 0, count: size * units))
      let data = Dataset(name: "single", features: features, targets: zeros, classes: nil)
      let losses = try landscape(net, weights, on: data).losses.elements
      let square = (losses[0] + losses[2] - 2 * losses[1]) / 2
      #expect((square - losses[1]).magnitude < 1e-13 * square)
      // The second direction is as long.
      let plane = try landscape(net, weights, on: data, directions: 2).losses
      let other = (plane[0, 1] + plane[2, 1] - 2 * plane[1, 1]) / 2
      #expect((other - plane[1, 1]).magnitude < 1e-13 * other)
      #expect(plane.row(1) == losses)
    }
  }

  @Test func `the gradient's direction falls as steeply as the gradient is long`() throws {
    let data = try Fixtures.circles()
    let net = try Fixtures.architecture("tanh", "sigmoid")
    var generator = PCG64(seed: 5)
    let weights = (0..<net.parameterCount).map { _ in generator.standardNormal() }
    let step = try Fixtures.training(
      epochs: 1, batch: data.count, loss: "mse", optimizer: try Fixtures.optimizer("sgd", "learning_rate=1"))
    var moved = weights
    _ = try step.run(net, &moved, on: data)
    let gradient = zip(weights, moved).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
    let length = weights.map { $0 * $0 }.reduce(0, +).squareRoot()
    let losses = try landscape(net, weights, on: data, .gradient, span: 1e-5).losses.elements
    let slope = (losses[2] - losses[0]) / 2e-5
    #expect((slope + gradient * length).magnitude < 1e-7 * gradient * length)
    let evaluation = try net.evaluate(weights, on: data, loss: try #require(Networks.losses["mse"]).makeDefault())
    #expect((losses[1] - evaluation.loss).magnitude < 1e-15)
  }

  @Test func `positions go from one end of the span to the other`() throws {
    let net = try Fixtures.architecture("tanh", "sigmoid")
    let found = try landscape(
      net, [Double](repeating: 0, count: 13), on: try Fixtures.circles(), directions: 2, positions: 5, span: 2)
    #expect(found.positions == [-2, -1, 0, 1, 2])
    #expect(found.losses.rows == 5 && found.losses.columns == 5)
    // Without weights there is no scale to go by.
    #expect(Set(found.losses.elements) == [0.25])
  }
}
