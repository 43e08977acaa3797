import Networks
import Probability
import Vocabulary
import Workbench

extension Builtin {
  static let train = Builtin(
    "train", "Fits a network's weights to data, step by step.",
    Parameter("network", .network, "the network; its weights are changed"),
    Parameter("data", .dataset, "the points to learn from"),
    Parameter(
      "epochs", .count, "how often all points are gone through", default: 1,
      aliases: ["nb_epoch", "n_epochs", "num_epochs"]),
    Parameter(
      "batch_size", .positiveCount, "points whose gradients are averaged for a step", default: 32,
      aliases: ["batch", "bs"]),
    .optional("learning_rate", .schedule, "the optimizer's, where not its own", aliases: ["lr"]),
    Parameter(
      "optimizer", .optimizer, "how gradients move the weights", default: StochasticGradientDescent.standard,
      aliases: ["optim"]),
    Parameter("loss", .loss, "what is made small", default: MeanSquaredError(), aliases: ["criterion", "loss_fn"]),
    Parameter("shuffle", .truth, "whether each epoch takes the points in a new order", default: true),
    .optional(
      "validation", .dataset, "points that are only looked at after each epoch",
      aliases: ["validation_data", "val_data"]),
    .optional(
      "patience", .positiveCount, "after how many epochs without a smaller loss to stop", aliases: ["patience_epochs"]),
    Parameter(
      "restore_best", .truth, "whether the weights of the epoch with the smallest loss are kept, not the last ones",
      default: false, aliases: ["restore_best_weights"]),
    Parameter("precision", .format, "the format that every operation is rounded to", default: FloatFormat.float64),
    Parameter(
      "loss_scale", .positive, "what the loss is multiplied by for the gradients, divided out again", default: 1),
    .optional(
      "class_weights", .vector, "how much each class counts in the loss: one number for each, from class 0 on",
      aliases: ["class_weight", "weight", "pos_weight"]),
    .optional(
      "sample_weights", .vector, "how much each point counts in the loss", aliases: ["sample_weight"]),
    .optional(
      "watch", .watch,
      "what is drawn while it runs and at the end, an instrument whose numbers are shown, a function of the network that "
        + "yields a number, or a list of such", aliases: ["callbacks", "callback"]),
    Parameter("record", .recording, "what the history keeps: every epoch, or every batch too", default: .epochs),
    .seed,
    documentation: Documentation(
      notes:
        "watch=loss draws the loss, boundary the regions that the network decides for, inspect bars per layer: again and "
        + "again while it runs at the prompt, for at most a twentieth of the time, and once at the end. Ctrl-C stops it and keeps the weights reached. It stops by itself at the first value that is not finite and "
        + "says where that was. What patience and restore_best watch is the loss on the validation data, where there are some; without "
        + "restore_best the last weights stay. Training goes on from the present weights, and an optimizer with the same "
        + "options goes on with what it remembers, as in Keras, whatever its learning rate; rewind clears that. The same "
        + "schedule of the learning rate goes on where it was left, another begins with its first step. The loss "
        + "in the table is the mean over the epoch's batches. Each epoch's "
        + "order is the permutation of the command's generator. What an instrument or a function says under watch= is kept "
        + "after every epoch, with record=batches of every batch too, and shown at epochs 1, 2, 5, 10, 20, 50 … "
        + "class_weights and sample_weights multiply the losses of points, whose sum is divided by the number of points, as "
        + "Keras's class_weight and sample_weight do; accuracies and validation data are not weighted.",
      examples: [
        Example(
          """
          net = sequential(input(2), dense(4, tanh), dense(1, sigmoid), seed=3); \
          train net xor(200, seed=1) epochs=100 loss=binary_crossentropy optimizer=adam(0.03) seed=1
          """,
          gives: """
            sequential: 2 → 4 tanh → 1 sigmoid, 17 parameters
              epoch         loss   accuracy
                  1     0.712296       0.39
                  2     0.691382        0.5
                  5     0.639006       0.75
                 10     0.377446          1
                 20    0.0576727          1
                 50   0.00621104          1
                100   0.00162461          1
            """)
      ],
      seeAlso: ["evaluate", "inspect", "rewind"],
      aliases: [
        ForeignName("compile", write: "train net data loss=mse optimizer=adam")
      ]),
    yields: History.self
  ) {
    (
      session: inout Session, network, data, epochs, batchSize, learningRate, optimizer, loss, shuffles, validation,
      patience, restoresBest, precision, lossScale, classWeights, sampleWeights, watch, recording, seed
    ) throws(Failure) in
    var optimizer = optimizer
    optimizer.learningRate = learningRate ?? optimizer.learningRate
    var training = Training(
      epochs: epochs, batchSize: batchSize, loss: loss, optimizer: optimizer, shuffles: shuffles)
    training.validation = validation
    training.patience = patience
    training.restoresBest = restoresBest
    training.watch = watch?.watches ?? []
    training.recording = recording
    training.pointWeights = try PointWeights(classes: classWeights, points: sampleWeights)
    try session.reserve(for: training, of: network.architecture, points: data.count)
    training.precision = precision
    training.lossScale = lossScale
    try session.context.step(by: network.architecture.trainingSteps(points: data.count, epochs: epochs))
    var state = session.networks[network]
    let (interruption, progress) = (session.interruption, session.progress)
    let canvas = session.canvas
    let view = training.watch.lazy.compactMap {
      TrainingView($0, network.architecture, data, loss: loss, canvas: canvas)
    }.first
    training.observer = view?.observer
    let functions = FunctionWatch(watch?.functions ?? [], of: network, in: session)
    try functions.tryOut(state.weights)
    let history = try session.draw(seed: seed) { (generator: inout PCG64) throws(Failure) in
      try training.run(
        network.architecture, &state.weights, &state.optimizer, on: data, calling: functions.calls,
        using: &generator, interruption: interruption, progress: progress)
    }
    session.context.countSteps(of: functions.context)
    state.loss = loss
    (training.validation, training.observer) = (nil, nil)
    state.training = training
    session.networks[network] = state
    if case .interrupted = history.ending { interruption.clear() }
    return .object(view?.final(history, state.weights) ?? history)
  }

}

