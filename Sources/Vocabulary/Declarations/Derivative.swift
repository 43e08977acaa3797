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
  /// Makes a thing of its arguments: how numbers that others find out about the thing change with them, by a name for each
  /// such number.
  case thing([String: ThingSlopes])
  /// Finds out a number about the thing in the first argument, at the point in the second: the name under which the thing
  /// says how it changes, and by what that is multiplied.
  case ofThing(String, times: Factor)

  public enum Factor: Sendable, Equatable {
    case one, minusOne
    /// The number itself: what is said is how its logarithm changes.
    case value
  }

  /// The slope in the first parameter.
  public static func slope(_ formula: String) -> Derivative { .slopes([formula]) }
}

/// How a number that is found out about a thing changes with the parameters of the thing and with the point, which is `x`.
public enum ThingSlopes: Sendable, Equatable {
  /// As a formula of them does, which may leave out what depends on none of some names.
  case formula(String, of: [String])
  /// What another built-in finds out at the same point, times a factor for each name.
  case factors(times: String, [String: String])
}
