import Vocabulary

/// A layer that other libraries have too.
protocol ExchangedLayer: PlacedLayer {
  /// Keras's word for it: `dense`.
  var word: String { get }
  /// Its parameters as the arrays that Keras and PyTorch keep them in.
  var arrays: [LayerArray] { get }
  /// How many modules of `torch.nn.Sequential` it is.
  var moduleCount: Int { get }
  /// The line that makes it in the language, with everything that it was made of.
  var definition: Display { get }
}

/// Some of a layer's parameters as an array.
struct LayerArray {
  let keras: String
  let torch: String
  /// As Keras has it; PyTorch has a matrix with rows and columns exchanged.
  let shape: [Int]
  /// Where the numbers lie among the layer's.
  let range: Range<Int>
}

extension PlacedDense: ExchangedLayer {
  var word: String { "dense" }
  var arrays: [LayerArray] {
    [
      LayerArray(keras: "kernel", torch: "weight", shape: [inputs, units], range: 0..<kernelCount),
      LayerArray(keras: "bias", torch: "bias", shape: [units], range: kernelCount..<parameterCount),
    ]
  }
  var definition: Display {
    Display("dense(\(units), ") + activation.display + ", initializer=" + initializer.display + ", bias=" + bias.display
      + ")"
  }
}

extension PlacedBatchNormalization: ExchangedLayer {
  var word: String { "batch_normalization" }
  var arrays: [LayerArray] {
    let names = [
      ("gamma", "weight"), ("beta", "bias"), ("moving_mean", "running_mean"), ("moving_variance", "running_var"),
    ]
    return names.enumerated().map { index, name in
      LayerArray(keras: name.0, torch: name.1, shape: [units], range: index * units..<(index + 1) * units)
    }
  }
  var definition: Display {
    "batch_normalization(momentum=" + Display(momentum) + ", epsilon=" + Display(epsilon) + ")"
  }
}

extension PlacedDropout: ExchangedLayer {
  var word: String { "dropout" }
  var arrays: [LayerArray] { [] }
  var definition: Display { "dropout(" + Display(rate) + ")" }
}

extension Architecture {
  /// The layers as others have them; throws a failure of kind `argument` where one is gradus's own.
  func exchangedLayers() throws(Failure) -> [any ExchangedLayer] {
    var exchanged: [any ExchangedLayer] = []
    for (index, layer) in layers.enumerated() {
      guard let layer = layer as? any ExchangedLayer else {
        throw Failure(
          .argument, "layer \(index + 1), \(layer.outline), has no counterpart elsewhere", about: .argument("layer"))
      }
      exchanged.append(layer)
    }
    return exchanged
  }

  /// The layers as a list in the language, with every digit: `[input(2), dense(1, tanh, …)]`.
  public func definition() throws(Failure) -> String {
    let parts =
      ["input(\(inputs))"]
      + (try exchangedLayers()).map {
        $0.definition.printed(in: NumberStyle(digits: 17, notation: .e)).text
      }
    return "[" + parts.joined(separator: ", ") + "]"
  }
}
