import ElementaryFunctions
import Networks
import Language
import Networks
import Vocabulary

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
        + "shows, changes from one dense layer to the one before; the gradient at the output is that of the last.",
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
            steady: ×0.24091 over 2 layers
            continued, it is 0 after: float16 26, bfloat16 132, float32 148,
              float64 1048 layers
            """),
      ],
      seeAlso: ["inspect"])
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
    _ expression: Expression, _ frame: [Value], into factors: inout [Double]
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
    let inspection = try Inspection(
      network.architecture, networks[network].weights, on: data, loss: try self.loss(loss, for: network),
      learningRate: 1, interruption: interruption)
    return Chain(inspection)
  }
}

/// A gradient on its way from the output to the first layer.
struct Chain: Object {
  /// The gradient at the output.
  let output: Double
  /// What each layer multiplies it by, the last layer first.
  let factors: [Double]
  /// The numbers of the layers in the same order where they are those of a network; else they are counted.
  private let layers: [Int]?

  init(output: Double, factors: [Double]) {
    self.output = output
    self.factors = factors
    layers = nil
  }

  /// How the pull of the loss changes from each dense layer to the one before. Nothing is left to be changed where it is 0.
  init(_ inspection: Inspection) {
    let pulls = inspection.rows.reversed().compactMap { row in row.delta.map { (layer: row.layer, size: $0) } }
    output = pulls.first?.size ?? 0
    factors = zip(pulls, pulls.dropFirst()).map { $0.size == 0 ? 0 : $1.size / $0.size }
    layers = pulls.dropFirst().map(\.layer)
  }

  /// The gradients that result, beginning with that at the output.
  var gradients: [Double] { factors.reduce(into: [output]) { $0.append(($0.last ?? 1) * $1) } }

  var kind: String { "chain" }
  var properties: [Property] {
    [Property("factors", .vector([output] + factors)), Property("gradients", .vector(gradients))]
  }

  var display: Display {
    let lines: [Display?] = [Display(table), verdict, continuation]
    return lines.compactMap { $0 }.joined(separator: "\n")
  }

  /// The number of the layer at which a gradient stands that is not the output's.
  private func layer(_ index: Int) -> Int { layers?[index - 1] ?? factors.count - index + 1 }

  /// What the gradients stand at: `output`, then the layers' numbers.
  var layerNames: [String] { (0...factors.count).map { $0 == 0 ? "output" : String(layer($0)) } }

  // MARK: The table

  /// More columns no line takes.
  private static let widest = 80
  /// Longer chains are shown in part.
  private static let longest = 40

  private var table: Table {
    var table = Table([
      Table.Column("layer", .left), Table.Column("factor"), Table.Column("gradient", .left), Table.Column("", .left),
    ])
    let gradients = gradients
    let bars = MagnitudeBars.bars(gradients)
    let digits = layers == nil ? 17 : 4
    for index in gradients.indices {
      if gradients.count > Self.longest, index >= 10, index < gradients.count - 10 {
        if index == 10 { table.add(["…"]) }
        continue
      }
      table.add([
        index == 0 ? "output" : Display(Double(layer(index))),
        Display(index == 0 ? output : factors[index - 1], digits: digits),
        Display(gradients[index], digits: digits, smallestPlain: 1e-3), bars[index],
      ])
    }
    return table
  }

  // MARK: What it comes to

  private var total: Double { factors.reduce(1, *) }

  private var verdict: Display? {
    guard !factors.isEmpty else { return nil }
    let word =
      switch total.magnitude {
      case ..<0.1: "vanishing"
      case 0.1...10: "steady"
      case let size: size.isNaN ? "undefined" : "exploding"
      }
    return "\(word): " + Display(factor: total) + " over \(counted(factors.count, "layer"))"
  }

  private var continuation: Display? {
    guard total.magnitude != 1, !total.isNaN, output != 0, output.isFinite, !factors.isEmpty else { return nil }
    let end = total.magnitude < 1 ? "0" : "∞"
    let parts = FloatFormat.all.map { format in
      "\(format.name) " + (layers(in: format).map { Display(Double($0)) } ?? "never")
    }
    let beginning = Display("continued, it is \(end) after: ")
    let line = beginning + parts.joined(separator: ", ") + " layers"
    guard line.printed().width > Self.widest, let last = parts.last else { return line }
    return beginning + parts.dropLast().joined(separator: ", ") + ",\n  " + last + " layers"
  }

  /// After how many layers the gradient is 0 or ∞; nil where it stops changing before.
  private func layers(in format: FloatFormat) -> Int? {
    var gradient = format.rounding(output)
    for layer in 0..<1_000_000 {
      if gradient == 0 || gradient.isInfinite { return layer }
      gradient = format.rounding(gradient * format.rounding(factors[layer % factors.count]))
    }
    return nil
  }
}
