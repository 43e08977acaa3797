/// How a built-in is differentiated; one without any cannot be.
public enum Derivative: Sendable, Equatable {
  /// Works element by element: the slopes in the first parameters, as formulas of all parameters in the language itself,
  /// such as `1 / x`.
  case slopes([String])
  /// Linear in its first argument, so that a slope goes through it as a value does: sums, means, parts.
  case linear
  /// The same function in terms of others that have derivatives, such as `√sum(x²)`.
  case formula(String)
  /// Locally constant: `floor`, `length`, `argmax`.
  case constant
  /// The function itself reckons with numbers that carry their derivative: `map`, `prod`.
  case own

  /// The slope in the first parameter.
  public static func slope(_ formula: String) -> Derivative { .slopes([formula]) }
}
