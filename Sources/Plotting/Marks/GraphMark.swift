import Vocabulary

/// Steps that build on each other, from left to right; on a narrow page from top to bottom. Goes into a panel without axes.
public struct GraphMark: Mark {
  public struct Node: Sendable, Equatable {
    public var label: String
    /// Below the label.
    public var value: String
    /// Below that.
    public var slope: String
    /// The nodes that it builds on, by their numbers; each less than its own.
    public var sources: [Int]

    public init(_ label: String, value: String, slope: String, from sources: [Int]) {
      self.label = label
      self.value = value
      self.slope = slope
      self.sources = sources
    }

    fileprivate var lines: [String] { [label, value, slope] }
    fileprivate var width: Int { lines.map(\.count).max() ?? 0 }
  }

  public var nodes: [Node]

  public init(_ nodes: [Node]) { self.nodes = nodes }

  public var kind: String { "graph" }

  /// Columns for a node from left to right, with the line to the next; less, and it is drawn from top to bottom.
  private static let leastColumns = 12
  /// Lines of a node, with one of air.
  private static let nodeLines = 4

  private var layout: GraphLayout { GraphLayout(nodes.map(\.sources)) }

  private static func isUpright(_ layout: GraphLayout, columns: Int) -> Bool { columns < layout.depth * leastColumns }

  public func lines(columns: Int) -> Int? {
    let layout = layout
    return max(5, (Self.isUpright(layout, columns: columns) ? layout.depth : layout.breadth) * Self.nodeLines)
  }

  public var leastColumns: Int {
    let layout = layout
    let longest = min(nodes.map(\.width).max() ?? 0, Self.leastColumns - 3)
    return min(layout.breadth * (longest + 1), layout.depth * Self.leastColumns)
  }

  public func extent(on scales: Scales) -> Extent {
    var extent = Extent()
    guard !nodes.isEmpty else { return extent }
    (extent.x, extent.y, extent.firmX, extent.firmY) = (Bounds(0, 1), Bounds(0, 1), [0, 1], [0, 1])
    return extent
  }

  public func draw(on surface: any Surface) {
    let layout = layout
    // What a character takes of the panel.
    let across = 1 / Double(surface.columns) * (surface.isText ? 1 : 7)
    let down = 1 / Double(surface.rows) * (surface.isText ? 1 : 15)
    let isUpright = Self.isUpright(layout, columns: Int(1 / across))
    let room = Int(1 / across / Double(isUpright ? layout.breadth : layout.depth)) - (isUpright ? 1 : 3)
    func center(_ place: GraphLayout.Place) -> (x: Double, y: Double) {
      let along = (Double(place.level) + 0.5) / Double(layout.depth)
      return isUpright ? (place.height, 1 - along) : (along, 1 - place.height)
    }
    for edge in layout.edges {
      let from = center(layout.places[edge.from])
      let to = center(layout.places[edge.to])
      let leaving = half(edge.from, room) * across
      let entering = half(edge.to, room) * across
      let lift = 1.6 * down
      let ends =
        isUpright
        ? (
          x: [from.x, to.x],
          y: [from.y - (edge.from < nodes.count ? lift : 0), to.y + (edge.to < nodes.count ? lift : 0)]
        )
        : (x: [from.x + leaving, to.x - entering], y: [from.y, to.y])
      surface.stroke(x: ends.x, y: ends.y, with: Pen(.guide, dash: .solid, weight: .thin))
    }
    for (number, node) in nodes.enumerated() {
      let place = center(layout.places[number])
      for (line, text) in zip([1.0, 0, -1], node.lines) {
        let ink: Ink = line == 1 ? .foreground : line == 0 ? .series(0) : .series(1)
        let shown = Lines.shortened(text, to: max(1, room), ellipsis: "…")
        surface.write(shown, x: place.x, y: place.y + line * down, .centered, with: ink)
      }
    }
  }

  /// Half the width of a node's words, and a little air; nothing of a bend in a long line.
  private func half(_ number: Int, _ room: Int) -> Double {
    number < nodes.count ? Double(min(nodes[number].width, max(1, room))) / 2 + 1 : 0
  }

  public var legend: [LegendEntry] { [] }

  public var summary: String {
    "a graph of \(counted(nodes.count, "step")): "
      + nodes.map { "\($0.label) = \($0.value), derivative \($0.slope)" }.joined(separator: "; ")
  }

  public var properties: [Property] {
    [
      Property("labels", .list(nodes.map { .text($0.label) })),
      Property("values", .list(nodes.map { .text($0.value) })),
      Property("slopes", .list(nodes.map { .text($0.slope) })),
      Property("sources", .list(nodes.map { .vector($0.sources.map(Double.init)) })),
    ]
  }
}
