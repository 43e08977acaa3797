import Networks
import Vocabulary
import Workbench

extension Builtin {
  static let lossOnData = Builtin(
    "loss", "The mean loss of a network on data, as a number.",
    Parameter("network", .network, "the network"), Parameter("data", .dataset, "the points"),
    .lossOfTraining,
    documentation: Documentation(
      notes: "As in predict nothing is dropped and batch normalization uses its running means.",
      examples: [
        Example("loss sequential(input(2), dense(1, sigmoid), initializer=zeros) circles(4)", gives: "0.25")
      ],
      seeAlso: ["evaluate", "train"])
  ) { (session: inout Session, network, data, loss) throws(Failure) in
    .number(
      try network.architecture.evaluate(
        session.networks[network].weights, on: data, loss: session.loss(loss, for: network),
        interruption: session.interruption
      ).loss)
  }
}
