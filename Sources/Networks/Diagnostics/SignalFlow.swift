import Probability
import Vocabulary

/// The spread of signals and gradients through a network as it stands: predicted from the size of its weights alone, and
/// measured on data.
public struct SignalFlow: Sendable {
  /// Root mean squares of one dense layer.
  public struct Row: Sendable {
    /// Counted from 1.
    public let layer: Int
    /// `5 tanh`
    public let outline: String
    /// Of z, the weighted sums; then of ∂L/∂z.
    public let predictedSignal: Double
    public let signal: Double
    public internal(set) var predictedGradient: Double
    public let gradient: Double
    /// The mean square of the derivatives, and by what squares of gradients grow on the way to this layer's outputs.
    fileprivate let slopeGain: Double
    fileprivate let pathGain: Double
  }

  public let rows: [Row]
  /// The gravest of what `inspect` finds.
  public let condition: Diagnosis.Condition?

  /// The mean square of a function of a normal number with mean 0.
  fileprivate static func expectation(_ variance: Double, _ function: @Sendable @escaping (Double) -> Double) -> Double
  {
    guard variance > 0, variance.isFinite else { return variance == 0 ? function(0) * function(0) : .nan }
    return Normal(mean: 0, stddev: variance.squareRoot()).expectation { function($0) * function($0) }
  }

  /// By what is measured; nil where there is no dense layer.
  public var measured: Passage? {
    rows.isEmpty ? nil : Passage(signals: rows.map(\.signal), gradients: rows.map(\.gradient))
  }
}

extension Architecture {
  /// Predicts the spread of signals and gradients as if every z were normal with mean 0 and independent of the weights, the
  /// gradients from the last layer's, and measures it.
  ///
  /// Throws where the data do not fit, and when it is interrupted.
  public func flow(
    _ weights: [Double], on data: Dataset, loss: any Loss, interruption: Interruption = Interruption()
  ) throws(Failure) -> SignalFlow {
    let inspection = try inspect(
      weights, on: data, loss: loss, learningRate: Inspection.standardRate, interruption: interruption)
    var rows: [SignalFlow.Row] = []
    var square = EuclideanNorm.meanSquare(of: data.features.elements[...])
    // By what squares of gradients grow through what lies between two dense layers.
    var between = 1.0
    for (layer, row) in zip(layers, inspection.rows) {
      guard layer.kernelCount > 0 else {
        let gain = layer.signalGain(square, weights: weights[layer.offset..<layer.offset + layer.parameterCount])
        square = gain.meanSquare
        between *= gain.backward
        continue
      }
      let weight = EuclideanNorm.meanSquare(of: weights[layer.offset..<layer.offset + layer.kernelCount])
      let bias = EuclideanNorm.meanSquare(
        of: weights[layer.offset + layer.kernelCount..<layer.offset + layer.parameterCount])
      let variance = Double(layer.inputs) * weight * square + bias
      let activation = layer.activation
      let signal = EuclideanNorm([row.sumMean ?? 0, row.sumDeviation ?? 0]).value
      rows.append(
        SignalFlow.Row(
          layer: row.layer, outline: row.outline, predictedSignal: variance.squareRoot(), signal: signal,
          predictedGradient: .nan, gradient: row.delta ?? 0,
          slopeGain: SignalFlow.expectation(variance) { activation.derivative(at: $0, value: activation.value($0)) },
          pathGain: Double(layer.units) * weight * between))
      square = SignalFlow.expectation(variance) { activation.value($0) }
      between = 1
    }
    if let last = rows.indices.last { rows[last].predictedGradient = rows[last].gradient }
    for index in rows.indices.dropLast().reversed() {
      let gain = rows[index + 1].pathGain * rows[index].slopeGain
      rows[index].predictedGradient = rows[index + 1].predictedGradient * gain.squareRoot()
    }
    return SignalFlow(rows: rows, condition: inspection.diagnoses.first?.condition)
  }
}
