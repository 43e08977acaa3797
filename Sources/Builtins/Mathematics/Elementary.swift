import ElementaryFunctions
import Language
import Vocabulary
import Workbench

extension Builtin {
  /// The functions of one number that work element by element, each with its derivative.
  static let elementary: [Builtin] = [
    elementary("sqrt", "The square root.", { $0.squareRoot() }, slope: "1 / (2 × √x)", ("sqrt(250)", "15.8114")),
    elementary("cbrt", "The cube root.", cbrt, slope: "1 / (3 × cbrt(x)²)", ("cbrt(-27)", "-3")),
    elementary(
      "exp", "e to the power of x.", ElementaryFunction({ exp($0) }, ofMany: { exp($0, into: $1) }), .slope("exp(x)"),
      ("exp(1)", "2.71828")),
    elementary("exp2", "2 to the power of x.", exp2, slope: "exp2(x) × log(2)", ("exp2(10)", "1024")),
    elementary(
      "expm1", "The same as exp(x) - 1, right for x near 0.", expm1, slope: "exp(x)", ("expm1(1e-10)", "1×10⁻¹⁰")),
    elementary(
      "log", "The natural logarithm.", ElementaryFunction({ log($0) }, ofMany: { log($0, into: $1) }), .slope("1 / x"),
      ("log(10)", "2.30259"), aliases: ["ln"]),
    elementary(
      "log1p", "The same as log(1 + x), right for x near 0.", log1p, slope: "1 / (1 + x)", ("log1p(1e-10)", "1×10⁻¹⁰")),
    elementary("log2", "The logarithm to base 2.", log2, slope: "1 / (x × log(2))", ("log2(1024)", "10")),
    elementary("log10", "The logarithm to base 10.", log10, slope: "1 / (x × log(10))", ("log10(1000)", "3")),
    elementary("sin", "The sine of an angle in radians.", sin, slope: "cos(x)", ("sin(π / 6)", "0.5")),
    elementary("cos", "The cosine of an angle in radians.", cos, slope: "-sin(x)", ("cos(0)", "1")),
    elementary("tan", "The tangent of an angle in radians.", tan, slope: "1 + tan(x)²", ("tan(0.5)", "0.546302")),
    elementary(
      "asin", "The angle in radians with this sine, from -π/2 to π/2.", asin, slope: "1 / √(1 - x²)",
      ("asin(0.5) × 180 / π", "30"), aliases: ["arcsin"]),
    elementary(
      "acos", "The angle in radians with this cosine, from 0 to π.", acos, slope: "-1 / √(1 - x²)",
      ("acos(0.5) × 180 / π", "60"), aliases: ["arccos"]),
    elementary(
      "atan", "The angle in radians with this tangent, from -π/2 to π/2.", atan, slope: "1 / (1 + x²)",
      ("atan(1) × 180 / π", "45"), aliases: ["arctan"]),
    elementary("sinh", "The hyperbolic sine.", sinh, slope: "cosh(x)", ("sinh(1)", "1.1752")),
    elementary("cosh", "The hyperbolic cosine.", cosh, slope: "sinh(x)", ("cosh(1)", "1.54308")),
    elementary(
      "asinh", "The number with this hyperbolic sine.", asinh, slope: "1 / √(1 + x²)", ("asinh(sinh(1))", "1"),
      aliases: ["arcsinh"]),
    elementary(
      "acosh", "The number ≥ 0 with this hyperbolic cosine.", acosh, slope: "1 / √(x² - 1)", ("acosh(cosh(1))", "1"),
      aliases: ["arccosh"]),
    elementary(
      "atanh", "The number with this hyperbolic tangent.", atanh, slope: "1 / (1 - x²)", ("atanh(tanh(1))", "1"),
      aliases: ["arctanh"]),
    elementary(
      "erf", "The error function: the share of normal(0, √0.5) between -x and x.", erf, slope: "2 / √π × exp(-x²)",
      ("erf(1)", "0.842701")),
    elementary(
      "erfc", "The same as 1 - erf(x), right in the far tail.", erfc, slope: "-2 / √π × exp(-x²)",
      ("erfc(10)", "2.08849×10⁻⁴⁵")),
    elementary(
      "log_gamma", "The logarithm of |Γ(x)|; Γ(n) is (n - 1)! for whole numbers.", logGamma, slope: "digamma(x)",
      ("exp(log_gamma(6))", "120"), aliases: ["gammaln", "lgamma"]),
    elementary(
      "digamma", "The derivative of log_gamma.", digamma, slope: "trigamma(x)", ("digamma(1)", "-0.577216"),
      aliases: ["psi"]),
    elementary(
      "trigamma", "The second derivative of log_gamma.", trigamma, slope: nil, ("trigamma(1) × 6 / π²", "1"),
      aliases: ["polygamma"]),
    elementary(
      "abs", "The number without its sign.", \.magnitude, slope: "sign(x)", ("abs(-3)", "3"), aliases: ["fabs"]),
    elementary(
      "sign", "-1, 0 or 1, as the number is.", { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 }, .constant, ("sign(-3)", "-1")),
    elementary("floor", "The next whole number below.", { $0.rounded(.down) }, .constant, ("floor(2.7)", "2")),
    elementary("ceil", "The next whole number above.", { $0.rounded(.up) }, .constant, ("ceil(2.1)", "3")),
    round,
    elementary(
      "trunc", "The number without what follows the point.", { $0.rounded(.towardZero) }, .constant,
      ("trunc(-2.7)", "-2"), aliases: ["fix"]),
    question(
      "is_finite", "Whether a number is neither infinite nor nan.", \.isFinite,
      ("v = [1, ∞, nan]; v[is_finite(v)]", "[1, ∞, nan]\n[1]"), aliases: ["isfinite"]),
    question(
      "is_nan", "Whether a number is nan.", \.isNaN,
      ("v = [1, nan, 3]; where(is_nan(v), 0, v)", "[1, nan, 3]\n[1, 0, 3]"),
      aliases: ["isnan"]),
  ]

