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

  public private(set) var layers: [Layer]

  /// Runs all points forward and backward once. Throws where the data do not fit, and when it is interrupted.
  public init(
    _ architecture: Architecture, _ weights: [Double], on data: Dataset, loss: any Loss,
    interruption: Interruption = Interruption()
  ) throws(Failure) {
    let survey = try Survey(architecture, weights, on: data, loss: loss, interruption: interruption)
    var layers = architecture.layers.enumerated().map { Layer(layer: $0 + 1, outline: $1.outline) }
    try survey.run { _ in
      let workspace = survey.workspace
      for (index, layer) in architecture.layers.enumerated() {
        layers[index].activations += workspace.values(in: workspace.activations[index + 1], units: layer.units)
        guard layer.kernelCount > 0 else { continue }
        let points = Double(workspace.points)
        layers[index].gradients += workspace.values(in: workspace.deltas[index], units: layer.units).map { $0 * points }
      }
    }
    self.layers = layers
  }
}
