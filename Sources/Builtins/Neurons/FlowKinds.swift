import Networks
import Probability
import Vocabulary
import Workbench

/// What `flow` takes its weights from.
enum FlowSource: Sendable {
  case initializer(any Initializer)
  case network(Network)
}

/// What `flow` sends through.
enum FlowTarget: Sendable {
  case activation(any Activation)
  case data(Dataset)
}

extension Kind where Output == FlowSource {
  /// An initializer, or a network.
  static let flowSource = Kind(
    "an initializer or a network", .either([Kind<any Initializer>.initializer.domain, .object("network")]),
    completion: Kind<any Initializer>.initializer.completion
  ) { (value) throws(Failure) in
    if let network = try Kind<Network>.network.read(value) { return .network(network) }
    return try Kind<any Initializer>.initializer.read(value).map { .initializer($0) }
  }
}

extension Kind where Output == FlowTarget {
  /// An activation, or a data set.
  static let flowTarget = Kind(
    "an activation or a data set", .either([Kind<any Activation>.activation.domain, .object("dataset")]),
    completion: Kind<any Activation>.activation.completion
  ) { (value) throws(Failure) in
    if let data = try Kind<Dataset>.dataset.read(value) { return .data(data) }
    return try Kind<any Activation>.activation.read(value).map { .activation($0) }
  }
}
