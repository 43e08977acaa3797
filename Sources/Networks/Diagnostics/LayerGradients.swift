import Vocabulary

/// The derivatives of a loss by all parameters, layer by layer.
public struct LayerGradients: Record {
  /// The mean loss of the points.
  public let loss: Double
  /// By every parameter, in the order in which the network keeps them; those that are not trained have none.
  public let all: [Double]
  private let architecture: Architecture

  fileprivate init(_ architecture: Architecture, loss: Double, all: [Double]) {
    self.architecture = architecture
    self.loss = loss
    self.all = all
  }

  /// ∂L/∂ of one of a layer's arrays, a matrix or a vector as that is; nil where the layer has no array of the name.
  public func derivative(by name: String, ofLayer index: Int) -> Value? {
    let layer = architecture.layers[index]
    return layer.arrays.first { $0.keras == name && $0.range.upperBound <= layer.trainedCount }.map {
      $0.value(of: all, at: layer.offset)
    }
  }

  public var kind: String { "gradients" }
  public var noun: String { "gradients" }
  public var numberCount: Int { all.count }
  public static let fields: [Field<LayerGradients>] = [
    Field("layer", "the numbers of the layers, from 1") { $0.architecture.layers.indices.map { $0 + 1 } },
    Field("units", "what the layers are, such as \"5 tanh\"") { $0.architecture.layers.map(\.outline) },
    Field("weights", "∂L/∂W of each layer, as large as its weights; nothing of a layer without", symbol: "∂L/∂W") {
      $0.derivatives(by: "kernel")
    },
    Field("biases", "∂L/∂b of each layer; nothing of a layer without", symbol: "∂L/∂b") { $0.derivatives(by: "bias") },
    Field("loss", "the mean loss of the points") { $0.loss },
  ]

  private func derivatives(by name: String) -> Value {
    .list(architecture.layers.indices.map { derivative(by: name, ofLayer: $0) ?? .nothing })
  }

  /// Each array under its name.
  public var display: Display {
    var lines: [Display] = []
    for (index, layer) in architecture.layers.enumerated() {
      for array in layer.arrays where array.range.upperBound <= layer.trainedCount {
        lines.append("layer \(index + 1), \(layer.outline), \(array.derivativeName)")
        lines.append(array.value(of: all, at: layer.offset).display)
      }
    }
    return lines.isEmpty ? "the network has nothing to learn" : lines.joined(separator: "\n")
  }
}

extension LayerArray {
  /// `∂L/∂W`
  fileprivate var derivativeName: String { "∂L/∂" + (["kernel": "W", "bias": "b"][keras] ?? keras) }
}

extension Architecture {
  /// The derivatives of the mean loss of all points, which go through as in training, but without chance.
  ///
  /// Throws where the data do not fit, and when it is interrupted.
  public func gradients(
    _ weights: [Double], on data: Dataset, loss: any Loss, interruption: Interruption = Interruption()
  ) throws(Failure) -> LayerGradients {
    let pass = try FullBatchPass(self, weights, on: data, loss: loss, interruption: interruption)
    let (mean, gradient) = try pass.gradient()
    return LayerGradients(self, loss: mean, all: gradient)
  }
}
