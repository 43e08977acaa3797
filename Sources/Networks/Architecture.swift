import Probability
import Vocabulary

/// The layers of a network with the positions of their parameters in one row of numbers.
public struct Architecture: Sendable {
  /// Where a layer stands in a network.
  public struct Position: Sendable {
    public let inputs: Int
    public let offset: Int
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
  /// the weights would not fit into so many bytes.
  public init(_ layers: [any Layer], initializer: any Initializer, memory: Int) throws(Failure) {
    guard let input = layers.first as? InputLayer else {
      throw Failure(.argument, "the first layer must be input(n)", hint: "say how many features come in")
    }
    var built: [any BuiltLayer] = []
    var (inputs, offset) = (input.size, 0)
    for layer in layers.dropFirst().flatMap({ Self.unrolled($0) }) {
      guard inputs < Self.mostUnits else { throw Self.tooLarge(8 * Double(inputs)) }
      let next = try layer.build(at: Position(inputs: inputs, offset: offset, initializer: initializer))
      // Asked before the parameters are counted: the product of two larger widths would be no whole number any more.
      guard next.units < Self.mostUnits else { throw Self.tooLarge(8 * Double(inputs) * Double(next.units)) }
      let bytes = 8 * (Double(offset) + Double(next.parameterCount))
      guard bytes <= Double(memory) else { throw Self.tooLarge(bytes) }
      built.append(next)
      inputs = next.units
      offset += next.parameterCount
    }
    guard !built.isEmpty else { throw Failure(.argument, "a network needs a layer besides its input") }
    self.inputs = input.size
    self.layers = built
    self.memory = memory
  }

  /// No layer is as wide as this, so that the number of weights between two layers is a whole number.
  private static let mostUnits = 1 << 31

  private static func tooLarge(_ bytes: Double) -> Failure {
    Failure(.limit, "so many weights would need \(megabytes(bytes))", hint: "take fewer units")
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

  /// A layer as often as it is repeated.
  private static func unrolled(_ layer: any Layer) -> [any Layer] {
    guard let repeated = layer as? RepeatedLayer else { return [layer] }
    return Array(repeating: repeated.layer, count: repeated.count)
  }

  /// Draws all weights from one generator, layer by layer: the kernel row by row, then the biases.
  public func drawWeights(using generator: inout PCG64) throws(Failure) -> [Double] {
    var weights: [Double] = []
    weights.reserveCapacity(parameterCount)
    for layer in layers { try layer.draw(into: &weights, using: &generator) }
    return weights
  }

  /// `2 → 5 tanh → 1 sigmoid`; three or more equal layers in a row are said once: `2 → 20 × 50 tanh → 1 sigmoid`.
  public var outline: String { steps.joined(separator: " ") }

  /// The outline where it may be broken into lines: `2`, `→ 5 tanh`, `→ 1 sigmoid`.
  public var steps: [String] {
    var steps = ["\(inputs)"]
    var rest = layers.map(\.outline)[...]
    while let outline = rest.first {
      let count = rest.prefix { $0 == outline }.count
      steps += count < 3 ? Array(repeating: "→ \(outline)", count: count) : ["→ \(count) × \(outline)"]
      rest.removeFirst(count)
    }
    return steps
  }
}
