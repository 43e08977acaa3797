import Networks
import Probability
import TestSupport
import Testing
import Vocabulary

/// Classes and points that count differently, and gradients by layer.
@Suite struct PointWeightTests {
  /// Layers as `5 tanh;1 sigmoid`.
  private func architecture(_ text: String) throws -> Architecture {
    let layers = try text.split(separator: ";").map { part -> any Layer in
      let words = part.split(separator: " ").map(String.init)
      return try Fixtures.dense(try #require(Int(words[0])), words[1])
    }
    let zeros = try #require(initializers["zeros"]).makeDefault()
    return try Architecture([InputLayer(size: 2)] + layers, initializer: zeros, memory: 1_000_000_000)
  }

  private func numbers(_ text: String) -> [Double] { text.split(separator: ";").compactMap { Double($0) } }

  @Test func `derivatives by all parameters are PyTorch's`() throws {
    let data = try Fixtures.circles()
    for row in try References.rows("networks/gradients.csv") where row[2].isEmpty {
      let net = try architecture(row[0])
      let loss = try #require(losses[row[1]]).makeDefault()
      let values = row[4...].map(References.double)
      let weights = Array(values[1...net.parameterCount])
      let gradients = try net.gradients(weights, on: data, loss: loss)
      #expect((gradients.loss - values[0]).magnitude <= 1e-14)
      for (gradient, expected) in zip(gradients.all, values.suffix(net.parameterCount)) {
        #expect((gradient - expected).magnitude <= 1e-14, "\(row[0...2])")
      }
    }
  }

  /// A step of plain gradient descent over all points tells the derivatives.
  @Test func `derivatives of weighted losses are PyTorch's`() throws {
    let data = try Fixtures.circles()
    for row in try References.rows("networks/gradients.csv") where !row[2].isEmpty {
      let net = try architecture(row[0])
      var training = try Fixtures.training(
        epochs: 1, batch: 40, loss: row[1], optimizer: try Fixtures.optimizer("sgd", "learning_rate=1"))
      training.pointWeights = .ofClasses(numbers(row[2]))
      let values = row[4...].map(References.double)
      let start = Array(values[1...net.parameterCount])
      var weights = start
      let history = try training.run(net, &weights, on: data)
      for (index, expected) in values.suffix(net.parameterCount).enumerated() {
        #expect((start[index] - weights[index] - expected).magnitude <= 1e-13, "\(row[0...2])")
      }
      let evaluation = try net.evaluate(start, on: data, loss: training.loss, weights: training.pointWeights)
      for loss in [evaluation.loss, history.losses[0]] { #expect((loss - values[0]).magnitude <= 1e-13) }
    }
  }

  @Test func `training with weights is Keras's`() throws {
    let data = try Fixtures.circles()
    for row in try References.rows("networks/keras_weights.csv") {
      let net = try Fixtures.architecture("tanh", row[0] == "categorical_crossentropy" ? "softmax" : "sigmoid")
      var training = try Fixtures.training(
        epochs: 40, batch: 8, loss: row[0], optimizer: try Fixtures.optimizer("sgd", "learning_rate=0.1"))
      training.pointWeights = row[1] == "class_weights" ? .ofClasses(numbers(row[2])) : .ofPoints(numbers(row[2]))
      let values = row[3...].map(References.double)
      var weights = Array(values.prefix(net.parameterCount))
      _ = try training.run(net, &weights, on: data)
      for (weight, expected) in zip(weights, values.suffix(net.parameterCount)) {
        #expect((weight - expected).magnitude <= 1e-10 * max(1, expected.magnitude), "\(row[0...2])")
      }
    }
  }

  @Test func `weights of 1 change no bit`() throws {
    let net = try Fixtures.architecture("relu", "sigmoid")
    let data = try Fixtures.circles()
    var all: [[UInt64]] = []
    for counts in [nil, PointWeights.ofClasses([1, 1]), .ofPoints([Double](repeating: 1, count: 40))] {
      var training = try Fixtures.training(
        epochs: 3, batch: 8, loss: "binary_crossentropy", optimizer: try Fixtures.optimizer("adam", ""))
      training.pointWeights = counts
      var weights = (0..<13).map { Double($0 % 7) / 5 - 0.5 }
      _ = try training.run(net, &weights, on: data)
      all.append(weights.map(\.bitPattern))
    }
    #expect(all[0] == all[1] && all[0] == all[2])
  }
}
