import Networks
import Vocabulary

extension Chain: Object {
  public var kind: String { "chain" }
  public var properties: [Property] {
    [Property("factors", .vector([output] + factors)), Property("gradients", .vector(gradients))]
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
    var table = Table([
      Table.Column("layer", .left), Table.Column("factor"), Table.Column("gradient", .left), Table.Column("", .left),
    ])
    let gradients = gradients
    let bars = MagnitudeBars.bars(gradients)
    let digits = isMeasured ? 4 : 17
    for index in gradients.indices {
      if gradients.count > Self.longest, index >= 10, index < gradients.count - 10 {
        if index == 10 { table.add(["…"]) }
        continue
      }
      table.add([
        index == 0 ? "output" : Display(Double(layers[index - 1])),
        Display(index == 0 ? output : factors[index - 1], digits: digits),
        Display(gradients[index], digits: digits, smallestPlain: 1e-3), bars[index],
      ])
    }
    return table
  }

  private var verdict: Display? {
    guard !factors.isEmpty else { return nil }
    let word = condition?.rawValue ?? ofProduct
    return "\(word): " + Display(factor: total) + " over \(counted(factors.count, "layer"))"
  }

  /// A product of numbers alone is not healthy, but steady.
  private var ofProduct: String {
    guard let trend else { return "undefined" }
    return trend == .healthy ? "steady" : trend.rawValue
  }

  private var continuation: Display? {
    guard total.magnitude != 1, !total.isNaN, output != 0, output.isFinite, !factors.isEmpty else { return nil }
    let end = total.magnitude < 1 ? "0" : "∞"
    let parts = FloatFormat.all.map { format in
      "\(format.name) " + (layersUntilEnd(in: format).map { Display(Double($0)) } ?? "never")
    }
    let beginning = Display("continued, it is \(end) after: ")
    let line = beginning + parts.joined(separator: ", ") + " layers"
    guard line.printed().width > Self.widest, let last = parts.last else { return line }
    return beginning + parts.dropLast().joined(separator: ", ") + ",\n  " + last + " layers"
  }
}
