import Networks
import Vocabulary

extension Chain: Record {
  public var kind: String { "chain" }
  public static let fields: [Field<Chain>] =
    [
      Field("layer", "\"output\", then the numbers of the layers, the last first") { chain in
        [.text("output")] + chain.layers.map { Value.number(Double($0)) }
      },
      Field(
        "factor", "the gradient at the output, then what each layer multiplies it by", as: .digits(17),
        aliases: ["factors"]
      ) {
        [$0.output] + $0.factors
      },
      Field(
        "gradient", "the product so far", as: CellForm(digits: 17, smallestPlain: 1e-3, isLeft: true),
        aliases: ["gradients"]
      ) { $0.gradients },
      Field("product", "the product of the factors of all layers") { $0.total },
      Field("verdict", "vanishing, exploding, steady or undefined; of a network inspect's", only: "of a layer or more")
      {
        $0.factors.isEmpty ? nil : $0.word
      },
    ]
    + FloatFormat.all.map { format in
      Field(format.name, "after how many layers it is 0 or ∞ in \(format.name)", only: "where the factors lead there") {
        $0.isContinued ? $0.layersUntilEnd(in: format) : nil
      }
    }

  public var display: Display {
    let lines: [Display?] = [Display(table), verdict, continuation]
    return lines.compactMap { $0 }.joined(separator: "\n")
  }

  /// What the gradients stand at: `output`, then the layers' numbers.
  var layerNames: [String] { ["output"] + layers.map { String($0) } }

  /// More columns no line takes.
  private static let widest = 80
  /// Longer chains are shown in part.
  private static let longest = 40

  private var table: Table {
    let columns = ["layer", "factor", "gradient"]
    let rows = Self.rows(of: gradients.count, most: Self.longest, atEnds: 10)
    let bars = MagnitudeBars.bars(gradients)
    return table(columns, rows: rows, digits: isMeasured ? 4 : nil, bars: bars)
  }

  private var verdict: Display? {
    guard !factors.isEmpty else { return nil }
    return "\(word): " + Display(factor: total) + " over \(counted(factors.count, "layer"))"
  }

  private var word: String { condition?.rawValue ?? ofProduct }

  /// A product of numbers alone is not healthy, but steady.
  private var ofProduct: String {
    guard let trend else { return "undefined" }
    return trend == .healthy ? "steady" : trend.rawValue
  }

  /// Whether the factors, repeated, lead to 0 or ∞.
  private var isContinued: Bool {
    total.magnitude != 1 && !total.isNaN && output != 0 && output.isFinite && !factors.isEmpty
  }

  private var continuation: Display? {
    guard isContinued else { return nil }
    let end = total.magnitude < 1 ? "0" : "∞"
    let parts = FloatFormat.all.map { format in
      "\(format.name) " + (layersUntilEnd(in: format).map { Display(Double($0)) } ?? "never")
    }
    let beginning = Display("continued, it is \(end) after: ")
    let unit: Display = FloatFormat.all.last.flatMap { layersUntilEnd(in: $0) } == nil ? "" : " layers"
    let line = beginning + parts.joined(separator: ", ") + unit
    guard line.printed().width > Self.widest, let last = parts.last else { return line }
    return beginning + parts.dropLast().joined(separator: ", ") + ",\n  " + last + unit
  }
}
