import Language
import Networks
import Probability
import Vocabulary
import Workbench

/// The list of things to compare, with the words in which it was written.
struct VariationList {
  /// What is varied; all members of a list are of one sort.
  enum Sort: CaseIterable {
    case network, optimizer, activation, rate, initializer

    var noun: String {
      switch self {
      case .network: "network"
      case .optimizer: "optimizer"
      case .activation: "activation"
      case .rate: "learning rate"
      case .initializer: "initializer"
      }
    }

    func accepts(_ value: Value) throws(Failure) -> Bool {
      switch self {
      case .network: try Kind<Network>.network.read(value) != nil
      case .optimizer: try Kind<any Optimizer>.optimizer.read(value) != nil
      case .activation: try Kind<any Activation>.activation.read(value) != nil
      case .rate: try Kind<any Schedule>.schedule.read(value) != nil
      case .initializer: try Kind<any Initializer>.initializer.read(value) != nil
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
    switch value {
    case .list(let list): values = list
    case .vector(let numbers): values = numbers.map { .number($0) }
    default: values = [value]
    }
    if case .row(let elements) = quotation.expression.node, elements.count == values.count {
      names = elements.map(\.source)
    } else {
      names = values.map { value in
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
      "variations must be initializers, optimizers, learning rates, activations or networks, all of one sort",
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
      }
      result.append(variation)
    }
    return result
  }
}
