import Plotting
import Testing

/// Where the nodes of graphs stand.
@Suite struct GraphLayoutTests {
  /// Each node builds on some of the eight before it, drawn by a linear congruential generator.
  private static func sources(_ count: Int, seed: UInt64) -> [[Int]] {
    var state = seed
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    return (0..<count).map { node in
      node == 0 ? [] : (0..<draw(3)).map { _ in max(0, node - 1 - draw(8)) }
    }
  }

  @Test(arguments: 1...40)
  func `lines go to the next level, and no two nodes stand in one place`(_ seed: Int) {
    let sources = Self.sources(3 + seed, seed: UInt64(seed))
    let layout = GraphLayout(sources)
    for edge in layout.edges {
      #expect(layout.places[edge.to].level == layout.places[edge.from].level + 1, "seed \(seed)")
    }
    for level in 0..<layout.depth {
      let heights = layout.places.filter { $0.level == level }.map(\.height).sorted()
      #expect(heights.count <= layout.breadth)
      #expect(heights.allSatisfy { 0 < $0 && $0 < 1 })
      #expect(zip(heights, heights.dropFirst()).allSatisfy { $1 - $0 > 0.9 / Double(layout.breadth) }, "seed \(seed)")
    }
    #expect(layout.places.allSatisfy { (0..<layout.depth).contains($0.level) })
  }

  @Test func `an input stands just before what reads it`() {
    let layout = GraphLayout([[], [0], [1], [], [2, 3]])
    #expect(layout.places.prefix(5).map(\.level) == [0, 1, 2, 2, 3])
    #expect(GraphLayout([]).depth == 1)
  }

  @Test(arguments: [10, 24, 40, 80, 400], SymbolSet.allCases)
  func `words of a graph keep inside`(_ width: Int, _ symbols: SymbolSet) {
    for seed in 1...6 {
      let nodes = Self.sources(4 * seed, seed: UInt64(seed)).enumerated().map {
        GraphMark.Node("step \($0)", value: "-1.23×10⁻⁴", slope: "12345678901234567890", from: $1)
      }
      var figure = Figure(panels: [Panel(showsAxes: false, marks: [GraphMark(nodes)])])
      (figure.width, figure.symbols) = (width, symbols)
      let lines = TextRenderer().text(figure).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.allSatisfy { $0.count <= width })
    }
  }
}
