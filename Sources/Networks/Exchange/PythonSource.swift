import Vocabulary

/// The Python source that makes a network anew: its layers, their initializers, and how it was trained.
public enum PythonSource {
  /// For Keras 3; throws a failure of kind `argument` where Keras has nothing like a part of it.
  public static func keras(_ architecture: Architecture, training: Training?) throws(Failure) -> String {
    let layers = try pythonLayers(of: architecture, for: .keras)
    var lines = ["# Made by gradus for Keras 3.", "import keras", ""]
    lines += definitions(layers.map(\.definition))
    lines += ["net = keras.Sequential([", "    keras.Input(shape=(\(architecture.inputs),)),"]
    for (index, layer) in layers.enumerated() {
      let name = "name=\"\(architecture.layers[index].kerasName)_\(index + 1)\""
      for call in layer.modules { lines.append("    \(call)\(call.hasSuffix("(") ? "" : ", ")\(name)),") }
    }
    lines += [
      "])", "", "", "def load_weights(path):", "    # The file that gradus made: save net \"net.safetensors\"",
      "    from safetensors.numpy import load_file", "", "    arrays = load_file(path)", "    for layer in net.layers:",
      "        layer.set_weights([arrays[f\"{layer.name}.{weight.name}\"] for weight in layer.weights])",
    ]
    if let training {
      lines += [
        "", "", "net.compile(", "    optimizer=\(try PythonTraining(training).kerasOptimizer),",
        "    loss=\(training.loss.python.keras),", ")", "", "", "def train(x, y):",
        "    return net.fit(x, y, epochs=\(training.epochs), batch_size=\(training.batchSize), "
          + "shuffle=\(training.shuffles.python)\(try PythonTraining(training).kerasWeights))",
      ]
    }
    return lines.joined(separator: "\n")
  }

  /// For PyTorch 2; throws likewise.
  public static func torch(_ architecture: Architecture, training: Training?) throws(Failure) -> String {
    let layers = try pythonLayers(of: architecture, for: .torch)
    var lines = ["# Made by gradus for PyTorch 2.", "import torch", "from torch import nn", ""]
    lines += definitions(layers.map(\.definition))
    lines += ["net = nn.Sequential("] + layers.flatMap(\.modules).map { "    \($0)," } + [")"]
    var initialization: [String] = []
    var module = 0
    for layer in layers {
      initialization += layer.initialization.map { "    " + $0.replacing("layer.", with: "net[\(module)].") }
      module += layer.modules.count
    }
    if !initialization.isEmpty { lines += ["", "with torch.no_grad():"] + initialization }
    lines += [
      "", "", "def load_weights(path):", "    # The file that gradus made: save net \"net.safetensors\" as=torch",
      "    from safetensors.torch import load_file", "",
      "    net.load_state_dict(load_file(path)\(layers.contains(where: \.keepsMore) ? ", strict=False" : ""))",
      "    net.eval()",
    ]
    if let training { lines += try trainingLines(training) }
    return lines.joined(separator: "\n")
  }

  private static func trainingLines(_ training: Training) throws(Failure) -> [String] {
    let python = PythonTraining(training)
    let order = training.shuffles ? "torch.randperm(len(x))" : "torch.arange(len(x))"
    return [
      "", "", "def train(x, y):", "    optimizer = \(try python.torchOptimizer)", "    net.train()",
      "    for _ in range(\(training.epochs)):", "        for rows in \(order).split(\(training.batchSize)):",
      "            optimizer.zero_grad()", "            loss(net(x[rows]), y[rows]).backward()",
    ] + (python.torchClipping.map { ["            " + $0] } ?? []) + [
      "            optimizer.step()", "    net.eval()", "", "",
    ] + (try python.torchLoss)
  }

  /// What must be defined before the network, each thing once, between empty lines.
  private static func definitions(_ all: [String?]) -> [String] {
    var distinct: [String] = []
    for case let definition? in all where !distinct.contains(definition) { distinct.append(definition) }
    return distinct.flatMap { ["", $0, ""] } + (distinct.isEmpty ? [] : [""])
  }

  private static func pythonLayers(
    of architecture: Architecture, for library: TensorLayout
  ) throws(Failure) -> [PythonLayer] {
    var layers: [PythonLayer] = []
    for layer in architecture.layers { layers.append(try layer.python(for: library)) }
    return layers
  }
}

extension Bool {
  /// As Python writes it.
  var python: String { self ? "True" : "False" }
}
