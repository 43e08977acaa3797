import Networks
import Vocabulary
import Workbench

extension Builtin {
  static let accuracyOnData = Builtin(
    "accuracy", "The share of points that a network puts into their class, as a number.",
    Parameter("network", .network, "the network"), Parameter("data", .dataset, "the points, of classes"),
    .lossOfTraining,
    documentation: Documentation(
      formula: "points put into their class / points",
      notes:
        "One output stands for class 1 above 0.5, or above 0 where the loss has its classes on both sides of 0, as hinge "
        + "has; of several outputs the largest names the class. As in predict nothing is dropped and batch normalization uses "
        + "its running means.",
      examples: [
        Example("accuracy sequential(input(2), dense(1, sigmoid), initializer=zeros) circles(4)", gives: "0.5")
      ],
      seeAlso: ["evaluate", "loss", "predict"],
      aliases: ["accuracy_score"])
  ) { (session: inout Session, network, data, loss) throws(Failure) in
    let evaluation = try network.architecture.evaluate(
      session.networks[network].weights, on: data, loss: session.loss(loss, for: network),
      interruption: session.interruption)
    guard let accuracy = evaluation.accuracy else {
      throw Failure(
        .argument, "data must be of classes; quantities have no accuracy", about: .argument("data"),
        hint: "evaluate(network, data) gives the mean absolute error")
    }
    return .number(accuracy)
  }
}
