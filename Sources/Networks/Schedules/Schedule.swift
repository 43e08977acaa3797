import Vocabulary

/// A learning rate that changes from step to step.
public protocol Schedule: Object {
  /// The rate of a step; steps are batches and counted from 0.
  func rate(at step: Int) -> Double
}

extension Schedule {
  public var kind: String { "schedule" }
  public var noun: String { "a learning rate schedule" }
}

/// The same rate at every step: a plain number.
public struct ConstantRate: Schedule {
  public let rate: Double

  public init(_ rate: Double) { self.rate = rate }

  public var display: Display { Display(rate) }
  public func rate(at step: Int) -> Double { rate }
}

/// All schedules; a new one is one file and one line here.
public let schedules = Catalog<any Schedule>(
  "schedule",
  [
    StepDecay.declaration,
    ExponentialDecay.declaration,
    CosineDecay.declaration,
    CyclicRate.declaration,
    WarmUp.declaration,
  ])

extension Kind where Output == any Schedule {
  /// A step size, or a schedule of step sizes.
  public static let schedule = Kind(
    "a number > 0", .either([.number(0...Double.greatestFiniteMagnitude), .object("schedule")]), value: { .object($0) }
  ) { value in
    switch value {
    case .number(let rate) where rate > 0 && rate.isFinite: ConstantRate(rate)
    case .object(let object): object as? any Schedule
    default: nil
    }
  }
}

extension Parameter where Output == Double {
  /// Where a schedule begins.
  static var initialRate: Parameter {
    Parameter(
      "initial", .learningRate, "the rate at first",
      aliases: ["initial_learning_rate", "learning_rate", "lr", "rate"])
  }
}

extension Parameter where Output == any Schedule {
  /// The learning rate of an optimizer.
  public static func learningRate(_ standard: Double) -> Parameter {
    Parameter(
      "learning_rate", .schedule, "the length of a step for a gradient of 1, or a schedule of it",
      default: ConstantRate(standard), aliases: ["lr"])
  }
}