  /// A question about a number, answered element by element.
  private static func question(
    _ name: String, _ summary: String, _ holds: @escaping @Sendable (Double) -> Bool,
    _ example: (input: String, output: String), aliases: [ForeignName]
  ) -> Builtin {
    Builtin(
      name, summary, Parameter("x", .value, "a number, or a vector or matrix to go through"),
      documentation: Documentation(
        notes: "Of one number true or false, of a vector or matrix a truth for each element.",
        examples: [Example(example.input, gives: example.output)], seeAlso: ["any", "all", "where"], aliases: aliases),
      derivative: .constant
    ) { (session: inout Session, x) throws(Failure) in try session.ask(x, holds) }
    .on(numbers: NumericFunction(asking: holds))
  }

  private static func elementary(
    _ name: String, _ summary: String, _ function: @escaping @Sendable (Double) -> Double, slope: String?,
    _ example: (input: String, output: String), aliases: [ForeignName] = []
  ) -> Builtin {
    let derivative = slope.map { Derivative.slope($0) }
    return elementary(name, summary, ElementaryFunction(function), derivative, example, aliases: aliases)
  }

  private static func elementary(
    _ name: String, _ summary: String, _ function: @escaping @Sendable (Double) -> Double, _ derivative: Derivative,
    _ example: (input: String, output: String), aliases: [ForeignName] = []
  ) -> Builtin {
    elementary(name, summary, ElementaryFunction(function), derivative, example, aliases: aliases)
  }

  private static func elementary(
    _ name: String, _ summary: String, _ function: ElementaryFunction, _ derivative: Derivative?,
    _ example: (input: String, output: String), aliases: [ForeignName] = []
  ) -> Builtin {
    var formula: String?
    if case .slopes(let slopes) = derivative { formula = "\(name)′(x) = \(slopes[0])" }
    return Builtin(
      name, summary, Parameter("x", .value, "a number, or a vector or matrix to go through"),
      documentation: Documentation(
        formula: formula,
        examples: [Example(example.input, gives: example.output)],
        aliases: aliases),
      derivative: derivative
    ) { (session: inout Session, x) throws(Failure) in try session.apply(function, to: x) }
    .on(numbers: NumericFunction(function))
  }

  private static let round = Builtin(
    "round", "The nearest number with so many digits after the point, of two the one with the even last digit.",
    Parameter("x", .value, "a number, or a vector or matrix to go through"),
    Parameter(
      "digits", .integer(-400...400), "how many digits after the point; less than 0 rounds to tens, hundreds …",
      default: 0, aliases: ["decimals", "ndigits"]),
    documentation: Documentation(
      notes: "As NumPy has it, the number is multiplied by 10^digits, rounded, and divided again.",
      examples: [
        Example("round([0.5, 1.5, 2.5])", gives: "[0, 2, 2]"),
        Example("round(2 / 3, 2); round(1234, -2)", gives: "0.67\n1200"),
      ],
      seeAlso: ["floor", "ceil", "trunc"],
      aliases: ["rint", "around"]),
    derivative: .constant
  ) { (session: inout Session, x, digits) throws(Failure) in
    let unit = Arithmetic.power(10, Double(digits.magnitude))
    return try session.apply(
      ElementaryFunction { digits == 0 ? $0.rounded(.toNearestOrEven) : rounded($0, unit, digits) }, to: x)
  }.on(numbers: NumericFunction(ElementaryFunction { $0.rounded(.toNearestOrEven) }))

  /// A number that is as coarse already stays as it is.
  private static func rounded(_ number: Double, _ unit: Double, _ digits: Int) -> Double {
    let scaled = digits > 0 ? number * unit : number / unit
    guard scaled.magnitude < 0x1p52 else { return number }
    let whole = scaled.rounded(.toNearestOrEven)
    return digits > 0 ? whole / unit : whole == 0 ? 0 : whole * unit
  }
}
