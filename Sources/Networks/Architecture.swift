import Probability
import Vocabulary

/// The layers of a network with the positions of their parameters in one row of numbers.
public struct Architecture: Sendable {
  /// Where a layer stands in a network.
  public struct Position: Sendable {
    public let inputs: Int
    public let offset: Int
    /// How many layers stand before it.
    public let index: Int
    /// For weights of layers without an initializer of their own.
    public let initializer: any Initializer
  }

  public let inputs: Int
  public let layers: [any BuiltLayer]
  /// The most bytes that working with the network may take.
  public let memory: Int

  public var outputs: Int { layers.last?.units ?? inputs }
  public var parameterCount: Int { layers.reduce(0) { $0 + $1.parameterCount } }

  /// Throws a failure of kind `argument` unless an input layer stands first and only there, and of kind `limit` where
  /// the weights would not fit into so many bytes. What a layer is to blame for is about that element of `layers`.
  public init(_ layers: [any Layer], initializer: any Initializer, memory: Int) throws(Failure) {
    guard let input = layers.first as? InputLayer else {
      throw Failure(
        .argument, "the first layer must be input(n)", about: .element(of: "layers", 0),
        hint: "say how many features come in")
    }
    var assembly = try LayerAssembly(inputs: input.size, initializer: initializer, memory: memory)
    for (index, layer) in layers.enumerated().dropFirst() {
      do {
        try layer.add(to: &assembly)
      } catch {
        var failure = error
        failure.subject = .element(of: "layers", index)
        throw failure
      }
    }
    guard assembly.count > 0 else { throw Failure(.argument, "a network needs a layer besides its input") }
    self.inputs = input.size
    self.layers = assembly.layers
    self.memory = memory
  }

  /// So many bytes, rounded up to whole megabytes: `12 MB`.
  static func megabytes(_ bytes: Double) -> String {
    NumberStyle(digits: 15).text((bytes / 1e6).rounded(.up)) + " MB"
  }

  /// The same with layers of the same shapes in place of its own.
  init(_ other: Architecture, layers: [any BuiltLayer]) {
    (inputs, memory) = (other.inputs, other.memory)
    self.layers = layers
  }

  /// Draws all weights from one generator, layer by layer: the kernel row by row, then the biases.
  public func drawWeights(using generator: inout PCG64) throws(Failure) -> [Double] {
    var weights: [Double] = []
    weights.reserveCapacity(parameterCount)
    for layer in layers { try layer.draw(into: &weights, using: &generator) }
    return weights
  }

  /// `2 → 5 tanh → 1 sigmoid`; what comes three times or more in a row is said once: `2 → 20 × 50 tanh → 1 sigmoid`.
  public var outline: String { steps.joined(separator: " ") }

  /// The outline where it may be broken into lines: `2`, `→ 5 tanh`, `→ 1 sigmoid`.
  public var steps: [String] { ["\(inputs)"] + LayerOutline(of: layers).parts.map { "→ \($0)" } }
}
