import Vocabulary

/// `f′`, `f″` …: a function's exact derivative.
public struct DerivativeFunction: Function {
  public let function: any Function
  public let order: Int

  init(of function: any Function, order: Int) {
    if let inner = function as? DerivativeFunction {
      self.function = inner.function
      self.order = inner.order + order
    } else {
      self.function = function
      self.order = order
    }
  }

  public var name: String { function.name + Primes.text(order) }
  public var display: Display { "\(name)(x)" }
}
