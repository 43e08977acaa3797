import ElementaryFunctions

/// A function of the module ElementaryFunctions, and what it is asked.
public struct ElementaryRow: Sendable {
  /// The arguments of a call; what a function does not take is 0.
  public typealias Arguments = (Double, Double, Double)

  public let name: String
  private let function: @Sendable (Double, Double, Double) -> Double
  private let arguments: @Sendable () -> [Arguments]

  init(
    _ name: String, _ arguments: @escaping @Sendable () -> [Arguments] = Self.everywhere,
    _ function: @escaping @Sendable (Double, Double, Double) -> Double
  ) {
    (self.name, self.arguments, self.function) = (name, arguments, function)
  }

  /// Calls it with arguments from a reference and with its own.
  public func compute(_ journal: inout Journal, references: [Arguments]) {
    for (first, second, third) in references + arguments() {
      journal.note(
        function(first, second, third), at: (first.bitPattern, second.bitPattern, third.bitPattern))
    }
  }

  /// All of them. A test holds this table against what the module declares.
  public static let all: [ElementaryRow] = ofOne + ofTwo + special

  private static let ofOne = [
    ElementaryRow("exp") { x, _, _ in exp(x) }, ElementaryRow("expm1") { x, _, _ in expm1(x) },
    ElementaryRow("exp2") { x, _, _ in exp2(x) }, ElementaryRow("sigmoid") { x, _, _ in sigmoid(x) },
    ElementaryRow("log") { x, _, _ in log(x) }, ElementaryRow("log1p") { x, _, _ in log1p(x) },
    ElementaryRow("log2") { x, _, _ in log2(x) }, ElementaryRow("log10") { x, _, _ in log10(x) },
    ElementaryRow("nearestLog") { x, _, _ in nearestLog(x) }, ElementaryRow("cbrt") { x, _, _ in cbrt(x) },
    ElementaryRow("sin") { x, _, _ in sin(x) }, ElementaryRow("cos") { x, _, _ in cos(x) },
    ElementaryRow("tan") { x, _, _ in tan(x) }, ElementaryRow("asin") { x, _, _ in asin(x) },
    ElementaryRow("acos") { x, _, _ in acos(x) }, ElementaryRow("atan") { x, _, _ in atan(x) },
    ElementaryRow("sinh") { x, _, _ in sinh(x) }, ElementaryRow("cosh") { x, _, _ in cosh(x) },
    ElementaryRow("tanh") { x, _, _ in tanh(x) }, ElementaryRow("asinh") { x, _, _ in asinh(x) },
    ElementaryRow("acosh") { x, _, _ in acosh(x) }, ElementaryRow("atanh") { x, _, _ in atanh(x) },
    ElementaryRow("erf") { x, _, _ in erf(x) }, ElementaryRow("erfc") { x, _, _ in erfc(x) },
    ElementaryRow("erfcx") { x, _, _ in erfcx(x) }, ElementaryRow("logGamma") { x, _, _ in logGamma(x) },
    ElementaryRow("estimatedLog", positive) { x, _, _ in estimatedLog(x) },
    ElementaryRow("estimatedExp", exponents) { x, _, _ in estimatedExp(x) },
  ]

  private static let ofTwo = [
    ElementaryRow("pow", pairs) { x, y, _ in pow(x, y) },
    ElementaryRow("atan2", pairs) { y, x, _ in atan2(y, x) },
    ElementaryRow("exponentialOfSquare", pairs) { x, factor, _ in exponentialOfSquare(x, times: factor) },
    ElementaryRow("FixedPower", pairs) { x, y, _ in FixedPower(y)(x.magnitude) },
  ]

