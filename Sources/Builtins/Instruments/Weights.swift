import Networks
import Vocabulary
import Workbench

extension Builtin {
  static let weights = Builtin(
    "weights", "The weights of a layer, a row for each input and a column for each unit.",
    Parameter("network", .network, "the network"),
    Parameter("layer", .positiveCount, "which layer, counted from 1", default: 1),
    documentation: Documentation(
      examples: [
        Example(
          "weights(sequential(input(2), dense(1), seed=1))",
          gives: """
            [[0.0334366],
             [   1.2741]]
            """)
      ],
      seeAlso: ["biases", "set_weights", "gradients"])
  ) { (session: inout Session, network, number) throws(Failure) in
    let layer = try network.layer(number, with: "weights")
    let elements = session.networks[network].weights[layer.offset..<layer.offset + layer.kernelCount]
    return .matrix(Matrix(rows: layer.inputs, columns: layer.units, elements: Array(elements)))
  }
}

extension Network {
  /// A dense layer, counted from 1; the failure says what others lack.
  func layer(_ number: Int, with parameters: String) throws(Failure) -> any BuiltLayer {
    let layer = try anyLayer(number)
    guard layer.kernelCount > 0 else {
      throw Failure(.argument, "layer \(number), \(layer.outline), has no \(parameters)", about: .argument("layer"))
    }
    return layer
  }
}

extension Builtin {
  static let biases = Builtin(
    "biases", "The biases of a layer, one for each unit.",
    Parameter("network", .network, "the network"),
    Parameter("layer", .positiveCount, "which layer, counted from 1", default: 1),
    documentation: Documentation(
      examples: [
        Example(
          "biases(sequential(input(2), dense(3, tanh, bias=constant(0.1)), dense(1), seed=1))", gives: "[0.1, 0.1, 0.1]"
        )
      ],
      seeAlso: ["weights", "set_biases", "dense"],
      aliases: ["bias"])
  ) { (session: inout Session, network, number) throws(Failure) in
    let layer = try network.layer(number, with: "biases")
    guard layer.parameterCount > layer.kernelCount else {
      throw Failure(.argument, "layer \(number), \(layer.outline), has no biases", about: .argument("layer"))
    }
    let parameters = layer.offset..<layer.offset + layer.parameterCount
    return .vector(Array(session.networks[network].weights[parameters.dropFirst(layer.kernelCount)]))
  }
}
