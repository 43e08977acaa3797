import Vocabulary

/// A gradient on its way from the output to the first layer.
public struct Chain: Object {
  /// The gradient at the output.
  public let output: Double
  /// What each layer multiplies it by, the last layer first.
  public let factors: [Double]
  /// The numbers of the layers in the same order where they are those of a network; else they are counted.
  private let layers: [Int]?
  /// What `inspect` says of the network; nil of a product alone.
  private let condition: Diagnosis.Condition?

  public init(output: Double, factors: [Double]) {
    self.output = output
    self.factors = factors
    (layers, condition) = (nil, nil)
  }

  /// How the gradient changes from each dense layer to the one before. Nothing is left to be changed where it is 0.
  public init(_ inspection: Inspection) {
    let sizes = inspection.rows.reversed().compactMap { row in row.delta.map { (layer: row.layer, size: $0) } }
    output = sizes.first?.size ?? 0
    factors = zip(sizes, sizes.dropFirst()).map { $0.size == 0 ? 0 : $1.size / $0.size }
    layers = sizes.dropFirst().map(\.layer)
    condition = inspection.diagnoses.first?.condition
  }

  /// The gradients that result, beginning with that at the output.
  public var gradients: [Double] { factors.reduce(into: [output]) { $0.append(($0.last ?? 1) * $1) } }

  public var kind: String { "chain" }
  public var properties: [Property] {
    [Property("factors", .vector([output] + factors)), Property("gradients", .vector(gradients))]
  }

  public var display: Display {
    let lines: [Display?] = [Display(table), verdict, continuation]
    return lines.compactMap { $0 }.joined(separator: "\n")
  }

  /// The number of the layer at which a gradient stands that is not the output's.
  private func layer(_ index: Int) -> Int { layers?[index - 1] ?? factors.count - index + 1 }

  /// What the gradients stand at: `output`, then the layers' numbers.
  public var layerNames: [String] { (0...factors.count).map { $0 == 0 ? "output" : String(layer($0)) } }

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

  private var total: Double { factors.reduce(1, *) }

  private var verdict: Display? {
    guard !factors.isEmpty else { return nil }
    let word = condition?.rawValue ?? (total.isNaN ? "undefined" : ofProduct)
    return "\(word): " + Display(factor: total) + " over \(counted(factors.count, "layer"))"
  }

  /// A product of numbers alone is not healthy, but steady.
  private var ofProduct: String {
    let trend = Trend(change: total, over: factors.count)
    return trend == .healthy ? "steady" : trend.rawValue
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
