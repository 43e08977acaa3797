import Vocabulary

/// The layers of a network with their shapes and parameters.
public struct LayerSummary: Object {
  private let architecture: Architecture

  public init(of architecture: Architecture) { self.architecture = architecture }

  public var kind: String { "summary" }
  public var properties: [Property] {
    let layers = architecture.layers
    return [
      Property("outlines", .list(layers.map { .text($0.outline) })),
      Property("inputs", .vector(layers.map { Double($0.inputs) })),
      Property("units", .vector(layers.map { Double($0.units) })),
      Property("parameters", .vector(layers.map { Double($0.parameterCount) })),
      Property("trained", .vector(layers.map { Double($0.trainedCount) })),
    ]
  }

  public var display: Display {
    var table = Table([
      Table.Column("layer"), Table.Column("units", .left), Table.Column("weights"), Table.Column("other"),
      Table.Column("parameters"),
    ])
    table.add(["", Display("input \(architecture.inputs)")])
    for (index, layer) in architecture.layers.enumerated() {
      let other = layer.parameterCount - layer.kernelCount
      table.add([
        Display(Double(index + 1)), Display(layer.outline),
        layer.kernelCount > 0 ? "\(layer.inputs) × \(layer.units)" : "", other > 0 ? Display(Double(other)) : "",
        Display(Double(layer.parameterCount)),
      ])
    }
    let trained = architecture.layers.reduce(0) { $0 + $1.trainedCount }
    let kept = architecture.parameterCount - trained
    let rest: Display = kept > 0 ? ", \(kept) of them only kept" : ""
    return Display(table) + "\n\(counted(architecture.parameterCount, "parameter"))" + rest
  }
}
