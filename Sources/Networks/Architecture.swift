import Probability
import Vocabulary

/// The layers of a network with the places of their weights in one row of numbers.
public struct Architecture: Sendable {
  /// A dense layer among its neighbours.
  public struct Dense: Sendable {
    public let inputs: Int
    public let units: Int
    public let activation: any Activation
    let initializer: any Initializer
    let bias: any Initializer
    /// Where its weights begin, `inputs × units` of them in row-major order, as Keras's kernel; its biases follow.
    public let offset: Int

    public var weightCount: Int { inputs * units }
    public var biasOffset: Int { offset + weightCount }
    public var parameterCount: Int { weightCount + units }
  }

  public let inputs: Int
  public let layers: [Dense]
  /// The most bytes that working with the network may take.
  public let memory: Int

  public var outputs: Int { layers.last?.units ?? inputs }
  public var parameterCount: Int { layers.reduce(0) { $0 + $1.parameterCount } }

  /// Throws a failure of kind `argument` unless an input layer stands first and only there, and of kind `limit` where
  /// the weights would not fit into so many bytes.
  public init(_ layers: [any Layer], initializer: any Initializer, memory: Int) throws(Failure) {
    guard let input = layers.first as? InputLayer else {
      throw Failure(.argument, "the first layer must be input(n)", hint: "say how many features come in")
    }
    var placed: [Dense] = []
    var inputs = input.size
    var bytes = 0.0
    for layer in layers.dropFirst().flatMap({ Self.unrolled($0) }) {
      guard let dense = layer as? DenseLayer else {
        throw Failure(.argument, "\(layer.display.printed().text) cannot stand between layers")
      }
      bytes += 8 * (Double(inputs) + 1) * Double(dense.units)
      guard bytes <= Double(memory) else {
        throw Failure(.limit, "so many weights would need \(Int64(bytes / 1e6)) MB", hint: "take fewer units")
      }
      placed.append(
        Dense(
          inputs: inputs, units: dense.units, activation: dense.activation,
          initializer: dense.initializer ?? initializer, bias: dense.bias,
          offset: placed.last.map { $0.offset + $0.parameterCount } ?? 0))
      inputs = dense.units
    }
    guard !placed.isEmpty else { throw Failure(.argument, "a network needs a layer besides its input") }
    self.inputs = input.size
    self.layers = placed
    self.memory = memory
  }

  /// A layer as often as it is repeated; repeats inside repeats are not unrolled, so that no line makes a huge network.
  private static func unrolled(_ layer: any Layer) -> [any Layer] {
    guard let repeated = layer as? RepeatedLayer else { return [layer] }
    return Array(repeating: repeated.layer, count: repeated.count)
  }

  /// Draws all weights from one generator, layer by layer: the kernel row by row, then the biases.
  public func drawWeights(using generator: inout PCG64) throws(Failure) -> [Double] {
    var weights: [Double] = []
    weights.reserveCapacity(parameterCount)
    for layer in layers {
      weights += try layer.initializer.weights(
        KernelShape(rows: layer.inputs, columns: layer.units), using: &generator)
      weights += try layer.bias.weights(
        KernelShape(rows: 1, columns: layer.units, fanIn: layer.inputs, fanOut: layer.units), using: &generator)
    }
    return weights
  }

  /// `2 → 5 tanh → 1 sigmoid`
  public var outline: String {
    layers.reduce("\(inputs)") { "\($0) → \($1.units) \($1.activation.name)" }
  }
}
