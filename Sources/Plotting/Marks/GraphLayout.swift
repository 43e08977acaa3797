/// Where the nodes of a graph without circles stand: each one level before the first that builds on it, lines over several
/// levels bent at a place in each, and each level ordered by the middle of what it is joined to (K. Sugiyama and others,
/// Methods for visual understanding of hierarchical system structures, 1981).
public struct GraphLayout: Sendable {
  public struct Place: Sendable {
    public internal(set) var level: Int
    /// From 0 to 1 across the level.
    public internal(set) var height = 0.5
  }

  public struct Edge: Sendable {
    /// The numbers of two places, the first on the level before.
    public let from: Int
    public let to: Int
  }

  /// Of the nodes, then of the bends.
  public private(set) var places: [Place] = []
  public private(set) var edges: [Edge] = []
  /// How many levels there are, and the most places that one has; at least 1.
  public private(set) var depth = 1
  public private(set) var breadth = 1

  /// - Parameter sources: for each node the numbers of those that it builds on, each less than its own.
  public init(_ sources: [[Int]]) {
    var levels = [Int](repeating: 0, count: sources.count)
    for (node, own) in sources.enumerated() {
      for source in own where source < node { levels[node] = max(levels[node], levels[source] + 1) }
    }
    // Inputs move up to what reads them first.
    var nearest = [Int](repeating: .max, count: sources.count)
    for (node, own) in sources.enumerated() {
      for source in own where source < node { nearest[source] = min(nearest[source], levels[node]) }
    }
    for node in sources.indices where sources[node].isEmpty && nearest[node] != .max {
      levels[node] = nearest[node] - 1
    }
    depth = (levels.max() ?? 0) + 1
    places = levels.map { Place(level: $0) }
    for (node, own) in sources.enumerated() {
      for source in own where source < node {
        var last = source
        for level in stride(from: levels[source] + 1, to: levels[node], by: 1) {
          places.append(Place(level: level))
          edges.append(Edge(from: last, to: places.count - 1))
          last = places.count - 1
        }
        edges.append(Edge(from: last, to: node))
      }
    }
    order()
  }

  private mutating func order() {
    var rows = [[Int]](repeating: [], count: depth)
    for (number, place) in places.enumerated() { rows[place.level].append(number) }
    breadth = max(1, rows.map(\.count).max() ?? 1)
    func spread() {
      for row in rows {
        for (index, number) in row.enumerated() {
          places[number].height = (Double(index) + 0.5) / Double(row.count)
        }
      }
    }
    spread()
    var neighbours: [[Int]] = [[Int]](repeating: [], count: places.count)
    for edge in edges {
      neighbours[edge.to].append(edge.from)
      neighbours[edge.from].append(edge.to)
    }
    for sweep in 0..<4 {
      for level in sweep % 2 == 0 ? Array(rows.indices) : rows.indices.reversed() {
        let side = sweep % 2 == 0 ? level - 1 : level + 1
        let middles = rows[level].map { number -> Double in
          let near = neighbours[number].filter { places[$0].level == side }.map { places[$0].height }
          return near.isEmpty ? places[number].height : near.reduce(0, +) / Double(near.count)
        }
        let sorted = rows[level].indices.sorted { (middles[$0], $0) < (middles[$1], $1) }
        rows[level] = sorted.map { rows[level][$0] }
        for (index, number) in rows[level].enumerated() {
          places[number].height = (Double(index) + 0.5) / Double(rows[level].count)
        }
      }
    }
  }
}
