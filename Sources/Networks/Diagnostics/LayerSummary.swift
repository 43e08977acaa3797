import Vocabulary

/// The layers of a network with their shapes and parameters.
public struct LayerSummary: Record {
  private let architecture: Architecture

  public init(of architecture: Architecture) { self.architecture = architecture }

  public var kind: String { "summary" }

  private var layers: [any BuiltLayer] { architecture.layers }

  public static let fields: [Field<LayerSummary>] = [
    Field("layer", "the numbers of the layers, from 1") { Array(1...$0.layers.count) },
    Field("units", "what the layers are, such as \"5 tanh\"", aliases: ["outlines"]) { $0.layers.map(\.outline) },
    Field("inputs", "what comes into each layer") { $0.layers.map(\.inputs) },
    Field("outputs", "how many units each layer has") { $0.layers.map(\.units) },
    Field("weights", "inputs × units of a layer with a matrix of weights, else empty") {
      $0.layers.map { $0.kernelCount > 0 ? "\($0.inputs) × \($0.units)" : "" }
    },
    Field("other", "biases; of batch normalization gamma, beta and the running means and variances") {
      $0.layers.map { $0.parameterCount > $0.kernelCount ? $0.parameterCount - $0.kernelCount : nil }
    },
    Field("parameters", "all of them, layer by layer") { $0.layers.map(\.parameterCount) },
    Field("trained", "those that are trained, not only kept") { $0.layers.map(\.trainedCount) },
  ]

  public var display: Display {
    let table = table(
      ["layer", "units", "weights", "other", "parameters"], head: ["", Display("input \(architecture.inputs)")])
    let trained = architecture.layers.reduce(0) { $0 + $1.trainedCount }
    let kept = architecture.parameterCount - trained
    let rest: Display = kept > 0 ? ", \(kept) of them only kept" : ""
    return Display(table) + "\n\(counted(architecture.parameterCount, "parameter"))" + rest
  }
}
