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
    /// The mean square of the slopes, and by what squares of gradients grow on the way to this layer's outputs.
    fileprivate let slopeGain: Double
    fileprivate let pathGain: Double
  }

  public private(set) var rows: [Row] = []

  /// Predicted as if every z were normal with mean 0 and independent of the weights; the gradients from the last layer's.
  ///
  /// Throws where the data do not fit, and when it is interrupted.
  public init(
    _ architecture: Architecture, _ weights: [Double], on data: Dataset, loss: any Loss,
    interruption: Interruption = Interruption()
  ) throws(Failure) {
    let inspection = try Inspection(
      architecture, weights, on: data, loss: loss, learningRate: 1, interruption: interruption)
    var square = Self.meanSquare(data.features.elements[...])
    // By what squares of gradients grow through what lies between two dense layers.
    var between = 1.0
    for (layer, row) in zip(architecture.layers, inspection.rows) {
      guard layer.kernelCount > 0 else {
        if let normalization = layer as? PlacedBatchNormalization {
          let gamma = Self.meanSquare(weights[layer.offset..<layer.offset + layer.units])
          let beta = Self.meanSquare(weights[layer.offset + layer.units..<layer.offset + 2 * layer.units])
          between *= gamma / (square + normalization.epsilon)
          square = gamma * square / (square + normalization.epsilon) + beta
        }
        continue
      }
      let weight = Self.meanSquare(weights[layer.offset..<layer.offset + layer.kernelCount])
      let bias = Self.meanSquare(weights[layer.offset + layer.kernelCount..<layer.offset + layer.parameterCount])
      let variance = Double(layer.inputs) * weight * square + bias
      let activation = layer.activation
      let signal = EuclideanNorm([row.sumMean ?? 0, row.sumDeviation ?? 0]).value
      rows.append(
        Row(
          layer: row.layer, outline: row.outline, predictedSignal: variance.squareRoot(), signal: signal,
          predictedGradient: .nan, gradient: row.delta ?? 0,
          slopeGain: Self.expectation(variance) { activation.slope($0, activation.value($0)) },
          pathGain: Double(layer.units) * weight * between))
      square = Self.expectation(variance) { activation.value($0) }
      between = 1
    }
    guard !rows.isEmpty else { return }
    rows[rows.count - 1].predictedGradient = rows[rows.count - 1].gradient
    for index in rows.indices.dropLast().reversed() {
      let gain = rows[index + 1].pathGain * rows[index].slopeGain
      rows[index].predictedGradient = rows[index + 1].predictedGradient * gain.squareRoot()
    }
  }

  /// The mean square of a function of a normal number with mean 0.
  private static func expectation(_ variance: Double, _ function: @Sendable @escaping (Double) -> Double) -> Double {
    guard variance > 0, variance.isFinite else { return variance == 0 ? function(0) * function(0) : .nan }
    return Normal(mean: 0, stddev: variance.squareRoot()).expectation { function($0) * function($0) }
  }

  private static func meanSquare(_ numbers: ArraySlice<Double>) -> Double {
    let norm = EuclideanNorm(numbers).value
    return norm * norm / Double(max(1, numbers.count))
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

  /// By what is measured.
  private var verdict: Display {
    guard rows.count > 1, let first = rows.first, let last = rows.last else { return "" }
    let forward = first.signal == 0 ? 0 : last.signal / first.signal
    let backward = last.gradient == 0 ? 0 : first.gradient / last.gradient
    let word = max(forward, backward) > 10 ? "exploding" : min(forward, backward) < 0.1 ? "vanishing" : "healthy"
    return "\n\(word): forward " + Display(factor: forward) + ", backward " + Display(factor: backward)
      + " over \(counted(rows.count, "layer"))"
  }
}
