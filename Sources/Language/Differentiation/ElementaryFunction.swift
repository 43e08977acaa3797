import ElementaryFunctions
import Vocabulary

/// A function of one number that works on vectors element by element and can be differentiated.
public struct ElementaryFunction: Sendable {
  private let function: @Sendable (Double) -> Double
  /// The derivative at a value, which may itself carry derivatives; the second argument is the function's own value
  /// there.
  private let derivative: @Sendable (Value, Value) throws(Failure) -> Value

  public init(
    _ function: @escaping @Sendable (Double) -> Double,
    derivative: @escaping @Sendable (_ x: Value, _ y: Value) throws(Failure) -> Value
  ) {
    self.function = function
    self.derivative = derivative
  }

  public func callAsFunction(_ x: Double) -> Double { function(x) }

  /// The function of a number, of every element, or of a number that carries its derivative; nil of anything else.
  public func apply(toAny value: Value) throws(Failure) -> Value? {
    switch value {
    case .number(let number): return .number(function(number))
    case .vector(let elements): return .vector(elements.map(function))
    case .matrix(let matrix): return .matrix(matrix.map(function))
    case .list(let values):
      var results: [Value] = []
      for value in values {
        guard let result = try apply(toAny: value) else { return nil }
        results.append(result)
      }
      return .list(results)
    case .object(let dual as Dual):
      let y = try apply(to: dual.value)
      let slope = try Arithmetic.apply(.multiply, try derivative(dual.value, y), dual.slope)
      return .object(Dual(value: y, slope: slope, level: dual.level))
    default: return nil
    }
  }

  /// The same where the value is known to fit; throws a failure of kind `type` where it does not.
  public func apply(to value: Value) throws(Failure) -> Value {
    if let result = try apply(toAny: value) { return result }
    throw Failure(.type, "a number or vector is wanted, not \(value.brief)")
  }

  /// The natural logarithm.
  public static let logarithm = ElementaryFunction({ log($0) }) { (x, _) throws(Failure) in
    try Arithmetic.apply(.divide, .number(1), x)
  }
}
