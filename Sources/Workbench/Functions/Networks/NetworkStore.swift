import Networks
import Vocabulary

/// The weights of all networks of a session.
///
/// A network as a value is only a number, so that all names for it see the same weights, as in Keras; the weights lie here,
/// so that a copy of the session is a snapshot of them.
struct NetworkStore: Sendable {
  struct State: Sendable {
    var weights: [Double]
    let initialWeights: [Double]
    /// The loss that it was last trained with.
    var loss: (any Loss)?
    /// How it was last trained, without the data.
    var training: Training?
  }

  private var states: [State] = []

  /// Keeps a new network's weights and gives it a name in this session.
  mutating func add(_ architecture: Architecture, weights: [Double]) -> Network {
    states.append(State(weights: weights, initialWeights: weights))
    return Network(architecture: architecture, number: states.count - 1)
  }

  subscript(network: Network) -> State {
    get { states[network.number] }
    set { states[network.number] = newValue }
  }
}

/// A network of this session.
struct Network: Object {
  let architecture: Architecture
  let number: Int

  var kind: String { "network" }
  var display: Display {
    let steps = architecture.steps
    let words =
      ["sequential: \(steps[0])"] + steps[1..<steps.count - 1]
      + [steps[steps.count - 1] + ",", counted(architecture.parameterCount, "parameter")]
    return Display(Paragraph.lines(of: words, width: Table.widest - 2).joined(separator: "\n  "))
  }
}

extension Kind where Output == Network {
  /// A network.
  static let network = Kind("a network, such as sequential(input(2), dense(1))", .object("network")) {
    if case .object(let object) = $0 { object as? Network } else { nil }
  }
}
