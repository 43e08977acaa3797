import Networks
import Vocabulary
import Workbench

extension Builtin {
  static let rewind = Builtin(
    "rewind", "Gives a network its initial weights back.",
    Parameter("network", .network, "the network"),
    documentation: Documentation(
      notes: "What an optimizer remembers of it from training to training is forgotten.",
      examples: [
        Example("rewind(sequential(input(2), dense(1), seed=1))", gives: "sequential: 2 → 1 linear, 3 parameters")
      ],
      seeAlso: ["train"])
  ) { (session: inout Session, network) in
    session.networks.rewind(network)
    return .object(network)
  }
}
