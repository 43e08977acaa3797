import Vocabulary

/// A function of one number that works on vectors element by element and can be differentiated.
public struct ElementaryFunction: Sendable {
  let function: @Sendable (Double) -> Double
  /// Its derivative as a formula of `x` in the language itself.
  public let derivative: String

  public init(_ function: @escaping @Sendable (Double) -> Double, derivative: String) {
    self.function = function
    self.derivative = derivative
  }
}

extension Environment {
  /// The function of a number, of every element, or of a number that carries its derivative.
  ///
  /// Throws a failure of kind `type` for any other value.
  public mutating func apply(_ elementary: ElementaryFunction, to value: Value) throws(Failure) -> Value {
    switch value {
    case .number(let number):
      return .number(elementary.function(number))
    case .vector(let elements):
      try machine.step(by: elements.count)
      return .vector(elements.map(elementary.function))
    case .matrix(let matrix):
      try machine.step(by: matrix.elements.count)
      return .matrix(matrix.map(elementary.function))
    case .list(let values):
      var row = Row()
      for value in values { row.append(try apply(elementary, to: value)) }
      return try row.value()
    case .object(let dual as Dual):
      let y = try apply(elementary, to: dual.value)
      let slope = try Arithmetic.apply(.multiply, try slope(of: elementary, at: dual.value), dual.slope)
      return .object(Dual(value: y, slope: slope, level: dual.level))
    default:
      throw Failure(.type, "a number or vector is wanted here, not \(value.brief)")
    }
  }

  private mutating func slope(of elementary: ElementaryFunction, at x: Value) throws(Failure) -> Value {
    let statements = try Parser.statements(of: "slope(x) = \(elementary.derivative)", lexicon: lexicon)
    guard case .definition(let function) = statements.first?.kind else { return .number(.nan) }
    return try call(function, with: [x])
  }
}
