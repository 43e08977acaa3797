import Networks
import Vocabulary
import Workbench

extension Session {
  /// The rate that a network was last trained with, by steps of plain gradient descent.
  fileprivate func plainRate(of network: Network) -> Double? {
    guard let optimizer = networks[network].training?.optimizer, optimizer.name == "sgd" else { return nil }
    return (optimizer.learningRate as? ConstantRate)?.rate
  }
}

extension Builtin {
  static let inspect = Builtin(
    "inspect", "What each layer does with data and how strongly the loss pulls at it, with a verdict.",
    Parameter("network", .network, "the network"),
    Parameter("data", .dataset, "the points to send through"),
    .lossOfTraining,
    .optional(
      "learning_rate", .learningRate,
      "the step for which ‖ΔW‖/‖W‖ is given; else that of the last training, where it was sgd with one rate, else 0.01"),
    documentation: Documentation(
      source: "X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010",
      notes:
        "z is what comes before the activation. Good trainings have a change of about 10⁻³. "
        + "Vanishing: at layer 1 ∂L/∂z is less than a hundredth as long as at the last hidden layer, or less than a tenth "
        + "after losing more than a third in each layer on average; or a layer's ‖ΔW‖/‖W‖ is below 10⁻⁶ and a thousandth "
        + "of another's. Exploding: the same with the reciprocals. Of a net that has learnt (its loss is less than half "
        + "of that of the targets' mean) a thousandth and a thousandfold count. Dying, saturated: more than half of a "
        + "layer. Constant output: outputs differ from point to point by less than a thousandth of what targets do. Steps "
        + "too long: ‖ΔW‖ of a layer is above ‖W‖, unless its weights are all 0; too short: below 10⁻⁶ everywhere. flow, "
        + "chain, compare and watch= say the same. The points go through as "
        + "in training, in batches of 1024, but dropout drops nothing.",
      examples: [
        Example(
          "inspect(sequential(input(2), dense(1, sigmoid, constant(1))), circles(4, factor=0.5, seed=1))",
          gives: """
              layer   units           mean_z   std_z   mean     std   saturated   dead
                  1   1 sigmoid   4.16×10⁻¹⁷   0.791    0.5   0.185          0%     0%
              layer   delta   gradient   weight     change
                  1    0.23     0.0598     1.41   0.000423   ████████████████████
              delta = ‖∂L/∂z‖, gradient = ‖∂L/∂W‖, weight = ‖W‖, change = ‖ΔW‖/‖W‖
            healthy: ‖∂L/∂z‖ of layer 1 is 0.23
            """)
      ],
      seeAlso: ["train", "evaluate", "chain", "symmetry"]),
    yields: Inspection.self
  ) { (session: inout Session, network, data, loss, learningRate) throws(Failure) in
    let loss = session.loss(loss, for: network)
    var inspection = try network.architecture.inspect(
      session.networks[network].weights, on: data, loss: loss,
      learningRate: learningRate ?? session.plainRate(of: network) ?? Inspection.standardRate,
      interruption: session.interruption)
    inspection.cautions = network.architecture.cautions(for: data, loss: loss)
    return .object(inspection)
  }

  static let summary = Builtin(
    "summary", "The layers of a network with the shapes of their weights and the number of their parameters.",
    Parameter("network", .network, "the network"),
    documentation: Documentation(
      notes:
        "Weights: inputs × units. Other: biases; of batch normalization gamma, beta and the running means and variances, "
        + "which are kept but not trained.",
      examples: [
        Example(
          "summary sequential(input(2), dense(5, tanh), batch_normalization(), dense(1, sigmoid))",
          gives: """
              layer   units                 weights   other   parameters
                      input 2
                  1   5 tanh                  2 × 5       5           15
                  2   batch norm                     20           20
                  3   1 sigmoid               5 × 1       1            6
            41 parameters, 10 of them only kept
            """)
      ],
      seeAlso: ["sequential", "weights"]),
    yields: LayerSummary.self
  ) { (session: inout Session, network) in .object(LayerSummary(of: network.architecture)) }

  static let symmetry = Builtin(
    "symmetry", "How many distinct units each layer has, by the weights that come in and those that lead on.",
    Parameter("network", .network, "the network"),
    documentation: Documentation(
      notes:
        "Units with the same weights on both sides get the same gradients, so that training never parts them: the layer "
        + "works as if it had only its distinct units. Incoming counts the bias, and what a batch normalization behind the "
        + "layer does with the unit.",
      examples: [
        Example(
          "symmetry sequential(input(2), dense(3, tanh), dense(1), initializer=constant(0.5))",
          gives: """
              layer   units      incoming   outgoing   distinct
                  1   3 tanh            1          1          1
                  2   1 linear          1                     1
            symmetric: layer 1 has 1 distinct unit of 3, which training never parts
            """)
      ],
      seeAlso: ["inspect", "weights", "train"]),
    yields: Symmetry.self
  ) { (session: inout Session, network) throws(Failure) in
    .object(
      try network.architecture.symmetry(session.networks[network].weights, interruption: session.interruption))
  }
}
