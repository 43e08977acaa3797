import Vocabulary

/// All that the units of each layer put out for some points, and how strongly the loss pulls at them.
public struct LayerValues: Sendable {
  public struct Layer: Sendable {
    /// Counted from 1.
    public let layer: Int
    public let outline: String
    public internal(set) var activations: [Double] = []
    /// ∂L/∂z, each point's loss counted by itself.
    public internal(set) var gradients: [Double] = []
  }

  public let layers: [Layer]
}

extension Architecture {
  /// Runs all points forward and backward once and keeps everything.
  ///
  /// Throws where the data do not fit, and when it is interrupted.
  public func layerValues(
    _ weights: [Double], on data: Dataset, loss: any Loss, interruption: Interruption = Interruption()
  ) throws(Failure) -> LayerValues {
    let pass = try FullBatchPass(self, weights, on: data, loss: loss, interruption: interruption)
    var values = layers.enumerated().map { LayerValues.Layer(layer: $0 + 1, outline: $1.outline) }
    try pass.run { _ in
      let workspace = pass.workspace
      for (index, layer) in layers.enumerated() {
        values[index].activations += workspace.values(in: workspace.activations[index + 1], units: layer.units)
        guard layer.kernelCount > 0 else { continue }
        let points = Double(workspace.points)
        values[index].gradients += workspace.values(in: workspace.deltas[index], units: layer.units).map { $0 * points }
      }
    }
    return LayerValues(layers: values)
  }
}
