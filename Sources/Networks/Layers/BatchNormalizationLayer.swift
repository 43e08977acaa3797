import Probability
import Vocabulary

/// A layer that brings each unit to mean 0 and variance 1 over a batch.
public struct BatchNormalizationLayer: SingleLayer {
  public let momentum: Double
  public let epsilon: Double

  static let declaration = Declaration<any Layer>(
    "batch_normalization", "Brings each unit to mean 0 and variance 1 over a batch, then scales and shifts it.",
    Parameter("momentum", .probability, "the share of the running means that each batch keeps", default: 0.99),
    Parameter("epsilon", .positive, "is added to the variance", default: 0.001, aliases: ["eps"]),
    documentation: Documentation(
      formula: "gamma × (x - mean) / √(var + epsilon) + beta",
      source: "S. Ioffe, C. Szegedy, Batch normalization, 2015; as in Keras",
      notes: "In training mean and variance are the batch's; running means of both are kept and used otherwise. Its "
        + "parameters are gamma, beta, the running mean and the running variance, of which the first two are trained.",
      examples: [Example("batch_normalization()", gives: "batch_normalization(momentum=0.99, epsilon=0.001)")],
      seeAlso: ["layer_normalization", "activation", "dense"],
      aliases: ["BatchNormalization", "BatchNorm1d"])
  ) { momentum, epsilon in BatchNormalizationLayer(momentum: momentum, epsilon: epsilon) }

  public var display: Display {
    "batch_normalization(momentum=" + Display(momentum) + ", epsilon=" + Display(epsilon) + ")"
  }

  public func build(at position: Architecture.Position) throws(Failure) -> any BuiltLayer {
    BuiltBatchNormalization(inputs: position.inputs, offset: position.offset, momentum: momentum, epsilon: epsilon)
  }
}

/// Batch normalization in a network. The pre-activations hold the values brought to mean 0 and variance 1.
struct BuiltBatchNormalization: BuiltLayer {
  let inputs: Int
  let offset: Int
  let momentum: Double
  let epsilon: Double

  var units: Int { inputs }
  /// Gamma, beta, running mean and running variance of each unit.
  var parameterCount: Int { 4 * inputs }
  var trainedCount: Int { 2 * inputs }
  var variables: [Range<Int>] { [0..<units, units..<2 * units] }
  var outline: String { "batch norm" }

  var kerasName: String { "batch_normalization" }
  var arrays: [LayerArray] {
    let names = [
      ("gamma", "weight"), ("beta", "bias"), ("moving_mean", "running_mean"), ("moving_variance", "running_var"),
    ]
    return names.enumerated().map { index, name in
      LayerArray(keras: name.0, torch: name.1, shape: [units], range: index * units..<(index + 1) * units)
    }
  }
  var definition: Display {
    "batch_normalization(momentum=" + Display(momentum) + ", epsilon=" + Display(epsilon) + ")"
  }
  /// PyTorch's momentum is the share of the new batch; it also counts the batches that it has seen.
  func python(for library: TensorLayout) -> PythonLayer {
    switch library {
    case .keras: PythonLayer(["keras.layers.BatchNormalization(momentum=\(momentum.python), epsilon=\(epsilon.python)"])
    case .torch:
      PythonLayer(
        ["nn.BatchNorm1d(\(units), eps=\(epsilon.python), momentum=1 - \(momentum.python))"], keepsMore: true)
    }
  }
  func parameterName(_ index: Int) -> String {
    ["gamma", "beta", "the running mean", "the running variance"][index / units] + " of unit \(index % units + 1)"
  }

  /// 1 / √(variance + epsilon)
  var savedStatePerUnit: Int { 1 }
  var normalizes: Bool { true }

  func draw(into weights: inout [Double], using generator: inout PCG64) {
    for first in [1.0, 0, 0, 1] { weights += Array(repeating: first, count: units) }
  }

  func forward(_ buffers: LayerBuffers, rows: Range<Int>, scratch: UnsafeMutablePointer<Double>) {
    for unit in rows {
      let (gamma, beta) = (buffers.weights[unit], buffers.weights[units + unit])
      let x = buffers.input + unit * buffers.pitch
      let (mean, variance) =
        buffers.isTraining
        ? batchMoments(buffers, unit) : (buffers.weights[2 * units + unit], buffers.weights[3 * units + unit])
      let scale = 1 / (variance + epsilon).squareRoot()
      buffers.savedState[unit] = scale
      for point in 0..<buffers.points {
        let normal = (x[point] - mean) * scale
        buffers.preActivations[unit * buffers.pitch + point] = normal
        buffers.output[unit * buffers.pitch + point] = gamma * normal + beta
      }
    }
  }

  /// Mean and population variance of a unit's batch; the running ones move towards them.
  private func batchMoments(_ buffers: LayerBuffers, _ unit: Int) -> (mean: Double, variance: Double) {
    let x = buffers.input + unit * buffers.pitch
    var sum = 0.0
    for point in 0..<buffers.points { sum += x[point] }
    let mean = sum / Double(buffers.points)
    var squares = 0.0
    for point in 0..<buffers.points { squares += (x[point] - mean) * (x[point] - mean) }
    let variance = squares / Double(buffers.points)
    let (runningMean, runningVariance) = (2 * units + unit, 3 * units + unit)
    buffers.weights[runningMean] = buffers.weights[runningMean] * momentum + mean * (1 - momentum)
    buffers.weights[runningVariance] = buffers.weights[runningVariance] * momentum + variance * (1 - momentum)
    return (mean, variance)
  }

  func backwardActivation(_ buffers: LayerBuffers, rows: Range<Int>) {
    for unit in rows {
      let delta = buffers.deltas + unit * buffers.pitch
      let normal = buffers.preActivations + unit * buffers.pitch
      var (ofBeta, ofGamma) = (0.0, 0.0)
      for point in 0..<buffers.points {
        ofBeta += delta[point]
        ofGamma += delta[point] * normal[point]
      }
      buffers.gradients[unit] = ofGamma
      buffers.gradients[units + unit] = ofBeta
      let scale = buffers.weights[unit] * buffers.savedState[unit]
      let (meanBeta, meanGamma) =
        buffers.isTraining ? (ofBeta / Double(buffers.points), ofGamma / Double(buffers.points)) : (0, 0)
      for point in 0..<buffers.points {
        delta[point] = scale * (delta[point] - meanBeta - normal[point] * meanGamma)
      }
    }
  }

  func backwardInput(_ buffers: LayerBuffers, rows: Range<Int>, scratch: UnsafeMutablePointer<Double>) {
    buffers.passDeltas(rows.clamped(to: 0..<inputs))
  }

  func signalGain(_ meanSquare: Double, weights: ArraySlice<Double>) -> (meanSquare: Double, backward: Double) {
    let gamma = EuclideanNorm.meanSquare(of: weights.prefix(units))
    let beta = EuclideanNorm.meanSquare(of: weights.dropFirst(units).prefix(units))
    let scale = 1 / (meanSquare + epsilon)
    return (gamma * meanSquare * scale + beta, gamma * scale)
  }
}
