import Probability
import Vocabulary

/// A layer that silences some units of each batch, other ones every time.
public struct DropoutLayer: SingleLayer {
  public let rate: Double

  static let declaration = Declaration<any Layer>(
    "dropout", "Silences some values of each batch in training, so that no unit relies on another.",
    Parameter("rate", .decay, "the share of values that become 0", aliases: ["drop_rate", "p"]),
    documentation: Documentation(
      formula: "in training: 0 with probability rate, else x / (1 - rate); else x",
      source: "N. Srivastava and others, Dropout, 2014; as in Keras",
      notes: "What is dropped is drawn by the generator that also shuffles.",
      examples: [
        Example("sequential(input(2), dropout(0.5), seed=1)", gives: "sequential: 2 → dropout 0.5, 0 parameters")
      ],
      seeAlso: ["dense", "sequential"],
      aliases: ["Dropout"])
  ) { rate in DropoutLayer(rate: rate) }

  public var display: Display { "dropout(" + Display(rate) + ")" }

  public func build(at position: Architecture.Position) throws(Failure) -> any BuiltLayer {
    BuiltDropout(inputs: position.inputs, offset: position.offset, rate: rate)
  }
}

/// Dropout in a network. The pre-activations hold what each value was multiplied by.
struct BuiltDropout: BuiltLayer {
  let inputs: Int
  let offset: Int
  let rate: Double

  var units: Int { inputs }
  var parameterCount: Int { 0 }
  var variables: [Range<Int>] { [] }
  var outline: String { "dropout \(NumberStyle.standard.text(rate))" }

  var kerasName: String { "dropout" }
  var arrays: [LayerArray] { [] }
  var definition: Display { "dropout(" + Display(rate) + ")" }
  func python(for library: TensorLayout) -> PythonLayer {
    switch library {
    case .keras: PythonLayer(["keras.layers.Dropout(\(rate.python)"])
    case .torch: PythonLayer(["nn.Dropout(\(rate.python))"])
    }
  }

  func draw(into weights: inout [Double], using generator: inout PCG64) {}

  func prepare(_ buffers: LayerBuffers, using generator: inout PCG64) {
    let kept = 1 / (1 - rate)
    for unit in 0..<units {
      for index in unit * buffers.pitch..<unit * buffers.pitch + buffers.points {
        buffers.preActivations[index] = generator.nextUniform() < rate ? 0 : kept
      }
    }
  }

  func prepareWithoutChance(_ buffers: LayerBuffers) {
    buffers.preActivations.update(repeating: 1, count: units * buffers.pitch)
  }

  func forward(_ buffers: LayerBuffers, rows: Range<Int>, scratch: UnsafeMutablePointer<Double>) {
    for index in rows.lowerBound * buffers.pitch..<rows.upperBound * buffers.pitch {
      buffers.output[index] =
        buffers.isTraining ? buffers.input[index] * buffers.preActivations[index] : buffers.input[index]
    }
  }

  func backwardActivation(_ buffers: LayerBuffers, rows: Range<Int>) {
    guard buffers.isTraining else { return }
    for index in rows.lowerBound * buffers.pitch..<rows.upperBound * buffers.pitch {
      buffers.deltas[index] *= buffers.preActivations[index]
    }
  }

  func backwardInput(_ buffers: LayerBuffers, rows: Range<Int>, scratch: UnsafeMutablePointer<Double>) {
    buffers.passDeltas(rows.clamped(to: 0..<inputs))
  }
}
