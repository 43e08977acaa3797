/// How a built-in works on plain numbers, so that a compiled program can call it without boxing them.
public struct NumericFunction: Sendable {
  enum Body: Sendable {
    case one(@Sendable (Double) -> Double)
    case two(@Sendable (Double, Double) -> Double)
  }

  let body: Body
  /// Steps that the built-in counts for each call.
  let steps: Int

  /// A function of one number that counts no steps of its own.
  public init(_ function: @escaping @Sendable (Double) -> Double) {
    body = .one(function)
    steps = 0
  }

  public init(steps: Int = 0, ofTwo function: @escaping @Sendable (Double, Double) -> Double) {
    body = .two(function)
    self.steps = steps
  }

  var arity: Int {
    switch body {
    case .one: 1
    case .two: 2
    }
  }
}
