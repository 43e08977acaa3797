import ElementaryFunctions
import Language
import Vocabulary

extension Builtin {
  /// The functions of one number, each with its derivative.
  static let elementary: [Builtin] = [
    elementary("sqrt", "The square root.", { $0.squareRoot() }, derivative: "1 / (2 × √x)", ("sqrt(250)", "15.8114")),
    elementary("exp", "e to the power of x.", exp, derivative: "exp(x)", ("exp(1)", "2.71828")),
    elementary("log", "The natural logarithm.", log, derivative: "1 / x", ("log(10)", "2.30259")),
    elementary("log2", "The logarithm to base 2.", log2, derivative: "1 / (x × log(2))", ("log2(1024)", "10")),
    elementary("log10", "The logarithm to base 10.", log10, derivative: "1 / (x × log(10))", ("log10(1000)", "3")),
    elementary("sin", "The sine of an angle in radians.", sin, derivative: "cos(x)", ("sin(π / 6)", "0.5")),
    elementary("cos", "The cosine of an angle in radians.", cos, derivative: "-sin(x)", ("cos(0)", "1")),
    elementary("tan", "The tangent of an angle in radians.", tan, derivative: "1 + tan(x)²", ("tan(0.5)", "0.546302")),
    elementary("abs", "The number without its sign.", \.magnitude, derivative: "sign(x)", ("abs(-3)", "3")),
    elementary(
      "sign", "-1, 0 or 1, as the number is.", { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 }, derivative: "0", ("sign(-3)", "-1")),
    elementary("floor", "The next whole number below.", { $0.rounded(.down) }, derivative: "0", ("floor(2.7)", "2")),
    elementary("ceil", "The next whole number above.", { $0.rounded(.up) }, derivative: "0", ("ceil(2.1)", "3")),
    elementary(
      "round", "The nearest whole number, of two the even one.", { $0.rounded(.toNearestOrEven) }, derivative: "0",
      ("round(2.5)", "2")),
  ]

  private static func elementary(
    _ name: String, _ summary: String, _ function: @escaping @Sendable (Double) -> Double, derivative: String,
    _ example: (input: String, output: String)
  ) -> Builtin {
    let elementary = ElementaryFunction(function, derivative: derivative)
    return Builtin(
      name, summary, Parameter("x", .value, "a number, or a vector or matrix to go through"),
      formula: derivative == "0" ? nil : "\(name)′(x) = \(derivative)",
      examples: [Example(example.input, gives: example.output)]
    ) { (session: inout Session, x) throws(Failure) in try session.apply(elementary, to: x) }
  }
}
