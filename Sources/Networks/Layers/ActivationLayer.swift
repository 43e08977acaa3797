import Probability
import Vocabulary

/// An activation by itself, for instance behind a normalization.
public struct ActivationLayer: SingleLayer {
  public let activation: any Activation

  static let declaration = Declaration<any Layer>(
    "activation", "An activation by itself, for instance behind a normalization.",
    Parameter("function", .activation, "what is done with each value", aliases: ["activation"]),
    documentation: Documentation(
      formula: "function(x)",
      notes: "dense(5, tanh) is dense(5) and activation(tanh) in one.",
      examples: [
        Example(
          "sequential(input(2), dense(5), batch_normalization(), activation(tanh), dense(1), seed=1)",
          gives: "sequential: 2 → 5 linear → batch norm → tanh → 1 linear, 41 parameters")
      ],
      seeAlso: ["dense", "batch_normalization", "layer_normalization"],
      aliases: ["Activation"])
  ) { activation in ActivationLayer(activation: activation) }

  public var display: Display { "activation(" + activation.display + ")" }

  public func build(at position: Architecture.Position) -> any BuiltLayer {
    BuiltActivation(inputs: position.inputs, offset: position.offset, activation: activation)
  }
}

/// An activation layer in a network. The pre-activations are what comes in.
struct BuiltActivation: ActivatedLayer {
  let inputs: Int
  let offset: Int
  let activation: any Activation

  var units: Int { inputs }
  var parameterCount: Int { 0 }
  var variables: [Range<Int>] { [] }
  var outline: String { activation.name }

  var kerasName: String { "activation" }
  var arrays: [LayerArray] { [] }
  var definition: Display { "activation(" + activation.display + ")" }
  var torchModuleCount: Int { activation.isTorchModule ? 1 : 0 }
  func python(for library: TensorLayout) throws(Failure) -> PythonLayer {
    let python = try activation.python
    switch library {
    case .keras:
      return PythonLayer(["keras.layers.Activation(\(python.keras)"], definition: python.kerasDefinition)
    case .torch: return PythonLayer([python.torch].compactMap(\.self), definition: python.torchDefinition)
    }
  }

  func draw(into weights: inout [Double], using generator: inout PCG64) {}

  func forward(_ buffers: LayerBuffers, rows: Range<Int>, scratch: UnsafeMutablePointer<Double>) {
    _ = buffers.block(buffers.preActivations, rows).update(fromContentsOf: buffers.block(buffers.input, rows))
    activate(buffers, rows: rows)
  }

  func backwardInput(_ buffers: LayerBuffers, rows: Range<Int>, scratch: UnsafeMutablePointer<Double>) {
    buffers.passDeltas(rows.clamped(to: 0..<inputs))
  }

  func replacing(activation: any Activation) -> any BuiltLayer {
    BuiltActivation(inputs: inputs, offset: offset, activation: activation)
  }

  /// As if what comes in were normal with mean 0.
  func signalGain(_ meanSquare: Double, weights: ArraySlice<Double>) -> (meanSquare: Double, backward: Double) {
    let activation = activation
    return (
      NormalExpectation.meanSquare(variance: meanSquare) { activation.value($0) },
      NormalExpectation.meanSquare(variance: meanSquare) { activation.derivative(at: $0, value: activation.value($0)) }
    )
  }
}
