import Networks
import Vocabulary
import Workbench

extension Builtin {
  static let evaluate = Builtin(
    "evaluate", "The loss of a network on data, and the share of points put into their class.",
    Parameter("network", .network, "the network"), Parameter("data", .dataset, "the points"),
    .lossOfTraining,
    .optional(
      "class_weights", .vector, "how much each class counts in the loss, as in train", aliases: ["class_weight"]),
    .optional("sample_weights", .vector, "how much each point counts in the loss", aliases: ["sample_weight"]),
    documentation: Documentation(
      notes: "Weights count in the loss only, not in accuracy, mae and r².",
      examples: [
        Example(
          "evaluate(sequential(input(2), dense(1, sigmoid), initializer=zeros), circles(4))",
          gives: "loss 0.25, accuracy 0.5")
      ],
      seeAlso: ["train", "predict", "loss", "accuracy"]),
    yields: Evaluation.self
  ) { (session: inout Session, network, data, loss, classWeights, sampleWeights) throws(Failure) in
    let loss = session.loss(loss, for: network)
    let weights = try PointWeights(classes: classWeights, points: sampleWeights)
    var evaluation = try network.architecture.evaluate(
      session.networks[network].weights, on: data, loss: loss, weights: weights, interruption: session.interruption)
    evaluation.cautions = network.architecture.cautions(for: data, loss: loss)
    return .object(evaluation)
  }

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

extension Parameter where Output == (any Loss)? {
  /// The `loss=` of everything that looks at a network.
  static var lossOfTraining: Parameter {
    .optional("loss", .loss, "the loss; else that of the last training, else mse")
  }
}

extension Session {
  /// The loss that was given, else that of the network's last training, else mse.
  func loss(_ given: (any Loss)?, for network: Network) -> any Loss {
    given ?? networks[network].loss ?? MeanSquaredError()
  }
}
