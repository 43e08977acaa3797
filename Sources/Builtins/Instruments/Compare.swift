import Networks
import Platform
import Probability
import Vocabulary
import Workbench

extension Builtin {
  static let compare = Builtin(
    "compare",
    "Trains with several initializers, optimizers, learning rates or activations, or several networks, over seeds.",
    Parameter(
      "variations", .expression, "a list such as [zeros, glorot_uniform], [sgd, adam], [0.1, 0.01], [net1, net2]"),
    Parameter("network", .value, "the network that is varied; of a list of networks the data instead"),
    .optional("data", .dataset, "the points to learn from"),
    Parameter("epochs", .positiveCount, "how often all points are gone through", default: 1),
    Parameter("seeds", .integer(1...1000), "how many seeds, from 1 on", default: 5),
    Parameter(
      "batch_size", .positiveCount, "points whose gradients are averaged for a step", default: 32,
      aliases: ["bs"]),
    .optional("learning_rate", .schedule, "the optimizer's, where not its own", aliases: ["lr"]),
    Parameter("optimizer", .optimizer, "how gradients move the weights", default: StochasticGradientDescent.standard),
    Parameter("loss", .loss, "what is made small", default: MeanSquaredError()),
    .optional("validation", .dataset, "points on which loss and accuracy are taken instead"),
    documentation: Documentation(
      source: "B. L. Welch 1947",
      notes:
        "The run of seed s is that of sequential(…, seed=s) and train … seed=s, whatever the number of threads. An "
        + "initializer replaces that of every dense layer, an activation that of every one but the last. Loss and accuracy "
        + "are those of the last weights. p: Welch's t-test of the losses against those of the best row, times the number of "
        + "comparisons: how often chance alone parts them so far; worse: p < 0.05. Ctrl-C keeps the runs that are done.",
      examples: [
        Example(
          "compare [zeros, glorot_uniform] sequential(input(2), dense(4, tanh), dense(1, sigmoid)) circles(40, seed=1) epochs=3",
          gives: """
              initializer      runs     loss        std   accuracy   std   against the best
              zeros               5     0.25   8.7×10⁻⁸        0.5     0   best
              glorot_uniform      5   0.2722      0.016        0.5     0   worse, p = 0.034
            vanishing in 5 of 5 runs of zeros
            """)
      ],
      seeAlso: ["train", "inspect", "evaluate"])
  ) {
    (
      session: inout Session, variations, network, data, epochs, seeds, batchSize, learningRate, optimizer, loss,
      validation
    ) throws(Failure) in
    var training = Training(
      epochs: epochs, batchSize: batchSize, loss: loss, optimizer: optimizer, shuffles: true)
    if let learningRate { training.optimizer.learningRate = learningRate }
    training.validation = validation
    training.threads = 1
    let list = try VariationList(variations, &session)
    let (given, points) = try list.subject(network, data)
    let all = try list.variations(of: given, training, isRateGiven: learningRate != nil)
    let race = Race(noun: list.sort.noun, variations: all, seeds: seeds, data: points)
    let steps = all.reduce(0.0) { $0 + Double($1.architecture.trainingSteps(points: points.count, epochs: epochs)) }
    try session.context.step(by: Int(Swift.min(steps * Double(seeds), 0x1p53)))
    var comparison = try race.run(
      threads: processorCount, interruption: session.interruption, progress: session.progress)
    comparison.cautions = all.flatMap { $0.architecture.cautions(for: points, loss: loss) }.distinct
    if session.interruption.isRequested { session.interruption.clear() }
    return .object(comparison)
  }
}

extension [String] {
  /// Each text once, in the order in which they first come.
  fileprivate var distinct: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
