import Vocabulary

/// A network's units as circles and its weights as lines between them; goes into a panel without axes.
public struct NetworkMark: Mark {
  public struct Layer: Sendable, Equatable {
    public var units: Int
    /// Below the layer: `5 tanh`.
    public var label: String
    /// From the layer before: a row for each of its units, a column for each of this one's; nil to draw all lines alike.
    public var weights: Matrix?

    public init(units: Int, label: String, weights: Matrix? = nil) {
      self.units = units
      self.label = label
      self.weights = weights
    }
  }

  public var layers: [Layer]

  public init(_ layers: [Layer]) { self.layers = layers }

  public var kind: String { "network" }

  /// How many units of a layer are drawn; of more, the first and last.
  private static let mostShown = 16
  private static let mostShownInText = 7

  public func extent(on scales: Scales) -> Extent {
    var extent = Extent()
    guard !layers.isEmpty else { return extent }
    extent.x = Bounds(-0.5, Double(layers.count) - 0.5)
    extent.y = Bounds(-0.18, 1.05)
    extent.firmX = [-0.5, Double(layers.count) - 0.5]
    extent.firmY = [-0.18, 1.05]
    return extent
  }

  /// A unit's number, nil for the dots that stand for those left out, and its height.
  private typealias Place = (unit: Int?, y: Double)

  private func places(_ layer: Layer, tallest: Int, most: Int) -> [Place] {
    let shown: [Int?] =
      layer.units <= most
      ? Array(0..<layer.units)
      : Array(0..<most / 2) + [nil] + Array(layer.units - most / 2..<layer.units)
    let step = 1 / Double(max(2, min(tallest, most + 1)))
    return shown.enumerated().map { ($1, 0.5 + (Double(shown.count - 1) / 2 - Double($0)) * step) }
  }

  public func draw(on surface: any Surface) {
    let most = surface.isText ? Self.mostShownInText : Self.mostShown
    let tallest = layers.map(\.units).max() ?? 1
    let columns = layers.map { places($0, tallest: tallest, most: most) }
    for index in layers.indices.dropFirst() {
      drawWeights(from: columns[index - 1], to: columns[index], layers[index].weights, at: Double(index), on: surface)
    }
    for (index, layer) in layers.enumerated() {
      let shown = columns[index].filter { $0.unit != nil }
      surface.scatter(
        x: shown.map { _ in Double(index) }, y: shown.map(\.y), shape: .disc, size: .large, with: .series(2))
      for place in columns[index] where place.unit == nil {
        surface.write("…", x: Double(index), y: place.y, .centered, with: .foreground)
      }
      let isCramped = surface.isText && layer.label.count > surface.columns / layers.count - 1
      surface.write(
        isCramped ? "\(layer.units)" : layer.label, x: Double(index), y: -0.12, .centered, with: .foreground)
    }
  }

  private func drawWeights(
    from left: [Place], to right: [Place], _ weights: Matrix?, at x: Double, on surface: any Surface
  ) {
    if surface.isText {
      surface.write("→", x: x - 0.5, y: 0.5, .centered, with: .guide)
      return
    }
    let greatest = weights.flatMap { Wording.bounds($0.elements.map(\.magnitude)) }?.high ?? 1
    for from in left {
      for to in right {
        guard let first = from.unit, let second = to.unit else { continue }
        var pen = Pen(.guide, dash: .solid, weight: .thin)
        if let weights, first < weights.rows, second < weights.columns {
          let weight = weights[first, second]
          guard weight.isFinite, weight != 0 else { continue }
          pen.ink = weight < 0 ? .negative : .positive
          pen.dash = weight < 0 ? .dashed : .solid
          let fraction = weight.magnitude / greatest
          pen.weight = fraction > 2.0 / 3 ? .bold : fraction > 1.0 / 3 ? .normal : .thin
        }
        surface.stroke(x: [x - 1, x], y: [from.y, to.y], with: pen)
      }
    }
  }

  public var legend: [LegendEntry] {
    layers.contains { $0.weights != nil }
      ? [
        LegendEntry("positive weight", .line(Pen(.positive, dash: .solid))),
        LegendEntry("negative weight", .line(Pen(.negative, dash: .dashed))),
      ] : []
  }

  public var summary: String { "a network: " + layers.map(\.label).joined(separator: ", then ") }

  public var properties: [Property] {
    [
      Property("units", .vector(layers.map { Double($0.units) })),
      Property("labels", .list(layers.map { .text($0.label) })),
      Property("weights", .list(layers.compactMap(\.weights).map { .matrix($0) })),
    ]
  }
}
