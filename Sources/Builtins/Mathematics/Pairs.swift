import ElementaryFunctions
import Language
import Vocabulary
import Workbench

extension Builtin {
  /// Functions of two numbers that work element by element.
  static let pairs: [Builtin] = [
    pair(
      "maximum", "The larger of two numbers, element by element.", "x", "y", ("maximum([1, 5], 3)", "[3, 5]"),
      [
        "if x > y then 1 else if x == y then 0.5 else 0", "if x < y then 1 else if x == y then 0.5 else 0",
      ]
    ) { $0.isNaN || $1.isNaN ? .nan : Swift.max($0, $1) },
    pair(
      "minimum", "The smaller of two numbers, element by element.", "x", "y", ("minimum([1, 5], 3)", "[1, 3]"),
      [
        "if x < y then 1 else if x == y then 0.5 else 0", "if x > y then 1 else if x == y then 0.5 else 0",
      ]
    ) { $0.isNaN || $1.isNaN ? .nan : Swift.min($0, $1) },
    pair(
      "atan2", "The angle in radians of the point (x, y), from -π to π.", "y", "x", ("atan2(1, -1) × 180 / π", "135"),
      [
        "if x == 0 and y == 0 then 0 else x / hypot(x, y) / hypot(x, y)",
        "if x == 0 and y == 0 then 0 else -y / hypot(x, y) / hypot(x, y)",
      ],
      aliases: ["arctan2"]
    ) { atan2($0, $1) },
    pair(
      "hypot", "The long side of a right-angled triangle, √(x² + y²), without overflow.", "x", "y",
      ("hypot(3, 4)", "5"),
      ["x / hypot(x, y)", "y / hypot(x, y)"]
    ) { hypotenuse($0, $1) },
  ]

  private static func pair(
    _ name: String, _ summary: String, _ first: String, _ second: String, _ example: (input: String, output: String),
    _ slopes: [String], aliases: [ForeignName] = [], _ body: @escaping @Sendable (Double, Double) -> Double
  ) -> Builtin {
    Builtin(
      name, summary, Parameter(first, .numbers, "a number, vector or matrix"),
      Parameter(second, .numbers, "a number, vector or matrix"),
      documentation: Documentation(
        examples: [Example(example.input, gives: example.output)],
        aliases: aliases), derivative: .slopes(slopes)
    ) { (session: inout Session, a, b) throws(Failure) in
      try Elementwise.value(a, b, "and", session.context.limits, body) ?? .nothing
    }.on(numbers: NumericFunction(ofTwo: body))
  }

  /// Scaled by the larger leg.
  private static func hypotenuse(_ x: Double, _ y: Double) -> Double {
    let (a, b) = (x.magnitude, y.magnitude)
    if a.isInfinite || b.isInfinite { return .infinity }
    let longer = Swift.max(a, b)
    guard longer > 0 else { return a + b }
    let (p, q) = (a / longer, b / longer)
    return longer * (p * p + q * q).squareRoot()
  }

  static let clip = Builtin(
    "clip", "The number, but no less than low and no more than high.",
    Parameter("x", .numbers, "a number, or a vector or matrix to go through"),
    Parameter("low", .number, "the least"), Parameter("high", .number, "the most"),
    documentation: Documentation(
      examples: [Example("clip([-2, 0.5, 3], -1, 1)", gives: "[-1, 0.5, 1]")],
      aliases: ["clamp", "clip_by_value"]),
    derivative: .slope("if low < x < high then 1 else 0")
  ) { (session: inout Session, x, low, high) throws(Failure) in
    try session.apply(ElementaryFunction { $0.isNaN ? $0 : Swift.min(Swift.max($0, low), high) }, to: x)
  }

  static let `where` = Builtin(
    "where", "Chooses element by element: from a where the condition holds, else from b.",
    Parameter("condition", .value, "a comparison, such as v > 0"),
    Parameter("a", .value, "a number, or elements to choose"),
    Parameter("b", .value, "a number, or elements to choose"),
    documentation: Documentation(
      notes: "Shapes are matched as NumPy broadcasts them: a number goes with everything, a vector with every row.",
      examples: [Example("v = [-1, 2]; where(v > 0, v, 0)", gives: "[-1, 2]\n[0, 2]")]), derivative: .own
  ) { (session: inout Session, condition, a, b) throws(Failure) in
    try session.context.step(by: 1)
    return try session.choose(condition, a, b)
  }
}
