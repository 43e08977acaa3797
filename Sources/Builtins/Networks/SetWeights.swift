import Networks
import Vocabulary
import Workbench

extension Builtin {
  static let setWeights = Builtin(
    "set_weights", "Gives a layer other weights, or all its arrays others.",
    Parameter("network", .network, "the network; its weights are changed"),
    Parameter("layer", .positiveCount, "which layer, counted from 1"),
    Parameter(
      "weights", .value,
      "a matrix with a row for each input and a column for each unit, or a list of all arrays: [weights, biases]"),
    documentation: Documentation(
      notes:
        "A list has the arrays that Keras's layer.set_weights takes, in its order; of batch_normalization gamma, beta, the "
        + "running mean and the running variance. What an optimizer remembers is forgotten; rewind still leads back to the "
        + "initial weights.",
      examples: [
        Example(
          """
          net = sequential(input(2), dense(1, sigmoid), seed=1); set_weights net 1 [[[1], [1]], [-1.5]]; \
          predict(net, [[0, 0], [0, 1], [1, 1]]) > 0.5
          """,
          gives: """
            sequential: 2 → 1 sigmoid, 3 parameters
            sequential: 2 → 1 sigmoid, 3 parameters
            [[false],
             [false],
             [ true]]
            """)
      ],
      seeAlso: ["weights", "set_biases", "load_weights", "rewind"])
  ) { (session: inout Session, network, number, value) throws(Failure) in
    let layer = try network.anyLayer(number)
    guard !layer.arrays.isEmpty else {
      throw Failure(.argument, "layer \(number), \(layer.outline), has no weights", about: .argument("layer"))
    }
    let weights = try network.architecture.replacing(
      arraysOfLayer: number - 1, by: value, in: session.networks[network].weights)
    session.networks.replaceWeights(of: network, by: weights)
    return .object(network)
  }

  static let setBiases = Builtin(
    "set_biases", "Gives a layer other biases.",
    Parameter("network", .network, "the network; its biases are changed"),
    Parameter("layer", .positiveCount, "which layer, counted from 1"),
    Parameter("biases", .value, "a vector with a number for each unit"),
    documentation: Documentation(
      notes: "What an optimizer remembers is forgotten; rewind still leads back to the initial biases.",
      examples: [
        Example(
          """
          net = sequential(input(2), dense(3, relu), dense(1), seed=1); set_biases net 1 [0, 0, -10]; \
          forward(net, [1, 1])
          """,
          gives: """
            sequential: 2 → 3 relu → 1 linear, 13 parameters
            sequential: 2 → 3 relu → 1 linear, 13 parameters
              layer   units      z                      output
                      input                             [1, 1]
                  1   3 relu     [1.01, 0.575, -10.9]   [1.01, 0.575, 0]
                  2   1 linear                          [0.682]
            """)
      ],
      seeAlso: ["biases", "set_weights", "rewind"])
  ) { (session: inout Session, network, number, value) throws(Failure) in
    let layer = try network.anyLayer(number)
    guard let array = layer.arrays.first(where: { $0.name == "biases" }) else {
      throw Failure(.argument, "layer \(number), \(layer.outline), has no biases", about: .argument("layer"))
    }
    let weights = try network.architecture.replacing(
      array, ofLayer: number - 1, by: value, in: session.networks[network].weights)
    session.networks.replaceWeights(of: network, by: weights)
    return .object(network)
  }
}

extension Network {
  /// A layer, counted from 1.
  func anyLayer(_ number: Int) throws(Failure) -> any BuiltLayer {
    let layers = architecture.layers
    if number <= layers.count { return layers[number - 1] }
    throw Failure(.argument, "layer must be a whole number from 1 to \(layers.count)", about: .argument("layer"))
  }
}
