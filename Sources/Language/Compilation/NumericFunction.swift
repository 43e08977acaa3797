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
  let yieldsTruth: Bool
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

  func value(sum: Double, count: Int) -> Double {
    switch self {
    case .sum: sum
    case .mean: sum / Double(count)
    }
  }
}
