import Networks
import Probability
import Vocabulary

/// A layer that multiplies each value by a number of its own, which is learnt.
struct ScaleLayer: SingleLayer {
  static let declaration = Declaration<any Layer>(
    "scale", "Multiplies each value by a number of its own, which is learnt.",
    documentation: Documentation(
      formula: "factor × x",
      examples: [Example("scale()", gives: "scale()")], seeAlso: ["batch_normalization"])
  ) { ScaleLayer() }

  var display: Display { "scale()" }

  func build(at position: Architecture.Position) throws(Failure) -> any BuiltLayer {
    BuiltScale(inputs: position.inputs, offset: position.offset)
  }
}

private struct BuiltScale: BuiltLayer {
  let inputs: Int
  let offset: Int

  var units: Int { inputs }
  var parameterCount: Int { inputs }
  var variables: [Range<Int>] { [0..<inputs] }
  var outline: String { "scale" }
  var kerasName: String { "scale" }
  var arrays: [LayerArray] { [LayerArray(keras: "factor", torch: "factor", shape: [inputs], range: 0..<inputs)] }
  var definition: Display { "scale()" }
  func python(for library: TensorLayout) -> PythonLayer {
    switch library {
    case .keras:
      PythonLayer(
        ["Scale("],
        definition: """
          class Scale(keras.layers.Layer):
              def build(self, shape):
                  self.factor = self.add_weight(shape=(shape[-1],), initializer="ones", name="factor")

              def call(self, x):
                  return x * self.factor
          """)
    case .torch:
      PythonLayer(
        ["Scale(\(inputs))"],
        definition: """
          class Scale(nn.Module):
              def __init__(self, units):
                  super().__init__()
                  self.factor = nn.Parameter(torch.ones(units))

              def forward(self, x):
                  return x * self.factor
          """)
    }
  }

  func draw(into weights: inout [Double], using generator: inout PCG64) {
    weights += Array(repeating: 1, count: inputs)
  }

  func forward(_ buffers: LayerBuffers, rows: Range<Int>, scratch: UnsafeMutablePointer<Double>) {
    for unit in rows {
      for index in unit * buffers.pitch..<unit * buffers.pitch + buffers.points {
        buffers.output[index] = buffers.weights[unit] * buffers.input[index]
      }
    }
  }

  func backwardActivation(_ buffers: LayerBuffers, rows: Range<Int>) {}

  func backwardInput(_ buffers: LayerBuffers, rows: Range<Int>, scratch: UnsafeMutablePointer<Double>) {
    for unit in rows.clamped(to: 0..<inputs) {
      var gradient = 0.0
      for index in unit * buffers.pitch..<unit * buffers.pitch + buffers.points {
        gradient += buffers.deltas[index] * buffers.input[index]
        buffers.inputDeltas?[index] = buffers.weights[unit] * buffers.deltas[index]
      }
      buffers.gradients[unit] = gradient
    }
  }
}
