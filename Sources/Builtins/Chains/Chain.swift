import Language
import Networks
import Vocabulary
import Workbench

extension Builtin {
  static let chain = Builtin(
    "chain", "Shows a product factor by factor, as backpropagation multiplies it from the output to the first layer.",
    Parameter("product", .expression, "such as 0.1⁵ × 0.03; the last factor is the gradient at the output"),
    .optional("data", .dataset, "points, where the product is that of a network"), .lossOfTraining,
    documentation: Documentation(
      notes:
        "Where the product ends in a power, the gradient at the output is 1. In each number format the factors and every "
        + "product are rounded to nearest, ties to even, with gradual underflow; the factors are repeated until the "
        + "gradient is 0 or ∞. Of a network and data the factors are measured: how ‖∂L/∂z‖, the root mean square that inspect "
        + "shows, changes from one dense layer to the one before; the gradient at the output is that of the last. "
        + "The verdict is then inspect's; of a product alone it is vanishing below a hundredth, or below a tenth where a "
        + "layer leaves less than two thirds on average, exploding likewise, else steady.",
      examples: [
        Example(
          "chain 0.1⁵ × 0.03",
          gives: """
              layer    factor   gradient
              output     0.03   0.03       ████████████████████
              5           0.1   0.003      ████████████████
              4           0.1   3×10⁻⁴     ████████████
              3           0.1   3×10⁻⁵     █████████
              2           0.1   3×10⁻⁶     █████
              1           0.1   3×10⁻⁷     █
            vanishing: ×10⁻⁵ over 5 layers
            continued, it is 0 after: float16 6, bfloat16 39, float32 44, float64 323 layers
            """),
        Example(
          "chain sequential(input(2), dense(3, tanh), dense(3, tanh), dense(1), seed=1) circles(8, seed=1)",
          gives: """
              layer    factor   gradient
              output    1.453   1.453      ████████████████████
              2        0.5055   0.7345     ███████████
              1        0.4766   0.35       █
            healthy: ×0.24091 over 2 layers
            continued, it is 0 after: float16 26, bfloat16 132, float32 148,
              float64 1048 layers
            """),
      ],
      seeAlso: ["inspect"]),
    yields: Chain.self
  ) { (session: inout Session, product, data, loss) throws(Failure) in
    if let data { return .object(try session.measuredChain(product, data, loss)) }
    var factors: [Double] = []
    let endsInPower = try session.collect(product.expression, product.frame, into: &factors)
    let output = endsInPower ? 1 : factors.removeLast()
    return .object(Chain(output: output, factors: factors.reversed()))
  }
}

extension Session {
  /// The most factors that are shown one by one.
  private static let mostFactors = 10_000

  /// Takes a product apart in the order in which it is written; whether its last part is a power.
  fileprivate mutating func collect(
    _ expression: ExpressionSyntax, _ frame: [Value], into factors: inout [Double]
  ) throws(Failure) -> Bool {
    var frame = frame
    switch expression.node {
    case .binary(.multiply, let left, let right):
      _ = try collect(left, frame, into: &factors)
      return try collect(right, frame, into: &factors)
    case .binary(.power, let base, let exponent):
      guard let count = try evaluate(exponent, &frame).number.flatMap({ Int(exactly: $0) }), count >= 0 else { break }
      var repeated: [Double] = []
      _ = try collect(base, frame, into: &repeated)
      guard Double(factors.count) + Double(repeated.count) * Double(count) <= Double(Self.mostFactors) else {
        throw Failure(.limit, "a chain has at most \(Self.mostFactors) factors", at: expression.span)
      }
      for _ in 0..<count { factors += repeated }
      return true
    default: break
    }
    let value = try evaluate(expression, &frame)
    guard let number = value.number else {
      throw Failure(
        .argument, "a factor must be a number, not \(value.brief)", at: expression.span,
        hint: value.kind == "network" ? "a network needs data: chain net data" : nil)
    }
    factors.append(number)
    return false
  }
}

extension Session {
  /// The factors of a network's layers on data.
  fileprivate mutating func measuredChain(
    _ quotation: Quotation, _ data: Dataset, _ loss: (any Loss)?
  ) throws(Failure) -> Chain {
    var frame = quotation.frame
    let value = try evaluate(quotation.expression, &frame)
    guard let network = try Kind<Network>.network.read(value) else {
      throw Failure(
        .argument, "what has data must be a network, not \(value.brief)", at: quotation.expression.span,
        hint: "write chain net data, or a product alone")
    }
    let inspection = try network.architecture.inspect(
      networks[network].weights, on: data, loss: self.loss(loss, for: network),
      learningRate: Inspection.standardRate, interruption: interruption)
    return Chain(inspection)
  }
}