extension Session {
  /// Throws a failure of kind `limit` where what is watched or recorded of a training would not fit.
  fileprivate func reserve(for training: Training, of architecture: Architecture, points: Int) throws(Failure) {
    let batches = (Double(points) / Double(min(training.batchSize, points))).rounded(.up)
    let layers = Double(architecture.layers.count)
    let watched = training.watch.reduce(0) { $0 + ($1 == .inspect ? 16 : 1) * layers }
    let recorded = training.recording == .batches ? (1 + batches) * (4 + watched) : watched
    try context.limits.reserve(numbers: Double(training.epochs) * recorded)
  }
}

extension Architecture {
  /// About how many evaluation steps a training is worth: it does the work of one on some sixteen weights.
  func trainingSteps(points: Int, epochs: Int) -> Int {
    let steps = Double(epochs) * Double(points) * (1 + Double(parameterCount) / 16)
    return Int(min(steps, 0x1p53))
  }
}

extension Builtin {
  static let rewind = Builtin(
    "rewind", "Gives a network its initial weights back.",
    Parameter("network", .network, "the network"),
    documentation: Documentation(
      notes: "What an optimizer remembers of it from training to training is forgotten.",
      examples: [
        Example(
          "net = sequential(input(2), dense(1, sigmoid), seed=1); w = weights(net); train net xor(50, seed=1); "
            + "max(|weights(net) - w|) > 0; rewind net; max(|weights(net) - w|)",
          gives: """
            sequential: 2 → 1 sigmoid, 3 parameters
            [[0.0334366],
             [   1.2741]]
              epoch       loss   accuracy
                  1   0.284101       0.76
            true
            sequential: 2 → 1 sigmoid, 3 parameters
            0
            """)
      ],
      seeAlso: ["train", "initialize"])
  ) { (session: inout Session, network) in
    session.networks.rewind(network)
    return .object(network)
  }
}
