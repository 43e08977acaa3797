import Networks
import Probability
import Vocabulary

/// The trainings whose times are quoted, as the peers' scripts have them.
enum NetworkWorkloads {
  /// 2-5-10-2-1, tanh and sigmoid, mse, sgd, batches of 32 of 10 000 points on two circles.
  static func circles(epochs: Int) {
    var generator = PCG64(seed: 1)
    guard let data = try? Circles.make(10_000, noise: 0.05, factor: 0.8, using: &generator) else { return }
    train([2, 5, 10, 2, 1], "tanh", "sigmoid", "mse", "sgd", data, batch: 32, epochs: epochs, threads: nil)
  }

  /// 784-256-128-10, relu and softmax, Adam, batches of 64 of 60 000 points.
  static func digits(epochs: Int, threads: Int?) {
    let data = digits
    train(
      [784, 256, 128, 10], "relu", "softmax", "categorical_crossentropy", "adam", data, batch: 64, epochs: epochs,
      threads: threads)
  }

  private static let digits: Dataset = {
    var generator = PCG64(seed: 1)
    let (points, features, classes) = (60_000, 784, 10)
    let elements = (0..<points * features).map { _ in generator.nextUniform() }
    let numbers = (0..<points).map { _ in Double(Int(generator.nextUniform() * Double(classes))) }
    return Dataset(
      name: "digits", features: Matrix(rows: points, columns: features, elements: elements),
      targets: Matrix(rows: points, columns: 1, elements: numbers), classes: classes)
  }()

  /// 50 layers of 256 tanh units, one batch of 256 points: forward, backward and a step of sgd.
  static func deep(steps: Int, threads: Int?) {
    var generator = PCG64(seed: 1)
    let width = 256
    func matrix() -> Matrix {
      Matrix(
        rows: width, columns: width, elements: (0..<width * width).map { _ in generator.standardNormal() })
    }
    let data = Dataset(name: "noise", features: matrix(), targets: matrix(), classes: nil)
    train(
      Array(repeating: width, count: 51), "tanh", "tanh", "mse", "sgd", data, batch: width, epochs: steps,
      threads: threads)
  }

  private static func train(
    _ sizes: [Int], _ hidden: String, _ output: String, _ loss: String, _ optimizer: String, _ data: Dataset,
    batch: Int, epochs: Int, threads: Int?
  ) {
    do {
      guard let hidden = try activations[hidden]?.makeDefault(), let output = try activations[output]?.makeDefault(),
        let loss = try losses[loss]?.makeDefault(), let optimizer = try optimizers[optimizer]?.makeDefault(),
        let initializer = try initializers["glorot_uniform"]?.makeDefault()
      else { preconditionFailure("these have defaults") }
      let dense = sizes.dropFirst().enumerated().map { index, units in
        DenseLayer(
          units: units, activation: index == sizes.count - 2 ? output : hidden, initializer: nil,
          bias: FixedInitializer(fixed: Constant(0)))
      }
      let architecture = try Architecture(
        [InputLayer(size: sizes[0])] + dense, initializer: initializer, memory: 4_000_000_000)
      var generator = PCG64(seed: 2)
      var weights = try architecture.drawWeights(using: &generator)
      var training = Training(epochs: epochs, batchSize: batch, loss: loss, optimizer: optimizer, shuffles: true)
      training.threads = threads
      let history = try training.run(
        architecture, &weights, on: data, using: &generator, interruption: Interruption(), progress: nil)
      precondition(history.ending == .completed)
    } catch {
      preconditionFailure("\(error.message)")
    }
  }
}
