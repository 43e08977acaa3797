import Networks
import Vocabulary
import Workbench

extension Builtin {
  static let evaluate = Builtin(
    "evaluate", "The loss of a network on data, and the share of points put into their class.",
    Parameter("network", .network, "the network"), Parameter("data", .dataset, "the points"),
    .lossOfTraining,
    documentation: Documentation(
      examples: [
        Example(
          "evaluate(sequential(input(2), dense(1, sigmoid), initializer=zeros), circles(4))",
          gives: "loss 0.25, accuracy 0.5")
      ],
      seeAlso: ["train", "predict", "loss", "accuracy"])
  ) { (session: inout Session, network, data, loss) throws(Failure) in
    let loss = session.loss(loss, for: network)
    return .object(
      try network.architecture.evaluate(
        session.networks[network].weights, on: data, loss: loss,
        interruption: session.interruption))
  }
}
