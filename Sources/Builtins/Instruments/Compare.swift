import Language
import Networks
import Platform
import Probability
import Vocabulary
import Workbench

extension Builtin {
  static let compare = Builtin(
    "compare",
    "Trains with several initializers, starts, optimizers, learning rates or activations, or several networks, over seeds.",
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
              name               loss   loss_std   accuracy   accuracy_std   verdict       p
              zeros              0.25   8.7×10⁻⁸        0.5              0   best
              glorot_uniform   0.2722      0.016        0.5              0   worse     0.034
              5 runs each
            vanishing in 5 of 5 runs of zeros
            """)
      ],
      seeAlso: ["train", "inspect", "evaluate"]),
    yields: Comparison.self
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

/// The list of things to compare, with the words in which it was written.
private struct VariationList {
  /// What is varied; all members of a list are of one sort.
  enum Sort: CaseIterable {
    case network, optimizer, activation, rate, initializer, start

    var noun: String {
      switch self {
      case .network: "network"
      case .optimizer: "optimizer"
      case .activation: "activation"
      case .rate: "learning rate"
      case .initializer: "initializer"
      case .start: "start"
      }
    }

    func accepts(_ value: Value) throws(Failure) -> Bool {
      switch self {
      case .network: try Kind<Network>.network.read(value) != nil
      case .optimizer: try Kind<any Optimizer>.optimizer.read(value) != nil
      case .activation: try Kind<any Activation>.activation.read(value) != nil
      case .rate: try Kind<any Schedule>.schedule.read(value) != nil
      case .initializer: try Kind<any Initializer>.initializer.read(value) != nil
      case .start: try Kind<any Start>.start.read(value) != nil
      }
    }
  }

  let sort: Sort
  private let values: [Value]
  private let names: [String]

  /// Throws a failure of kind `argument` unless it is a list of things of one sort.
  init(_ quotation: Quotation, _ session: inout Session) throws(Failure) {
    var frame = quotation.frame
    let value = try session.evaluate(quotation.expression, &frame)
    let written: [Value] =
      switch value {
      case .list(let list): list
      case .vector(let numbers): numbers.map { .number($0) }
      default: [value]
      }
    values = try written.map { (value) throws(Failure) in
      if case .function(is UserFunction) = value { return try session.activation(from: value) }
      return value
    }
    if case .row(let elements) = quotation.expression.node, elements.count == values.count {
      names = elements.map(\.source)
    } else {
      names = written.map { value in
        if case .function(let function) = value { function.name } else { value.display.printed().text }
      }
    }
    guard !values.isEmpty else {
      throw Failure(.argument, "there is nothing to compare in an empty list", at: quotation.expression.span)
    }
    guard values.count <= 100 else {
      throw Failure(.limit, "at most 100 things are compared at once", at: quotation.expression.span)
    }
    for sort in Sort.allCases {
      var isOfSort = true
      for value in values where isOfSort { isOfSort = try sort.accepts(value) }
      if isOfSort {
        self.sort = sort
        return
      }
    }
    throw Failure(
      .argument,
      "variations must be initializers, starts, optimizers, learning rates, activations or networks, all of one sort",
      at: quotation.expression.span, hint: "write compare [zeros, glorot_uniform] net data")
  }

  /// What `compare`'s second and third argument are: a network and data, or data where networks are compared.
  func subject(_ second: Value, _ third: Dataset?) throws(Failure) -> (Network?, Dataset) {
    if sort == .network {
      guard third == nil, let data = try Kind<Dataset>.dataset.read(second) else {
        throw Failure(
          .argument, "network must be the data where networks are compared", about: .argument("network"),
          hint: "write compare [net1, net2] data")
      }
      return (nil, data)
    }
    guard let network = try Kind<Network>.network.read(second) else {
      throw Failure(
        .argument, "network must be a network, such as sequential(input(2), dense(1)), not \(second.brief)",
        about: .argument("network"))
    }
    guard let third else {
      throw Failure(.argument, "compare needs data: the points to learn from", hint: "write compare […] net data")
    }
    return (network, third)
  }

  /// All trainings to be compared. A learning rate that was given is that of all optimizers.
  func variations(
    of network: Network?, _ training: Training, isRateGiven: Bool
  ) throws(Failure) -> [Variation] {
    var result: [Variation] = []
    for (name, value) in zip(names, values) {
      let own = try Kind<Network>.network.read(value)
      guard let architecture = (network ?? own)?.architecture else { continue }
      var variation = Variation(name, architecture, training)
      switch sort {
      case .network: break
      case .optimizer:
        guard let optimizer = try Kind<any Optimizer>.optimizer.read(value) else { continue }
        variation.training.optimizer = optimizer
        if isRateGiven { variation.training.optimizer.learningRate = training.optimizer.learningRate }
      case .activation:
        guard let activation = try Kind<any Activation>.activation.read(value) else { continue }
        variation.architecture = architecture.replacing(hiddenActivation: activation)
      case .rate:
        guard let rate = try Kind<any Schedule>.schedule.read(value) else { continue }
        variation.training.optimizer.learningRate = rate
      case .initializer:
        guard let initializer = try Kind<any Initializer>.initializer.read(value) else { continue }
        variation.architecture = architecture.replacing(initializer: initializer)
      case .start: variation.start = try Kind<any Start>.start.read(value)
      }
      result.append(variation)
    }
    return result
  }
}
