import Networks
import Vocabulary
import Workbench

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
      seeAlso: ["weights", "dense"],
      aliases: ["bias"])
  ) { (session: inout Session, network, number) throws(Failure) in
    let layer = try network.layer(number, with: "biases")
    let parameters = layer.offset..<layer.offset + layer.parameterCount
    return .vector(Array(session.networks[network].weights[parameters.dropFirst(layer.kernelCount)]))
  }
}
