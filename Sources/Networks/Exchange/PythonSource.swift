import Vocabulary

/// The Python source that makes a network anew: its layers, their initializers, and how it was trained.
public enum PythonSource {
  /// For Keras 3; throws a failure of kind `argument` where Keras has nothing like a part of it.
  public static func keras(_ architecture: Architecture, training: Training?) throws(Failure) -> String {
    var lines = [
      "# Made by gradus for Keras 3.", "import keras", "", "net = keras.Sequential([",
      "    keras.Input(shape=(\(architecture.inputs),)),",
    ]
    for (index, layer) in try pythonLayers(of: architecture).enumerated() {
      lines.append("    \(try layer.keras()), name=\"\(layer.word)_\(index + 1)\"),")
    }
    lines += [
      "])", "", "", "def load_weights(path):", "    # The file that gradus made: save net \"net.safetensors\"",
      "    from safetensors.numpy import load_file", "", "    arrays = load_file(path)", "    for layer in net.layers:",
      "        layer.set_weights([arrays[f\"{layer.name}.{weight.name}\"] for weight in layer.weights])",
    ]
    if let training {
      let python = PythonTraining(training: training)
      lines += [
        "", "", "net.compile(", "    optimizer=\(try python.kerasOptimizer),", "    loss=\(try python.kerasLoss),", ")",
        "",
        "", "def train(x, y):",
        "    return net.fit(x, y, epochs=\(training.epochs), batch_size=\(training.batchSize), "
          + "shuffle=\(training.shuffles ? "True" : "False"))",
      ]
    }
    return lines.joined(separator: "\n")
  }

  /// For PyTorch 2; throws likewise.
  public static func torch(_ architecture: Architecture, training: Training?) throws(Failure) -> String {
    let layers = try pythonLayers(of: architecture)
    let modules = layers.flatMap(\.modules)
    var lines = ["# Made by gradus for PyTorch 2.", "import torch", "from torch import nn", ""]
    if modules.contains("Exponential()") { lines += ["", PythonActivation.exponential, "", ""] }
    lines += ["net = nn.Sequential("] + modules.map { "    \($0)," } + [")", "", "with torch.no_grad():"]
    var place = 0
    var isInitialized = false
    for layer in layers {
      for call in try layer.torchInitialization() {
        lines.append("    " + call.replacing("layer.", with: "net[\(place)]."))
        isInitialized = true
      }
      place += layer.moduleCount
    }
    if !isInitialized { lines.removeLast() }
    lines += [
      "", "", "def load_weights(path):", "    # The file that gradus made: save net \"net.safetensors\" as=torch",
      "    from safetensors.torch import load_file", "",
      // PyTorch also counts the batches that its normalization has seen.
      "    net.load_state_dict(load_file(path)\(layers.contains { $0 is PlacedBatchNormalization } ? ", strict=False" : ""))",
      "    net.eval()",
    ]
    if let training { lines += try trainingLines(training) }
    return lines.joined(separator: "\n")
  }

  private static func trainingLines(_ training: Training) throws(Failure) -> [String] {
    let python = PythonTraining(training: training)
    let (optimizer, clipping) = try python.torchOptimizer
    let order = training.shuffles ? "torch.randperm(len(x))" : "torch.arange(len(x))"
    return [
      "", "", "def train(x, y):", "    optimizer = \(optimizer)", "    net.train()",
      "    for _ in range(\(training.epochs)):", "        for rows in \(order).split(\(training.batchSize)):",
      "            optimizer.zero_grad()", "            loss(net(x[rows]), y[rows]).backward()",
    ] + (clipping.map { ["            " + $0] } ?? []) + [
      "            optimizer.step()", "    net.eval()", "", "", "def loss(p, y):", "    return \(try python.torchLoss)",
    ]
  }

  private static func pythonLayers(of architecture: Architecture) throws(Failure) -> [any PythonLayer] {
    var layers: [any PythonLayer] = []
    for (index, layer) in try architecture.exchangedLayers().enumerated() {
      guard let layer = layer as? any PythonLayer else {
        throw Failure(
          .argument, "layer \(index + 1), \(layer.outline), has no counterpart in Python", about: .argument("layer"))
      }
      layers.append(layer)
    }
    return layers
  }
}
