import Networks
import Vocabulary

extension Builtin {
  static let weights = Builtin(
    "weights", "The weights of a layer, a row for each input and a column for each unit.",
    Parameter("network", .network, "the network"),
    Parameter("layer", .positiveCount, "which layer, counted from 1", default: 1),
    examples: [
      Example(
        "weights(sequential(input(2), dense(1), seed=1))",
        gives: """
          [[0.0334366],
           [   1.2741]]
          """)
    ], seeAlso: ["rewind"]
  ) { (session: inout Session, network, number) throws(Failure) in
    guard number <= network.architecture.layers.count else {
      throw Failure(.argument, "layer must be a whole number from 1 to \(network.architecture.layers.count)")
    }
    let layer = network.architecture.layers[number - 1]
    guard layer.kernelCount > 0 else { throw Failure(.argument, "layer \(number), \(layer.outline), has no weights") }
    let elements = session.networks[network].weights[layer.offset..<layer.offset + layer.kernelCount]
    return .matrix(Matrix(rows: layer.inputs, columns: layer.units, elements: Array(elements)))
  }
}
