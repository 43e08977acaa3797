import Networks
import Vocabulary

/// The weights of all networks of a session.
///
/// A network as a value is only an identity, so that all names for it see the same weights, as in Keras; the weights lie
/// here, so that a copy of the session is a snapshot of them. They are let go when no value is the network any more.
public struct NetworkStore: Sendable {
  public struct State: Sendable {
    public var weights: [Double]
    /// The loss that it was last trained with.
    public var loss: (any Loss)?
    /// How it was last trained, without the data.
    public var training: Training?
    /// What the optimizer of that training remembers.
    public var optimizer: OptimizerState?
  }

  private struct Entry: Sendable {
    weak var identity: NetworkIdentity?
    var state: State
  }

  private var entries: [Int: Entry] = [:]
  private var nextNumber = 0
  /// When there are so many, those that nobody can name are looked for.
  private var mostBeforeCleaning = 0

  /// More entries than this are cleaned only when they have doubled.
  private static let few = 1000

  /// Keeps a new network's weights and gives it a name in this session.
  public mutating func add(_ architecture: Architecture, weights: [Double]) -> Network {
    if entries.count >= mostBeforeCleaning {
      entries = entries.filter { $0.value.identity != nil }
      mostBeforeCleaning = entries.count < Self.few ? 0 : 2 * entries.count
    }
    let identity = NetworkIdentity(number: nextNumber, initialWeights: weights)
    entries[nextNumber] = Entry(identity: identity, state: State(weights: weights))
    nextNumber += 1
    return Network(architecture: architecture, identity: identity)
  }

  /// A network of another session has its initial weights here.
  public subscript(network: Network) -> State {
    get {
      if let entry = entries[network.identity.number], entry.identity === network.identity { return entry.state }
      return State(weights: network.identity.initialWeights)
    }
    set { entries[network.identity.number] = Entry(identity: network.identity, state: newValue) }
  }

  /// Gives a network other weights; what an optimizer remembers of the ones before is gone.
  public mutating func replaceWeights(of network: Network, by weights: [Double]) {
    var state = self[network]
    state.weights = weights
    state.optimizer = nil
    self[network] = state
  }

  public var count: Int { entries.count }

  /// Gives a network its initial weights back; what an optimizer remembers of the others is gone.
  public mutating func rewind(_ network: Network) {
    replaceWeights(of: network, by: network.identity.initialWeights)
  }
}

extension Session {
  /// How many networks' weights are kept.
  package var networkCount: Int { networks.count }
}

/// Which network a value is.
public final class NetworkIdentity: Sendable {
  public let number: Int
  public let initialWeights: [Double]

  public init(number: Int, initialWeights: [Double]) {
    self.number = number
    self.initialWeights = initialWeights
  }
}

/// A network of this session.
public struct Network: Object {
  public let architecture: Architecture
  public let identity: NetworkIdentity

  public var kind: String { "network" }
  /// Its weights and those that it began with.
  public var numberCount: Int { 2 * architecture.layers.reduce(0) { $0 + $1.parameterCount } }
  public var display: Display {
    let steps = architecture.steps
    let words =
      ["sequential: \(steps[0])"] + steps[1..<steps.count - 1]
      + [steps[steps.count - 1] + ",", counted(architecture.parameterCount, "parameter")]
    return Display(Paragraph.lines(of: words, width: Table.widest - 2).joined(separator: "\n  "))
  }
}

extension Kind where Output == Network {
  /// A network.
  public static let network = Kind("a network, such as sequential(input(2), dense(1))", .object("network")) {
    if case .object(let object) = $0 { object as? Network } else { nil }
  }
}
