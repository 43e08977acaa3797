import Probability
import Vocabulary

/// The same layers several times over, each with weights of its own.
public struct RepeatedLayers: Layer {
  public let count: Int
  public let layers: [any Layer]
  public let extent: LayerExtent

  static let declaration = Declaration<any Layer>(
    "repeat", "The same layers several times over, each time with weights of their own.",
    Parameter("n", .integer(1...10_000), "how many times", aliases: ["times", "count"]),
    .rest("layers", .layers, "one layer or several, or a list of them", atLeast: 1),
    documentation: Documentation(
      notes: "Other blocks may stand in it, repeat itself too.",
      examples: [
        Example(
          "sequential(input(2), repeat(3, dense(8), batch_normalization(), activation(tanh)), dense(1), seed=1)",
          gives: "sequential: 2 → 3 × (8 linear → batch norm → tanh) → 1 linear, 273 parameters")
      ],
      seeAlso: ["residual", "dense", "sequential"])
  ) { (count, layers) throws(Failure) in try RepeatedLayers(count: count, layers: layers.flatMap { $0 }) }

  init(count: Int, layers: [any Layer]) throws(Failure) {
    guard !layers.isEmpty else { throw Failure(.argument, "there is no layer to repeat", about: .argument("layers")) }
    self.count = count
    self.layers = layers
    extent = try LayerExtent(around: layers)
  }

  public var display: Display { "repeat(\(count), " + layers.list + ")" }

  public func add(to assembly: inout LayerAssembly) throws(Failure) {
    for _ in 0..<count {
      for layer in layers { try layer.add(to: &assembly) }
    }
  }
}
