import Networks
import Probability
import TestSupport
import Testing
import Vocabulary

@Suite struct TrainingTests {
  @Test func `circles are those of the NumPy lines in their help`() throws {
    var generator = PCG64(seed: 3)
    let made = try Circles.make(40, noise: 0.1, factor: 0.8, using: &generator)
    let expected = try Fixtures.circles()
    #expect(made.targets == expected.targets)
    for (value, reference) in zip(made.features.elements, expected.features.elements) {
      #expect((value - reference).magnitude <= 4e-16)
    }
  }

  @Test func `the first value that is not finite is named`() throws {
    let linear = try Fixtures.architecture("linear", "linear")
    let data = try Fixtures.circles()
    let training = Training(
      epochs: 3, batchSize: 8, loss: try #require(losses["mse"]).makeDefault(),
      optimizer: try #require(optimizers["sgd"]).makeDefault(), shuffles: false)
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

  @Test func `validation data are looked at and patience ends a training`() throws {
    let architecture = try Fixtures.architecture("tanh", "sigmoid")
    let data = try Fixtures.circles()
    var training = try Fixtures.training(
      epochs: 50, batch: 8, loss: "mse", optimizer: try Fixtures.optimizer("adam", "learning_rate=0.1"))
    var generator = PCG64(seed: 6)
    let start = (0..<architecture.parameterCount).map { _ in generator.standardNormal() }
    training.validation = data
    var weights = start
    let history = try training.run(architecture, &weights, on: data)
    #expect(history.ending == .completed)
    #expect(history.validationLosses.count == 50 && history.validationAccuracies.count == 50)
    let evaluation = try architecture.evaluate(weights, on: data, loss: training.loss)
    #expect(history.validationLosses.last == evaluation.loss)

    // The validation data are the classes turned round, so that what is learnt makes it worse.
    let turned = Matrix(rows: data.count, columns: 1, elements: data.targets.elements.map { 1 - $0 })
    training.validation = Dataset(name: "turned", features: data.features, targets: turned, classes: 2)
    training.patience = 3
    weights = start
    let ended = try training.run(architecture, &weights, on: data)
    let best = try #require(
      ended.validationLosses.indices.min { ended.validationLosses[$0] < ended.validationLosses[$1] })
    #expect(ended.ending == .noLongerBetter(epoch: best + 4, best: best + 1))
    #expect(ended.losses.count == best + 4)
  }

  @Test func `an interruption keeps the weights reached`() throws {
    let architecture = try Fixtures.architecture("tanh", "sigmoid")
    let training = try Fixtures.training(
      epochs: 5, batch: 8, loss: "mse", optimizer: try Fixtures.optimizer("sgd", "learning_rate=0.1"))
    let interruption = Interruption()
    var weights = [Double](repeating: 0.3, count: architecture.parameterCount)
    var generator = PCG64(seed: 0)
    let history = try training.run(
      architecture, &weights, on: try Fixtures.circles(), using: &generator, interruption: interruption,
      progress: { _ in interruption.request() })
    #expect(history.ending == .interrupted(epoch: 2))
    #expect(history.losses.count == 1)
    #expect(weights != [Double](repeating: 0.3, count: architecture.parameterCount))
  }

  @Test func `dropout is silent in evaluation and batch normalization uses its running means`() throws {
    let data = try Fixtures.circles()
    let dropping = try Fixtures.architecture("tanh", "sigmoid", between: [try Fixtures.layer("dropout", 0.5)])
    let plain = try Fixtures.architecture("tanh", "sigmoid")
    var generator = PCG64(seed: 6)
    let weights = (0..<plain.parameterCount).map { _ in generator.standardNormal() }
    #expect(try dropping.predict(data.features, weights: weights) == plain.predict(data.features, weights: weights))

    let normalizing = try Fixtures.architecture("tanh", "sigmoid", between: [try Fixtures.layer("batch_normalization")])
    var parts = Array(weights[..<9]) + [1, 1, 1, 0, 0, 0] + [0, 0, 0] + [1, 1, 1].map { $0 - 0.001 }
    parts += weights[9...]
    let near = zip(
      try normalizing.predict(data.features, weights: parts).elements,
      try plain.predict(data.features, weights: weights).elements)
    #expect(near.allSatisfy { ($0 - $1).magnitude < 1e-14 })
  }

  @Test func `classes by number are turned into outputs for each`() throws {
    let architecture = try Fixtures.architecture("tanh", "softmax")
    let training = try Fixtures.training(
      epochs: 200, batch: 8, loss: "categorical_crossentropy",
      optimizer: try Fixtures.optimizer("adam", "learning_rate=0.1"))
    var generator = PCG64(seed: 6)
    var weights = (0..<architecture.parameterCount).map { _ in generator.standardNormal() }
    let history = try training.run(architecture, &weights, on: try Fixtures.circles())
    #expect(try #require(history.accuracies.last) > 0.8)
  }
}
