import Probability
import Vocabulary

/// A layer in the words of Keras and PyTorch.
protocol PythonLayer: ExchangedLayer {
  /// The call that makes it in Keras, without its closing bracket: `keras.layers.Dense(5`.
  func keras() throws(Failure) -> String
  /// The modules that it is in `torch.nn.Sequential`.
  var modules: [String] { get }
  /// What gives the weights of its first module their initial values, as calls with `layer` for the module.
  func torchInitialization() throws(Failure) -> [String]
}

extension PythonLayer {
  var moduleCount: Int { modules.count }
}

extension PlacedDense: PythonLayer {
  func keras() throws(Failure) -> String {
    let parts = [
      "keras.layers.Dense(\(units)", "activation=\(PythonActivation(activation).keras)",
      "kernel_initializer=\(try PythonInitializer(initializer, inputs, units).keras)",
      "bias_initializer=\(try PythonInitializer(bias, inputs, units).keras)",
    ]
    return parts.joined(separator: ", ")
  }

  var modules: [String] {
    ["nn.Linear(\(inputs), \(units))"] + [PythonActivation(activation).torch].compactMap(\.self)
  }

  func torchInitialization() throws(Failure) -> [String] {
    [
      try PythonInitializer(initializer, inputs, units).torch("layer.weight"),
      try PythonInitializer(bias, inputs, units).torch("layer.bias"),
    ]
  }
}

extension PlacedBatchNormalization: PythonLayer {
  func keras() throws(Failure) -> String {
    "keras.layers.BatchNormalization(momentum=\(momentum.python), epsilon=\(epsilon.python)"
  }
  /// PyTorch's momentum is the share of the new batch.
  var modules: [String] { ["nn.BatchNorm1d(\(units), eps=\(epsilon.python), momentum=1 - \(momentum.python))"] }
  func torchInitialization() throws(Failure) -> [String] { [] }
}

extension PlacedDropout: PythonLayer {
  func keras() throws(Failure) -> String { "keras.layers.Dropout(\(rate.python)" }
  var modules: [String] { ["nn.Dropout(\(rate.python))"] }
  func torchInitialization() throws(Failure) -> [String] { [] }
}

extension Double {
  /// As Python writes it: `0.01`, `1e-07`, `float("inf")`.
  var python: String {
    isFinite ? description : "float(\"\(isNaN ? "nan" : self < 0 ? "-inf" : "inf")\")"
  }
}
