import Networks
import Probability
import TestSupport
import Testing
import Vocabulary

/// ∂L/∂w by the chain rule agrees with central differences.
@Suite struct GradientTests {
  @Test(arguments: activations.names, losses.names)
  func `of every activation under every loss`(_ activation: String, _ loss: String) throws {
    // Where a loss wants shares, what comes out must be some.
    let declared = try #require(losses[loss]).makeDefault()
    let output = if case .shares = declared.wantedOutputs { "softmax" } else { "sigmoid" }
    try check(try Fixtures.architecture(activation, output), loss)
  }

  @Test(
    arguments: layers.names.filter { $0 != "input" && $0 != "dense" } + ["both", "start"],
    ["mse", "categorical_crossentropy"])
  func `of every layer`(_ name: String, _ loss: String) throws {
    let layer: [any Layer] =
      switch name {
      case "dropout": [try Fixtures.layer("dropout", 0.4), try Fixtures.dense(4, "tanh")]
      case "repeat": [try repeated([try Fixtures.dense(3, "silu")]), try Fixtures.dense(2, "softmax")]
      case "activation":
        [try Fixtures.activation("silu"), try Fixtures.dense(4, "linear"), try Fixtures.activation("softmax")]
      case "residual":
        [
          try residual([
            try Fixtures.dense(4, "tanh"), try residual([try Fixtures.dense(4, "silu")]),
            try Fixtures.dense(3, "linear"),
          ]),
          try residual([try Fixtures.layer("layer_normalization"), try Fixtures.dense(3, "softmax")]),
        ]
      case "both":
        [
          try repeated([
            try residual([try repeated([try Fixtures.dense(3, "tanh"), try Fixtures.layer("batch_normalization")])])
          ])
        ]
      case "start":
        [try Fixtures.dense(2, "linear")]
      default: [try Fixtures.layer(name), try Fixtures.dense(4, "gelu"), try Fixtures.layer(name)]
      }
    var net = try Fixtures.architecture("tanh", loss == "mse" ? "linear" : "softmax", between: layer)
    if name == "start" {
      // A block at the very beginning, one without biases, and one at the end.
      let zeros = try #require(initializers["zeros"]).makeDefault()
      let units = loss == "mse" ? 1 : 2
      let bare = DenseLayer(
        units: 2, activation: try #require(activations["tanh"]).makeDefault(), initializer: nil, bias: nil)
      net = try Architecture(
        [
          InputLayer(size: 2), try residual([bare, try residual([bare])]), try Fixtures.dense(units, "tanh"),
          try residual([try Fixtures.dense(units, "silu")]),
          try Fixtures.activation(units == 1 ? "sigmoid" : "softmax"),
        ], initializer: zeros, memory: 1_000_000)
    }
    try check(net, loss)
  }

  private func repeated(_ parts: [any Layer]) throws -> any Layer {
    let declaration = try #require(layers["repeat"])
    return try declaration.make(
      Arguments([[Argument(.number(3))], parts.map { Argument(.object($0)) }], for: declaration.signature))
  }

  private func residual(_ parts: [any Layer]) throws -> any Layer {
    let declaration = try #require(layers["residual"])
    return try declaration.make(Arguments([parts.map { Argument(.object($0)) }], for: declaration.signature))
  }

  private func check(_ architecture: Architecture, _ loss: String) throws {
    let data = try Fixtures.circles()
    var generator = PCG64(seed: 5)
    var weights = (0..<architecture.parameterCount).map { _ in 0.7 * generator.standardNormal() }
    // Running variances are not negative.
    for layer in architecture.layers where layer.trainedCount < layer.parameterCount {
      for index in layer.trainedCount..<layer.parameterCount { weights[layer.offset + index] = 1 }
    }
    // One step of rate 1 over all points moves the weights by exactly the gradient, and an epoch's loss is that before
    // its step. The generator drops the same units each time.
    let step = try Fixtures.training(
      epochs: 1, batch: data.count, loss: loss, optimizer: try Fixtures.optimizer("sgd", "learning_rate=1"))
    var moved = weights
    _ = try step.run(architecture, &moved, on: data)
    for layer in architecture.layers {
      for index in layer.offset..<layer.offset + layer.trainedCount {
        let width = 1e-5
        var (above, below) = (weights, weights)
        above[index] += width
        below[index] -= width
        let rise = try step.run(architecture, &above, on: data).losses[0]
        let slope = (rise - (try step.run(architecture, &below, on: data).losses[0])) / (2 * width)
        #expect((weights[index] - moved[index] - slope).magnitude <= 1e-8 + 1e-6 * slope.magnitude)
      }
    }
  }

  @Test func `activations have the slopes they say`() throws {
    for declaration in activations.declarations {
      let activation = try declaration.makeDefault()
      guard activation.isElementwise else { continue }
      for z in stride(from: -6.05, to: 6, by: 0.1) where activation.kinks.allSatisfy({ ($0 - z).magnitude > 1e-6 }) {
        let width = 1e-6
        let slope = (activation.value(z + width) - activation.value(z - width)) / (2 * width)
        let said = activation.derivative(at: z, value: activation.value(z))
        #expect((said - slope).magnitude < 1e-8 * max(1, slope.magnitude), "\(declaration.name) at \(z)")
      }
      // And where they say that it jumps, it does.
      for kink in activation.kinks {
        let sides = [kink - 1e-9, kink + 1e-9].map { activation.derivative(at: $0, value: activation.value($0)) }
        #expect((sides[1] - sides[0]).magnitude > 1e-3, "\(declaration.name) at \(kink)")
      }
      for z in [0, 1e300, -1e300, Double.infinity, -Double.infinity] {
        #expect(
          !activation.value(z).isNaN && !activation.derivative(at: z, value: activation.value(z)).isNaN,
          "\(declaration.name)")
      }
    }
  }
}
