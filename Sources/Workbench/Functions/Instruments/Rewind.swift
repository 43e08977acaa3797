import Networks
import Vocabulary

extension Builtin {
  static let rewind = Builtin(
    "rewind", "Gives a network its initial weights back.",
    Parameter("network", .network, "the network"),
    documentation: Documentation(
      examples: [
        Example("rewind(sequential(input(2), dense(1), seed=1))", gives: "sequential: 2 → 1 linear, 3 parameters")
      ],
      seeAlso: ["train"])
  ) { (session: inout Session, network) in
    session.networks[network].weights = session.networks[network].initialWeights
    return .object(network)
  }
}
