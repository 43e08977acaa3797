import ElementaryFunctions
import Networks
import Probability
import TestSupport
import Testing
import Vocabulary

/// A training has the same bits on every path and for every number of threads.
@Suite struct SameBitsTests {
  @Test(arguments: ["sgd", "adam"])
  func `weights do not depend on threads or vector widths`(_ optimizer: String) throws {
    let sizes = [3, 37, 130, 5, 1]
    let layers: [any Layer] =
      [InputLayer(size: 2)] + (try sizes.map { try Fixtures.dense($0, $0 == 1 ? "sigmoid" : "tanh") })
      + [try Fixtures.layer("batch_normalization"), try Fixtures.dense(33, "linear")]
      + [
        try residual([
          try Fixtures.layer("layer_normalization"), try Fixtures.dense(33, "gelu"), try Fixtures.dense(33, "linear"),
        ])
      ]
      + [try Fixtures.activation("tanh"), try Fixtures.dense(1, "linear")]
    let glorot = try #require(initializers["glorot_uniform"]).makeDefault()
    let architecture = try Architecture(layers, initializer: glorot, memory: 1_000_000_000)
    var generator = PCG64(seed: 4)
    let start = try architecture.drawWeights(using: &generator)
    let data = try Circles.make(61, noise: 0.1, factor: 0.5, using: &generator)
    var results: [[UInt64]] = []
    for path in Kernels.Path.allSupported {
      for threads in 1...3 {
        var training = try Fixtures.training(
          epochs: 2, batch: 27, loss: "mse", optimizer: try Fixtures.optimizer(optimizer, ""))
        training.kernels = try #require(Kernels(path))
        training.threads = threads
        var weights = start
        let history = try training.run(architecture, &weights, on: data)
        results.append((weights + history.losses).map(\.bitPattern))
      }
    }
    #expect(results.allSatisfy { $0 == results[0] })
    #expect(results[0] != start.map(\.bitPattern) + results[0].suffix(2))
  }

  private func residual(_ parts: [any Layer]) throws -> any Layer {
    let declaration = try #require(layers["residual"])
    return try declaration.make(Arguments([parts.map { Argument(.object($0)) }], for: declaration.signature))
  }

  /// Deep sums, several blocks of panels, and odd sizes.
  @Test func `large products have the bits of the portable path`() throws {
    let layers: [any Layer] = [
      InputLayer(size: 401), try Fixtures.dense(203, "relu"), try Fixtures.dense(17, "softmax"),
    ]
    let glorot = try #require(initializers["glorot_uniform"]).makeDefault()
    let architecture = try Architecture(layers, initializer: glorot, memory: 1_000_000_000)
    var generator = PCG64(seed: 4)
    let start = try architecture.drawWeights(using: &generator)
    let points = Matrix(rows: 40, columns: 401, elements: (0..<40 * 401).map { _ in generator.standardNormal() })
    let classes = Matrix(rows: 40, columns: 1, elements: (0..<40).map { Double($0 % 17) })
    let data = Dataset(name: "noise", features: points, targets: classes, classes: 17)
    var results: [[UInt64]] = []
    for path in Kernels.Path.allSupported {
      var training = try Fixtures.training(
        epochs: 1, batch: 33, loss: "categorical_crossentropy", optimizer: try Fixtures.optimizer("adam", ""))
      training.kernels = try #require(Kernels(path))
      training.threads = path == .portable ? 1 : 2
      var weights = start
      _ = try training.run(architecture, &weights, on: data)
      results.append(weights.map(\.bitPattern))
    }
    #expect(results.allSatisfy { $0 == results[0] })
  }
}
