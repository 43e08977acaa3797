import Probability
import Vocabulary

/// The spread of signals and gradients through a network as it stands: predicted from the size of its weights alone, and
/// measured on data.
public struct SignalFlow: Object {
  /// Root mean squares of one dense layer.
  public struct Row: Sendable {
    /// Counted from 1.
    public let layer: Int
    public let outline: String
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

  public var kind: String { "flow" }
  public var properties: [Property] {
    [
      Property("predicted_signal", .vector(rows.map(\.predictedSignal))),
      Property("signal", .vector(rows.map(\.signal))),
      Property("predicted_gradient", .vector(rows.map(\.predictedGradient))),
      Property("gradient", .vector(rows.map(\.gradient))),
    ]
  }

  public var display: Display {
    var table = Table(
      [Table.Column("layer"), Table.Column("units", .left)]
        + ["std of z", "measured", "∂L/∂z", "measured"].map { Table.Column($0) })
    for row in rows {
      table.add(
        [Display(Double(row.layer)), Display(row.outline)]
          + [row.predictedSignal, row.signal, row.predictedGradient, row.gradient].map { Display($0, digits: 4) })
    }
    return Display(table) + verdict
  }

  /// The word is `inspect`'s, which sees the same pass.
  private var verdict: Display {
    guard rows.count > 1, let first = rows.first, let last = rows.last else { return "" }
    let forward = first.signal == 0 ? 0 : last.signal / first.signal
    let backward = last.gradient == 0 ? 0 : first.gradient / last.gradient
    let word = condition.map { Display($0.rawValue) + ": " } ?? ""
    return "\n" + word + "forward " + Display(factor: forward) + ", backward " + Display(factor: backward)
      + " over \(counted(rows.count, "layer"))"
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
