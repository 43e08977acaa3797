import Vocabulary

/// How gradients move the weights.
public protocol Optimizer: Object {
  /// The built-in's name: `sgd`.
  var name: String { get }
  var learningRate: Double { get set }
  /// How many numbers it remembers for each weight.
  var memoryPerWeight: Int { get }
  /// Moves the weights against their gradients; the memory starts as zeros and is its own.
  func step(
    _ weights: UnsafeMutableBufferPointer<Double>, _ gradients: UnsafeMutableBufferPointer<Double>,
    _ memory: UnsafeMutableBufferPointer<Double>)
}

extension Optimizer {
  public var kind: String { "optimizer" }
  public var display: Display {
    let parts = properties.map { Display("\($0.name)=") + $0.value.display }
    return Display(name) + "(" + parts.joined(separator: ", ") + ")"
  }
}

/// All optimizers; a new one is one file and one line here.
public let optimizers = Catalog<any Optimizer>(
  "optimizer",
  [
    StochasticGradientDescent.declaration
  ])

extension Kind where Output == any Optimizer {
  /// An optimizer, bare or quoted.
  public static let optimizer = optimizers.kind("an optimizer", describe: \.name) { $0 as? any Optimizer }
}

extension Kind where Output == Double {
  /// A step size.
  public static let learningRate = number("a number > 0") { $0 > 0 && $0.isFinite }
}
