import Probability
import Vocabulary

/// A network in the making: each layer is put where the last one ended.
public struct LayerAssembly {
  /// The layers so far.
  public private(set) var layers: [any BuiltLayer] = []
  /// How many values the last of them puts out, or how many come in.
  public private(set) var width: Int
  private var offset = 0
  private let initializer: any Initializer
  private let memory: Int

  init(inputs: Int, initializer: any Initializer, memory: Int) throws(Failure) {
    width = inputs
    self.initializer = initializer
    self.memory = memory
    guard inputs < Self.mostUnits else { throw Self.tooLarge(8 * Double(inputs)) }
  }

  /// How many layers there are: the place of the next.
  public var count: Int { layers.count }

  /// Puts a layer behind the others.
  ///
  /// Throws what keeps it from standing there, and a failure of kind `limit` where the weights would not fit into the
  /// memory, or where there are too many layers.
  public mutating func append(
    _ make: (Architecture.Position) throws(Failure) -> any BuiltLayer
  ) throws(Failure) {
    guard layers.count < Self.mostLayers else {
      throw Failure(.limit, "a network has at most \(Self.mostLayers) layers", hint: "repeat fewer of them")
    }
    let next = try make(
      Architecture.Position(inputs: width, offset: offset, index: layers.count, initializer: initializer))
    // Asked before the parameters are counted: the product of two larger widths would be no whole number any more.
    guard next.units < Self.mostUnits else { throw Self.tooLarge(8 * Double(width) * Double(next.units)) }
    let bytes = 8 * (Double(offset) + Double(next.parameterCount))
    guard bytes <= Double(memory) else { throw Self.tooLarge(bytes) }
    layers.append(next)
    width = next.units
    offset += next.parameterCount
  }

  private static let mostLayers = 100_000
  /// No layer is as wide as this, so that the number of weights between two layers is a whole number.
  private static let mostUnits = 1 << 31

  private static func tooLarge(_ bytes: Double) -> Failure {
    Failure(.limit, "so many weights would need \(Architecture.megabytes(bytes))", hint: "take fewer units")
  }
}

/// How many layers are written in a description, and how deep they stand inside each other.
public struct LayerExtent: Sendable {
  var count = 1
  var depth = 0

  private static let mostWritten = 100_000
  private static let deepest = 100

  /// Of one layer.
  public init() {}

  /// Of layers inside another. Throws a failure of kind `limit` where they are too many or too deep to be written.
  init(around layers: [any Layer]) throws(Failure) {
    for layer in layers {
      count += layer.extent.count
      depth = max(depth, layer.extent.depth + 1)
    }
    guard count <= Self.mostWritten, depth <= Self.deepest else {
      throw Failure(.limit, "these layers are nested too deep", hint: "repeat(n, …) makes many of a few")
    }
  }
}

extension [any Layer] {
  /// As they are written between brackets: `dense(5, tanh), dense(1)`.
  var list: Display { map(\.display).joined(separator: ", ") }
}
