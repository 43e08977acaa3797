import Vocabulary

/// Bars from 0: the bins of a histogram, or one bar for each category.
public struct BarMark: Mark {
  public enum Direction: String, Sendable { case up, right }

  /// One more than there are bars: where each begins and the last ends.
  public var edges: [Double]
  public var values: [Double]
  public var direction: Direction
  /// Words at the end of each bar; empty for none.
  public var captions: [String]
  public var label: String?
  /// One ink for all, or one for each.
  public var inks: [Ink]
  /// The fraction of the room between two edges that a bar leaves free.
  public var gap: Double

  init(
    edges: [Double], values: [Double], direction: Direction, captions: [String], label: String?, inks: [Ink],
    gap: Double
  ) {
    self.edges = edges
    self.values = values
    self.direction = direction
    self.captions = captions
    self.label = label
    self.inks = inks.isEmpty ? [.series(0)] : inks
    self.gap = gap
  }

  /// Bins that stand wall to wall.
  public init(edges: [Double], heights: [Double], label: String? = nil, ink: Ink = .series(0)) {
    self.init(edges: edges, values: heights, direction: .up, captions: [], label: label, inks: [ink], gap: 0)
  }

  /// A bar for each category of the axis, at 0, 1, 2 …
  public init(
    _ values: [Double], _ direction: Direction = .right, captions: [String] = [], label: String? = nil,
    inks: [Ink] = [.series(0)]
  ) {
    let edges = (0...values.count).map { Double($0) - 0.5 }
    self.init(
      edges: edges, values: values, direction: direction, captions: captions, label: label, inks: inks, gap: 0.25)
  }

  public var kind: String { "bars" }
  public var legend: [LegendEntry] { label.map { [LegendEntry($0, .bar(inks[0]))] } ?? [] }

  public var trailingWords: [String] { direction == .right ? captions : [] }

  public func extent(on scales: Scales) -> Extent {
    var extent = Extent()
    let (base, along) = direction == .up ? (scales.x, scales.y) : (scales.y, scales.x)
    var (across, length): (Bounds?, Bounds?) = (nil, nil)
    for edge in edges where base.accepts(edge) {
      if across == nil { across = Bounds(edge) } else { across?.include(edge) }
    }
    for value in values {
      guard along.accepts(value) else {
        if value.isFinite { extent.notPositive += value == 0 ? 0 : 1 } else { extent.notFinite += 1 }
        continue
      }
      if length == nil { length = Bounds(value) } else { length?.include(value) }
    }
    if along == .linear { length?.include(0) }
    // On a logarithmic scale the shortest bar is to be seen too.
    if along == .logarithmic, let bounds = length {
      length = Bounds(max(bounds.low / 2, .leastNonzeroMagnitude), bounds.high)
    }
    let firm = across.map { [$0.low, $0.high] } ?? []
    switch direction {
    case .up: (extent.x, extent.y, extent.firmX, extent.firmY) = (across, length, firm, [0])
    case .right: (extent.x, extent.y, extent.firmX, extent.firmY) = (length, across, [0], firm)
    }
    return extent
  }

  public func draw(on surface: any Surface) {
    let (base, along) = direction == .up ? (surface.plane.x, surface.plane.y) : (surface.plane.y, surface.plane.x)
    let foot = along.scale == .linear ? 0 : along.domain.lowerBound
    for bar in merged(places: direction == .up ? surface.columns : surface.rows, base) {
      let value = min(max(bar.value, -.greatestFiniteMagnitude), .greatestFiniteMagnitude)
      guard !value.isNaN, along.scale == .linear || value > 0 else { continue }
      let free = (bar.end - bar.start) * gap / 2
      surface.bar(direction, across: Bounds(bar.start + free, bar.end - free), from: foot, to: value, with: bar.ink)
    }
    for (index, caption) in captions.prefix(values.count).enumerated() {
      let (middle, end) = ((edges[index] + edges[index + 1]) / 2, values[index].isNaN ? foot : max(foot, values[index]))
      switch direction {
      case .up: surface.write(caption, x: middle, y: end, .above, with: .foreground)
      case .right: surface.write(caption, x: end, y: middle, .leading, with: .foreground)
      }
    }
  }

  private struct Bar {
    var start: Double
    var end: Double
    var value: Double
    var ink: Ink
  }

  /// The bars, those that fall on one place made one, as long as the longest of them.
  private func merged(places: Int, _ base: Projection) -> [Bar] {
    let count = min(values.count, edges.count - 1)
    var bars: [Bar] = []
    var place = -1
    for index in 0..<max(0, count) {
      let bar = Bar(
        start: edges[index], end: edges[index + 1], value: values[index], ink: inks[min(index, inks.count - 1)])
      let middle = base.clamped(bar.start / 2 + bar.end / 2)
      let next = count <= places || middle.isNaN ? -1 : Int(middle * Double(places))
      if next >= 0, next == place, let last = bars.indices.last {
        bars[last].end = bar.end
        if !(bar.value.magnitude <= bars[last].value.magnitude) { bars[last].value = bar.value }
      } else {
        bars.append(bar)
      }
      place = next
    }
    return bars
  }

  public var summary: String {
    let name = label.map { "'\($0)' " } ?? ""
    guard let bounds = Wording.bounds(values), let place = values.firstIndex(of: bounds.high) else {
      return "no bars"
    }
    let highest = Wording.number(bounds.high)
    let home =
      gap == 0
      ? "between \(Wording.number(edges[place])) and \(Wording.number(edges[place + 1]))" : "is number \(place + 1)"
    return "\(counted(values.count, "bar")) \(name)from \(Wording.number(bounds.low)) to \(highest), "
      + "the \(direction == .up ? "highest" : "longest") \(home)"
  }

  public var properties: [Property] {
    Wording.property("label", label) + [Property("edges", .vector(edges)), Property("values", .vector(values))]
  }
}