  private static let special = [
    ElementaryRow("digamma", positive) { x, _, _ in digamma(x) },
    ElementaryRow("trigamma", positive) { x, _, _ in trigamma(x) },
    ElementaryRow("logLessDigamma", positive) { x, _, _ in logLessDigamma(x) },
    ElementaryRow("stirlingError", positive) { x, _, _ in stirlingError(x) },
    ElementaryRow("log1pLessItself", positive) { x, _, _ in log1pLessItself(x) },
    ElementaryRow("logGammaOfNext", positive) { x, _, _ in logGammaOfNext(x) },
    ElementaryRow("deviance", shapes) { x, m, _ in deviance(of: x, from: m) },
    ElementaryRow("IncompleteGamma.lower", shapes) { a, x, _ in IncompleteGamma(shape: a, at: x).lower },
    ElementaryRow("IncompleteGamma.upper", shapes) { a, x, _ in IncompleteGamma(shape: a, at: x).upper },
    ElementaryRow("IncompleteGamma.power", shapes) { a, x, _ in IncompleteGamma.power(a, x) },
    ElementaryRow("IncompleteGamma.logPower", shapes) { a, x, _ in IncompleteGamma.logPower(a, x) },
    ElementaryRow("IncompleteBeta.lower", shapes) { a, b, x in IncompleteBeta(a, b, at: x, complement: 1 - x).lower },
    ElementaryRow("IncompleteBeta.upper", shapes) { a, b, x in IncompleteBeta(a, b, at: x, complement: 1 - x).upper },
    ElementaryRow("IncompleteBeta.power", shapes) { a, b, x in IncompleteBeta.power(a, b, x, 1 - x) },
    ElementaryRow("IncompleteBeta.logPower", shapes) { a, b, x in IncompleteBeta.logPower(a, b, x, 1 - x) },
    ElementaryRow("GaussLegendre.integral", shapes) { a, b, x in
      GaussLegendre.integral(from: -x, to: x, panels: 2) { exp(-$0 * $0) }
    },
    ElementaryRow("GaussLegendre.forEachNode", shapes) { _, _, x in
      var sum = 0.0
      GaussLegendre.forEachNode(from: -x, to: x, panels: 2) { place, weight in sum += weight * cos(place) }
      return sum
    },
  ]
}

/// What functions are asked.
extension ElementaryRow {
  /// The edges and numbers from all over.
  @Sendable private static func everywhere() -> [Arguments] {
    (Inputs.edges + Inputs.mixed(100_000)).map { ($0, 0.0, 0.0) }
  }

  /// Positive numbers of every size from subnormal on.
  @Sendable private static func positive() -> [Arguments] {
    Inputs.positive(30_000, exponents: -1030...1023, seed: 1).map { ($0, 0.0, 0.0) }
      + Inputs.positive(30_000, exponents: -6...10, seed: 2).map { ($0, 0.0, 0.0) }
  }

  /// Numbers whose exponential neither vanishes nor overflows.
  @Sendable private static func exponents() -> [Arguments] {
    Inputs.ordinary(100_000, seed: 3).filter { $0.magnitude <= 1 }.map { (700 * $0, 0.0, 0.0) }
  }

  /// Each edge with each other, and numbers from all over.
  @Sendable private static func pairs() -> [Arguments] {
    let (x, y) = (Inputs.mixed(100_000, seed: 4), Inputs.mixed(100_000, seed: 5))
    let places = (0..<100_000).map { index in (x[index], y[(index / 2) ^ 1], 0.0) }
    return Inputs.edges.flatMap { x in Inputs.edges.map { (x, $0, 0.0) } } + places
  }

  /// Shapes of distributions and a place between 0 and 1.
  @Sendable private static func shapes() -> [Arguments] {
    let a = Inputs.positive(3000, exponents: -8...24, seed: 6)
    let b = Inputs.positive(3000, exponents: -8...24, seed: 7)
    let x = Inputs.ordinary(3000, seed: 8)
    return a.indices.map { index in
      // Every other time near the first shape, where the functions are neither 0 nor 1.
      let second = index & 1 == 0 ? b[index] : a[index] * (1 + 0.2 * min(1, x[index].magnitude))
      return (a[index], second, min(1, x[index].magnitude))
    }
  }
}
