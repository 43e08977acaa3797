import ElementaryFunctions
import Vocabulary

/// How gradients move the weights.
public protocol Optimizer: Object {
  /// The built-in's name: `sgd`.
  var name: String { get }
  var learningRate: any Schedule { get set }
  /// Weight decay and clipping.
  var adjustments: Adjustments { get }
  /// What Keras and PyTorch call it; nil where they have nothing of the kind.
  var python: PythonOptimizer? { get }
  /// How many numbers it remembers for each weight, and what they are at first.
  var memoryPerWeight: Int { get }
  var initialMemory: Double { get }
  /// What one number for all weights, 1 at first, becomes before a step, counted from 1.
  func advanced(_ running: Double, to step: Int) -> Double
  /// Moves some weights against their gradients.
  func step(_ step: OptimizerStep)
}

extension Optimizer {
  public var kind: String { "optimizer" }
  public var noun: String { "an optimizer" }
  public var display: Display {
    let parts = (properties + adjustments.properties).map { Display("\($0.name)=") + $0.value.display }
    return Display(name) + "(" + parts.joined(separator: ", ") + ")"
  }
  public var initialMemory: Double { 0 }
  public func advanced(_ running: Double, to step: Int) -> Double { running }

  /// The learning rate as a property.
  public var rateProperty: Property {
    if let constant = learningRate as? ConstantRate { return Property("learning_rate", .number(constant.rate)) }
    return Property("learning_rate", .object(learningRate))
  }
}

/// What an optimizer sees of some weights in one step.
public struct OptimizerStep {
  public let weights: UnsafeMutablePointer<Double>
  public let gradients: UnsafeMutablePointer<Double>
  public let count: Int
  /// The number remembered of each weight, and how far away its next number is.
  public let memory: UnsafeMutablePointer<Double>
  public let distance: Int
  public let rate: Double
  /// Counted from 1.
  public let number: Int
  public let running: Double
  let kernels: Kernels
}

/// All optimizers; a new one is one file and one line here.
public let optimizers = Catalog<any Optimizer>(
  "optimizer",
  [
    StochasticGradientDescent.declaration,
    Adagrad.declaration,
    Adadelta.declaration,
    RootMeanSquarePropagation.declaration,
    Adam.declaration,
    Adam.decoupledDeclaration,
    Adamax.declaration,
    Nadam.declaration,
  ])

extension Kind where Output == any Optimizer {
  /// An optimizer, bare or quoted.
  public static let optimizer = optimizers.kind("an optimizer", .object("optimizer"), shown: \.name) {
    $0 as? any Optimizer
  }
}

extension Kind where Output == Double {
  /// A step size.
  public static let learningRate = number("a number > 0", in: 0...Double.greatestFiniteMagnitude) { $0 > 0 }
  /// A share below 1 that is kept.
  public static let decay = number("a number from 0 up to 1", in: 0...1) { $0 < 1 }
}

extension Example {
  /// Where an optimizer's first steps lead on a parabola with its least value at 3.
  static func firstSteps(of optimizer: String, gives path: String) -> Example {
    Example("f(x) = (x - 3)²; descend(f, from=0, optimizer=\(optimizer), steps=3).x", gives: "f(x) = (x - 3)²\n" + path)
  }
}
