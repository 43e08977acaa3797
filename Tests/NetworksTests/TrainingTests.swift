import Networks
import Probability
import TestSupport
import Testing
import Vocabulary

@Suite struct TrainingTests {
  /// 2 inputs, 3 hidden units, 1 output.
  private static func architecture(_ hidden: String, _ output: String) throws -> Architecture {
    let zeros = try #require(initializers["zeros"]).makeStandard()
    return try Architecture(
      [
        InputLayer(size: 2), try dense(3, hidden), try dense(1, output),
      ], initializer: zeros, memory: 1_000_000)
  }

  private static func dense(_ units: Int, _ activation: String) throws -> DenseLayer {
    DenseLayer(
      units: units, activation: try #require(activations[activation]).makeStandard(), initializer: nil,
      bias: FixedInitializer(fixed: Constant(0)))
  }

  private static func data() throws -> Dataset {
    let rows = try References.rows("networks/circles.csv")
    let points = rows.flatMap { [References.double($0[0]), References.double($0[1])] }
    return Dataset(
      name: "circles", features: Matrix(rows: rows.count, columns: 2, elements: points),
      targets: Matrix(rows: rows.count, columns: 1, elements: rows.map { Double($0[2]) ?? .nan }), classes: 2)
  }

  private static func optimizer(_ momentum: String, _ nesterov: String) throws -> any Optimizer {
    let declaration = try #require(optimizers["sgd"])
    let arguments: [[Argument]] = [
      [Argument(.number(0.1))], [Argument(.number(Double(momentum) ?? .nan))], [Argument(.truth(nesterov == "true"))],
    ]
    return try declaration.make(Arguments(arguments, for: declaration.signature))
  }

  @Test func `circles are those of the NumPy lines in their help`() throws {
    var generator = PCG64(seed: 3)
    let made = try Circles.make(40, noise: 0.1, factor: 0.8, using: &generator)
    let expected = try Self.data()
    #expect(made.targets == expected.targets)
    for (value, reference) in zip(made.features.elements, expected.features.elements) {
      #expect((value - reference).magnitude <= 4e-16)
    }
  }

  @Test func `training agrees with PyTorch`() throws {
    let rows = try References.rows("networks/training.csv")
    #expect(Set(rows.map { $0[0] }) == Set(activations.names))
    #expect(Set(rows.map { $0[2] }) == Set(losses.names))
    let data = try Self.data()
    for row in rows {
      let architecture = try Self.architecture(row[0], row[1])
      let training = Training(
        epochs: 10, batchSize: 8, loss: try #require(losses[row[2]]).makeStandard(),
        optimizer: try Self.optimizer(row[3], row[4]), shuffles: false)
      var weights = row[5..<18].map(References.double)
      var generator = PCG64(seed: 0)
      let history = try training.run(
        architecture, &weights, on: data, using: &generator, interruption: Interruption(), progress: nil)
      #expect(history.losses.count == 10)
      for (weight, expected) in zip(weights, row[18...].map(References.double)) {
        #expect((weight - expected).magnitude <= 1e-10 * max(expected.magnitude, 1e-3), "\(row[0...4])")
      }
    }
  }

  /// ∂L/∂w by the chain rule and by central differences, for every activation under every loss.
  @Test(arguments: activations.names, losses.names)
  func `gradients agree with finite differences`(_ activation: String, _ lossName: String) throws {
    let architecture = try Self.architecture(activation, "sigmoid")
    let data = try Self.data()
    let loss = try #require(losses[lossName]).makeStandard()
    var generator = PCG64(seed: 5)
    let weights = (0..<architecture.parameterCount).map { _ in 0.7 * generator.standardNormal() }
    // One step of rate 1 over all points moves the weights by exactly the gradient.
    var optimizer = try #require(optimizers["sgd"]).makeStandard()
    optimizer.learningRate = 1
    var moved = weights
    let step = Training(epochs: 1, batchSize: data.count, loss: loss, optimizer: optimizer, shuffles: false)
    _ = try step.run(
      architecture, &moved, on: data, using: &generator, interruption: Interruption(), progress: nil)
    for index in weights.indices {
      let width = 1e-5
      var (above, below) = (weights, weights)
      above[index] += width
      below[index] -= width
      let slope =
        (try Evaluation(architecture, above, on: data, loss: loss).loss
          - Evaluation(architecture, below, on: data, loss: loss).loss) / (2 * width)
      #expect((weights[index] - moved[index] - slope).magnitude <= 1e-8 + 1e-6 * slope.magnitude)
    }
  }

  @Test func `activations have the slopes they say`() throws {
    for declaration in activations.declarations {
      let activation = try declaration.makeStandard()
      for z in stride(from: -6.05, to: 6, by: 0.1) {
        let width = 1e-6
        let slope = (activation.value(z + width) - activation.value(z - width)) / (2 * width)
        #expect((activation.slope(z, activation.value(z)) - slope).magnitude < 1e-8, "\(declaration.name) at \(z)")
      }
    }
  }

  @Test func `the first value that is not finite is named`() throws {
    let linear = try Self.architecture("linear", "linear")
    let data = try Self.data()
    let training = Training(
      epochs: 3, batchSize: 8, loss: try #require(losses["mse"]).makeStandard(),
      optimizer: try #require(optimizers["sgd"]).makeStandard(), shuffles: false)
    var generator = PCG64(seed: 0)
    var weights = [Double](repeating: 1, count: 13)
    weights[9] = 1e308
    weights[10] = 1e308
    weights[12] = 1e308
    var history = try training.run(
      linear, &weights, on: data, using: &generator, interruption: Interruption(), progress: nil)
    #expect(history.ending == .notFinite(epoch: 1, batch: 1, Nonfinite(layer: 2, what: "activations")))
    weights = [Double](repeating: 1, count: 13)
    weights[2] = .nan
    history = try training.run(
      linear, &weights, on: data, using: &generator, interruption: Interruption(), progress: nil)
    #expect(history.ending == .notFinite(epoch: 1, batch: 1, Nonfinite(layer: 1, what: "weights")))
  }

  /// On ten layers of a hundred tanh units.
  @Test(arguments: [(0.01, "vanishing"), (1, "exploding"), (0.1, "healthy")])
  func `inspection tells networks apart`(_ deviation: Double, _ verdict: String) throws {
    let layers: [any Layer] =
      [InputLayer(size: 2)] + [any Layer](repeating: try Self.dense(100, "tanh"), count: 10)
      + [try Self.dense(1, "sigmoid")]
    let architecture = try Architecture(
      layers, initializer: FixedInitializer(fixed: Normal(mean: 0, stddev: deviation)), memory: 10_000_000)
    for seed in 1...3 {
      var generator = PCG64(seed: UInt64(seed))
      let weights = try architecture.drawWeights(using: &generator)
      let inspection = try Inspection(
        architecture, weights, on: try Self.data(), loss: try #require(losses["mse"]).makeStandard(), learningRate: 0.01)
      #expect(inspection.display.printed().text.lines.last?.hasPrefix(verdict) == true, "seed \(seed)")
    }
  }
}
