import Networks
import Probability
import TestSupport
import Testing
import Vocabulary

/// The small networks, data and optimizers that the tests share.
enum Fixtures {
  /// 2 inputs, 3 hidden units, and 1 output or, of softmax, 2.
  static func architecture(
    _ hidden: String, _ output: String, between layers: [any Layer] = [], hiddenUnits: Int = 3
  ) throws -> Architecture {
    let zeros = try #require(initializers["zeros"]).makeDefault()
    let last = try dense(output == "softmax" ? 2 : 1, output)
    return try Architecture(
      [InputLayer(size: 2), try dense(hiddenUnits, hidden)] + layers + [last], initializer: zeros, memory: 1_000_000_000
    )
  }

  static func dense(_ units: Int, _ activation: String) throws -> DenseLayer {
    DenseLayer(
      units: units, activation: try #require(activations[activation]).makeDefault(), initializer: nil,
      bias: FixedInitializer(fixed: Constant(0)))
  }

  /// A layer with its defaults, or with one argument.
  static func layer(_ name: String, _ argument: Double? = nil) throws -> any Layer {
    let declaration = try #require(layers[name])
    var groups: [[Argument]] = declaration.signature.parameters.map { _ in [] }
    if let argument { groups[0] = [Argument(.number(argument))] }
    return try declaration.make(Arguments(groups, for: declaration.signature))
  }

  /// An activation as a layer.
  static func activation(_ name: String) throws -> any Layer {
    let declaration = try #require(layers["activation"])
    return try declaration.make(
      Arguments([[Argument(.object(try #require(activations[name]).makeDefault()))]], for: declaration.signature))
  }

  static func circles() throws -> Dataset {
    let rows = try References.rows("networks/circles.csv")
    let points = rows.flatMap { [References.double($0[0]), References.double($0[1])] }
    return Dataset(
      name: "circles", features: Matrix(rows: rows.count, columns: 2, elements: points),
      targets: Matrix(rows: rows.count, columns: 1, elements: rows.map { Double($0[2]) ?? .nan }), classes: 2)
  }

  /// An optimizer with options as `learning_rate=0.1;nesterov=true`.
  static func optimizer(_ name: String, _ options: String) throws -> any Optimizer {
    let declaration = try #require(optimizers[name])
    var groups: [[Argument]] = declaration.signature.parameters.map { _ in [] }
    for option in options.split(separator: ";") {
      let parts = option.split(separator: "=").map(String.init)
      let index = try #require(declaration.signature.parameters.firstIndex { $0.name == parts[0] }, "\(option)")
      groups[index] = [Argument(Double(parts[1]).map { .number($0) } ?? .truth(parts[1] == "true"))]
    }
    return try declaration.make(Arguments(groups, for: declaration.signature))
  }

  /// A schedule with numbers as `step_decay 0.1 30 0.5`.
  static func schedule(_ text: String) throws -> any Schedule {
    let parts = text.split(separator: " ").map(String.init)
    let declaration = try #require(schedules[parts[0]])
    var groups: [[Argument]] = declaration.signature.parameters.map { _ in [] }
    for (index, part) in parts.dropFirst().enumerated() { groups[index] = [Argument(.number(Double(part) ?? .nan))] }
    return try declaration.make(Arguments(groups, for: declaration.signature))
  }

  static func training(epochs: Int, batch: Int, loss: String, optimizer: any Optimizer) throws -> Training {
    Training(
      epochs: epochs, batchSize: batch, loss: try #require(losses[loss]).makeDefault(), optimizer: optimizer,
      shuffles: false)
  }
}

extension Training {
  /// Trains with a fixed generator.
  func run(_ architecture: Architecture, _ weights: inout [Double], on data: Dataset) throws -> History {
    var generator = PCG64(seed: 0)
    return try run(
      architecture, &weights, on: data, using: &generator, interruption: Interruption(), progress: nil)
  }
}
