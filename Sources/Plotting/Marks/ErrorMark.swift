import Vocabulary

/// Bars from a lower to an upper number at each place: how far a measured number may be off.
public struct ErrorMark: Mark {
  public enum Direction: String, Sendable { case up, right }

  /// Where each bar stands, on the axis that it does not lie along.
  public var places: [Double]
  public var low: [Double]
  public var high: [Double]
  public var direction: Direction
  /// Words at the end of each bar that lies; empty for none.
  public var captions: [String]
  public var label: String?
  public var ink: Ink

  public init(
    at places: [Double], low: [Double], high: [Double], _ direction: Direction = .up, captions: [String] = [],
    label: String? = nil, ink: Ink = .series(0)
  ) {
    self.places = places
    self.low = low
    self.high = high
    self.direction = direction
    self.captions = captions
    self.label = label
    self.ink = ink
  }

  private var pen: Pen { Pen(ink, dash: .solid) }

  public var kind: String { "error bars" }
  public var trailingWords: [String] { direction == .right ? captions : [] }
  public var legend: [LegendEntry] { label.map { [LegendEntry($0, .line(pen))] } ?? [] }

  public func extent(on scales: Scales) -> Extent {
    var extent = Extent()
    for ends in [low, high] {
      switch direction {
      case .up: extent.include(x: places, y: ends, on: scales)
      case .right: extent.include(x: ends, y: places, on: scales)
      }
    }
    // The points that they belong to count what has no place, but not bars without end.
    (extent.notFinite, extent.notPositive) = (0, 0)
    for (low, high) in zip(low, high) where low.isInfinite || high.isInfinite { extent.notFinite += 1 }
    return extent
  }

  public func draw(on surface: any Surface) {
    let along = direction == .up ? surface.plane.y : surface.plane.x
    var (base, ends): ([Double], [Double]) = ([], [])
    for index in 0..<min(places.count, low.count, high.count) where high[index].isFinite {
      // What a logarithm does not have reaches to the end of the axis.
      let foot = along.scale.accepts(low[index]) ? low[index] : along.domain.lowerBound
      guard low[index].isFinite, foot < high[index] else { continue }
      base += [places[index], places[index], .nan]
      ends += [foot, high[index], .nan]
    }
    switch direction {
    case .up: surface.stroke(x: base, y: ends, with: pen)
    case .right:
      surface.stroke(x: ends, y: base, with: pen)
      for (index, caption) in captions.prefix(high.count).enumerated() where high[index].isFinite {
        surface.write(caption, x: high[index], y: places[index], .leading, with: .foreground)
      }
    }
  }

  public var summary: String {
    let widths = zip(low, high).map { $1 - $0 }
    guard let bounds = Wording.bounds(widths) else { return "no error bars" }
    let count = min(places.count, low.count, high.count)
    return "\(counted(count, "error bar")) \(label.map { "'\($0)' " } ?? "")of length \(Wording.range(bounds))"
  }

  public var properties: [Property] {
    Wording.property("label", label) + [
      Property("places", .vector(places)), Property("low", .vector(low)), Property("high", .vector(high)),
    ]
  }
}
