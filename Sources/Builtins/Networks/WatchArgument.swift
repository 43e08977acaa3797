import Language
import Networks
import Vocabulary
import Workbench

/// What `watch=` names: instruments, and functions of the network.
struct WatchList: Sendable {
  var watches: [Watch] = []
  var functions: [any Function] = []

  /// Takes one more; false where it is neither.
  fileprivate mutating func add(_ value: Value) -> Bool {
    switch value {
    case .text(let word):
      guard let watch = Watch(rawValue: word) else { return false }
      watches.append(watch)
    case .function(let builtin as BuiltinFunction):
      guard let watch = Watch(rawValue: builtin.name) else { return false }
      watches.append(watch)
    case .function(let function): functions.append(function)
    default: return false
    }
    return true
  }
}

extension Kind where Output == WatchList {
  /// Instruments, functions of the network, or a list of such.
  static let watch = Kind(
    noun, .either([.text, .function, .list(of: .function)]), completion: .words(words)
  ) { (value) throws(Failure) in
    var list = WatchList()
    guard case .list(let values) = value else { return list.add(value) ? list : nil }
    for value in values where !list.add(value) {
      throw Failure(.argument, "watch must be \(noun); \(value.brief) in the list is none", about: .argument("watch"))
    }
    return list
  }

  private static let words = Watch.allCases.map(\.rawValue)
  private static let noun = "\(words.joined(separator: ", ")), a function of the network, or a list of these"
}

/// Calls functions of a learner's with a network whose weights are those reached.
///
/// They look at a copy of the session, so that looking changes nothing.
final class FunctionWatch {
  private var session: Session
  private let network: Network
  private let functions: [any Function]

  init(_ functions: [any Function], of network: Network, in session: Session) {
    self.functions = functions
    self.network = network
    self.session = session
  }

  /// What the calls have counted as steps of the command.
  var context: EvaluationContext { session.context }

  var calls: [FunctionOfWeights] {
    functions.map { function in
      FunctionOfWeights(function.name) { [self] (weights) throws(Failure) in try number(function, weights) }
    }
  }

  /// Calls all of them once, so that what is wrong with one is said before the training.
  func tryOut(_ weights: [Double]) throws(Failure) {
    for function in functions { _ = try number(function, weights) }
  }

  private func number(_ function: any Function, _ weights: [Double]) throws(Failure) -> Double {
    session.networks[network].weights = weights
    let value: Value
    do {
      value = try session.call(function, with: [.object(network)])
    } catch {
      // What is wrong stands in the function, which was written elsewhere.
      guard error.kind != .interrupted else { throw error }
      throw Failure(
        error.kind, "watch: \(function.name)(network) fails: \(error.message)", about: .argument("watch"),
        hint: error.hint)
    }
    switch value {
    case .number(let number): return number
    case .truth(let truth): return truth ? 1 : 0
    default:
      throw Failure(
        .argument, "watch must yield a number: \(function.name)(network) is \(value.noun)", about: .argument("watch"))
    }
  }
}
