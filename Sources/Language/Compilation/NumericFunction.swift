import Vocabulary

/// How a built-in works on plain numbers, so that a compiled program can call it without boxing them.
public struct NumericFunction: Sendable {
  enum Body: Sendable {
    case one(@Sendable (Double) -> Double)
    case two(@Sendable (Double, Double) -> Double)
  }

  let body: Body
  /// Writes the results for many numbers; the same bits.
  let ofMany: ElementaryFunction.OfMany?
  /// Steps that the built-in counts for each call.
  let steps: Int
  /// Whether its results 1 and 0 are truths.
  public let yieldsTruth: Bool
  /// The slopes in its two numbers, as formulas of `x` and `y`, where the built-in takes any number of them.
  let slopes: [String]?

  /// A function of one number that counts no steps of its own.
  public init(_ function: ElementaryFunction) {
    body = .one(function.function)
    ofMany = function.ofMany
    (steps, yieldsTruth, slopes) = (0, false, nil)
  }

  /// A question about one number.
  public init(asking holds: @escaping @Sendable (Double) -> Bool) {
    body = .one { holds($0) ? 1 : 0 }
    ofMany = nil
    (steps, yieldsTruth, slopes) = (0, true, nil)
  }

  public init(
    steps: Int = 0, slopes: [String]? = nil, ofTwo function: @escaping @Sendable (Double, Double) -> Double
  ) {
    body = .two(function)
    ofMany = nil
    self.steps = steps
    yieldsTruth = false
    self.slopes = slopes
  }

  /// What it makes of one or two numbers; nil of another count of them.
  public func callAsFunction(_ numbers: [Double]) -> Double? {
    switch body {
    case .one(let function): numbers.count == 1 ? function(numbers[0]) : nil
    case .two(let function): numbers.count == 2 ? function(numbers[0], numbers[1]) : nil
    }
  }

  var arity: Int {
    switch body {
    case .one: 1
    case .two: 2
    }
  }
}

/// A built-in that makes one number of many, and that need not see them all at once.
public enum NumericReduction: Sendable {
  case sum, mean

  func value(of sum: CompensatedSum.Lanes, count: Int) -> Double {
    switch self {
    case .sum: sum.value
    case .mean: sum.meanAndRemainder(ofCount: count).mean
    }
  }
}
