import Probability
import Vocabulary

/// A layer that brings the values of each point to mean 0 and variance 1.
public struct LayerNormalizationLayer: SingleLayer {
  public let epsilon: Double

  static let declaration = Declaration<any Layer>(
    "layer_normalization",
    "Brings the values of each point to mean 0 and variance 1, then scales and shifts each unit.",
    Parameter("epsilon", .positive, "is added to the variance", default: 0.001, aliases: ["eps"]),
    documentation: Documentation(
      formula: "gamma × (x - mean) / √(var + epsilon) + beta, with mean and var over the units of one point",
      source: "J. L. Ba, J. R. Kiros, G. E. Hinton, Layer normalization, 2016; as in Keras",
      notes:
        "Each point is normalized by itself, so that it does the same in training and afterwards. Its parameters are "
        + "gamma and beta. PyTorch's epsilon is 10⁻⁵ where it is left out.",
      examples: [
        Example(
          "sequential(input(2), dense(4), layer_normalization(), activation(relu), dense(1), seed=1)",
          gives: "sequential: 2 → 4 linear → layer norm → relu → 1 linear, 25 parameters")
      ],
      seeAlso: ["batch_normalization", "residual", "activation"],
      aliases: ["LayerNormalization", "LayerNorm", "layer_norm"])
  ) { epsilon in LayerNormalizationLayer(epsilon: epsilon) }

  public var display: Display { "layer_normalization(epsilon=" + Display(epsilon) + ")" }

  public func build(at position: Architecture.Position) -> any BuiltLayer {
    BuiltLayerNormalization(inputs: position.inputs, offset: position.offset, epsilon: epsilon)
  }
}

/// Layer normalization in a network. The pre-activations hold the values brought to mean 0 and variance 1.
struct BuiltLayerNormalization: BuiltLayer {
  let inputs: Int
  let offset: Int
  let epsilon: Double

  var units: Int { inputs }
  /// Gamma and beta of each unit.
  var parameterCount: Int { 2 * inputs }
  var variables: [Range<Int>] { [0..<units, units..<2 * units] }
  var outline: String { "layer norm" }

  var kerasName: String { "layer_normalization" }
  var arrays: [LayerArray] {
    [
      LayerArray(keras: "gamma", torch: "weight", shape: [units], range: 0..<units),
      LayerArray(keras: "beta", torch: "bias", shape: [units], range: units..<2 * units),
    ]
  }
  var definition: Display { "layer_normalization(epsilon=" + Display(epsilon) + ")" }
  func python(for library: TensorLayout) -> PythonLayer {
    switch library {
    case .keras: PythonLayer(["keras.layers.LayerNormalization(epsilon=\(epsilon.python)"])
    case .torch: PythonLayer(["nn.LayerNorm(\(units), eps=\(epsilon.python))"])
    }
  }
  func parameterName(_ index: Int) -> String { ["gamma", "beta"][index / units] + " of unit \(index % units + 1)" }

  /// 1 / √(variance + epsilon), and two sums.
  var savedStatePerPoint: Int { 3 }
  var normalizes: Bool { true }
  var needsWholeBatch: Bool { true }

  func draw(into weights: inout [Double], using generator: inout PCG64) {
    for first in [1.0, 0] { weights += Array(repeating: first, count: units) }
  }

  func forward(_ buffers: LayerBuffers, rows: Range<Int>, scratch: UnsafeMutablePointer<Double>) {}

  /// A point's values lie in all rows: the sums run through the units in their order, all points side by side.
  func finishForward(_ buffers: LayerBuffers) {
    let (pitch, points) = (buffers.pitch, buffers.points)
    let (scale, mean, variance) = (buffers.savedState, buffers.savedState + pitch, buffers.savedState + 2 * pitch)
    addUp(buffers, into: mean) { unit, point in buffers.input[unit * pitch + point] }
    addUp(buffers, into: variance) { unit, point in
      let distance = buffers.input[unit * pitch + point] - mean[point]
      return distance * distance
    }
    for point in 0..<points { scale[point] = 1 / (variance[point] + epsilon).squareRoot() }
    for unit in 0..<units {
      let (gamma, beta) = (buffers.weights[unit], buffers.weights[units + unit])
      for index in unit * pitch..<unit * pitch + points {
        let point = index - unit * pitch
        let normal = (buffers.input[index] - mean[point]) * scale[point]
        buffers.preActivations[index] = normal
        buffers.output[index] = gamma * normal + beta
      }
    }
  }

  func backwardActivation(_ buffers: LayerBuffers, rows: Range<Int>) {
    let (pitch, points) = (buffers.pitch, buffers.points)
    let (scale, ofDelta, ofNormal) = (buffers.savedState, buffers.savedState + pitch, buffers.savedState + 2 * pitch)
    for unit in 0..<units {
      let gamma = buffers.weights[unit]
      var (ofBeta, ofGamma) = (0.0, 0.0)
      for index in unit * pitch..<unit * pitch + points {
        ofBeta += buffers.deltas[index]
        ofGamma += buffers.deltas[index] * buffers.preActivations[index]
        buffers.deltas[index] *= gamma
      }
      buffers.gradients[unit] = ofGamma
      buffers.gradients[units + unit] = ofBeta
    }
    addUp(buffers, into: ofDelta) { unit, point in buffers.deltas[unit * pitch + point] }
    addUp(buffers, into: ofNormal) { unit, point in
      buffers.deltas[unit * pitch + point] * buffers.preActivations[unit * pitch + point]
    }
    for unit in 0..<units {
      for index in unit * pitch..<unit * pitch + points {
        let point = index - unit * pitch
        buffers.deltas[index] =
          scale[point] * (buffers.deltas[index] - ofDelta[point] - buffers.preActivations[index] * ofNormal[point])
      }
    }
  }

  /// The mean over the units of a term, for each point.
  @inline(__always)
  private func addUp(
    _ buffers: LayerBuffers, into means: UnsafeMutablePointer<Double>, _ term: (_ unit: Int, _ point: Int) -> Double
  ) {
    means.update(repeating: 0, count: buffers.points)
    for unit in 0..<units {
      for point in 0..<buffers.points { means[point] += term(unit, point) }
    }
    for point in 0..<buffers.points { means[point] /= Double(units) }
  }

  func backwardInput(_ buffers: LayerBuffers, rows: Range<Int>, scratch: UnsafeMutablePointer<Double>) {
    buffers.passDeltas(rows.clamped(to: 0..<inputs))
  }

  func signalGain(_ meanSquare: Double, weights: ArraySlice<Double>) -> (meanSquare: Double, backward: Double) {
    let gamma = EuclideanNorm.meanSquare(of: weights.prefix(units))
    let beta = EuclideanNorm.meanSquare(of: weights.dropFirst(units))
    let scale = 1 / (meanSquare + epsilon)
    return (gamma * meanSquare * scale + beta, gamma * scale)
  }
}
