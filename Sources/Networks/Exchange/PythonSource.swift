import Vocabulary

/// The Python source that makes a network anew: its layers, their initializers, and how it was trained.
public enum PythonSource {
  /// For Keras 3; throws a failure of kind `argument` where Keras has nothing like a part of it.
  public static func keras(_ architecture: Architecture, training: Training?) throws(Failure) -> String {
    let layers = try pythonLayers(of: architecture, for: .keras)
    var lines = ["# Made by gradus for Keras 3.", "import keras", ""]
    lines += try definitions(layers.map(\.definition))
    lines += kerasLayers(architecture, layers)
    lines += [
      "", "", "def load_weights(path):", "    # The file that gradus made: save net \"net.safetensors\"",
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
    let hasBlocks = architecture.layers.contains { $0.secondInput != nil }
    lines += try definitions((hasBlocks ? [residualClass] : []) + layers.map(\.definition))
    lines += torchLayers(architecture, layers)
    let initialization = zip(layers, architecture.layers.torchPaths).flatMap { layer, path in
      let place = "net" + path.map { "[\($0)]" }.joined() + "."
      return layer.initialization.map { "    " + $0.replacing("layer.", with: place) }
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

  /// A list of layers; where there are blocks, the steps from the input to the output.
  private static func kerasLayers(_ architecture: Architecture, _ layers: [PythonLayer]) -> [String] {
    let calls = zip(layers, architecture.layers).enumerated().map { index, pair in
      pair.0.modules.map { "\($0)\($0.hasSuffix("(") ? "" : ", ")name=\"\(pair.1.kerasName)_\(index + 1)\")" }
    }
    let blocks = architecture.layers.blocksBeginning
    guard blocks.contains(where: { $0 > 0 }) else {
      let list = ["keras.Input(shape=(\(architecture.inputs),))"] + calls.flatMap(\.self)
      return ["net = keras.Sequential(["] + list.map { "    \($0)," } + ["])"]
    }
    var lines = ["x = inputs = keras.Input(shape=(\(architecture.inputs),))"]
    for (index, layer) in architecture.layers.enumerated() {
      if blocks[index] > 0 { lines.append("into_\(index + 1) = x") }
      for call in calls[index] {
        lines.append("x = \(call)(" + (layer.secondInput.map { "[x, into_\($0 + 1)]" } ?? "x") + ")")
      }
    }
    return lines + ["net = keras.Model(inputs, x)"]
  }

  private static let residualClass = """
    class Residual(nn.Sequential):
        def forward(self, x):
            return x + super().forward(x)
    """

  /// Modules inside each other.
  private static func torchLayers(_ architecture: Architecture, _ layers: [PythonLayer]) -> [String] {
    var lines = ["net = nn.Sequential("]
    var indent = "    "
    for (index, blocks) in architecture.layers.blocksBeginning.enumerated() {
      for _ in 0..<blocks {
        lines.append(indent + "Residual(")
        indent += "    "
      }
      lines += layers[index].modules.map { "\(indent)\($0)," }
      if architecture.layers[index].secondInput != nil {
        indent.removeLast(4)
        lines.append(indent + "),")
      }
    }
    return lines + [")"]
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
  ///
  /// Throws a failure of kind `argument` where two things have one name.
  private static func definitions(_ all: [String?]) throws(Failure) -> [String] {
    var distinct: [String] = []
    for case let several? in all {
      for definition in several.split(separator: "\n\n\n").map(String.init) where !distinct.contains(definition) {
        let head = definition.prefix { $0 != "(" }
        guard !distinct.contains(where: { $0.prefix { $0 != "(" } == head }) else {
          throw Failure(
            .argument, "two things would have one name in the Python source: \(head)",
            hint: "give the functions different names, and make the network with them")
        }
        distinct.append(definition)
      }
    }
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
