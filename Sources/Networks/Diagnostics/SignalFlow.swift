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
    fileprivate let isOnBranch: Bool
  }

  public let rows: [Row]
  /// The gravest of what `inspect` finds.
  public let condition: Diagnosis.Condition?

  /// By what is measured, on the way past residual blocks; nil where there is no dense layer.
  public var measured: Passage? {
    let rows = rows.filter { !$0.isOnBranch }
    return rows.isEmpty ? nil : Passage(signals: rows.map(\.signal), gradients: rows.map(\.gradient))
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
    // The mean square of what comes into each layer, and by what mean squares of gradients grow in it: at the activation,
    // and on the way to its input.
    var squares = [EuclideanNorm.meanSquare(of: data.features.elements[...])]
    var gains: [(slope: Double, path: Double)] = []
    for (layer, row) in zip(layers, inspection.rows) {
      let square = squares[squares.count - 1]
      let parameters = weights[layer.offset..<layer.offset + layer.parameterCount]
      guard layer.kernelCount > 0 else {
        let gain = layer.signalGain(square, weights: parameters)
        squares.append(gain.meanSquare + (layer.secondInput.map { squares[$0] } ?? 0))
        gains.append((1, gain.backward))
        continue
      }
      let weight = EuclideanNorm.meanSquare(of: parameters.prefix(layer.kernelCount))
      let bias = EuclideanNorm.meanSquare(of: parameters.dropFirst(layer.kernelCount))
      let variance = Double(layer.inputs) * weight * square + bias
      let activation = layer.activation
      rows.append(
        SignalFlow.Row(
          layer: row.layer, outline: row.outline, predictedSignal: variance.squareRoot(),
          signal: EuclideanNorm([row.sumMean ?? 0, row.sumDeviation ?? 0]).value, predictedGradient: .nan,
          gradient: row.delta ?? 0, isOnBranch: row.isOnBranch))
      squares.append(NormalExpectation.meanSquare(variance: variance) { activation.value($0) })
      let slope = NormalExpectation.meanSquare(variance: variance) {
        activation.derivative(at: $0, value: activation.value($0))
      }
      gains.append((slope, Double(layer.units) * weight))
    }
    let predicted = predictedGradients(gains)
    if let last = rows.last {
      let unit = predicted[last.layer - 1]
      for index in rows.indices {
        rows[index].predictedGradient = unit == 0 ? 0 : predicted[rows[index].layer - 1] / unit * last.gradient
      }
      rows[rows.count - 1].predictedGradient = last.gradient
    }
    return SignalFlow(rows: rows, condition: inspection.diagnoses.first?.condition)
  }

  /// The root mean square of ∂L/∂z in each layer where that of ∂L/∂output is 1: what comes back past a block is added to
  /// what comes back through it.
  private func predictedGradients(_ gains: [(slope: Double, path: Double)]) -> [Double] {
    var outputs = [EuclideanNorm](repeating: EuclideanNorm(), count: layers.count)
    if !layers.isEmpty { outputs[layers.count - 1].add(norm: 1) }
    var gradients = [Double](repeating: 0, count: layers.count)
    for index in layers.indices.reversed() {
      gradients[index] = outputs[index].value * gains[index].slope.squareRoot()
      if index > 0 { outputs[index - 1].add(norm: gradients[index] * gains[index].path.squareRoot()) }
      if let start = layers[index].secondInput, start > 0 { outputs[start - 1].add(norm: gradients[index]) }
    }
    return gradients
  }
}
