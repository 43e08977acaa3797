import Plotting
import Testing
import Vocabulary

/// Figures made of plain numbers.
@Suite struct PlotsTests {
  @Test func `a pole is left outside, with a word about it`() throws {
    let numbers = (-100...100).map { $0 == 0 ? Double.infinity : 1 / Double($0) * 10 }
    let focus = try #require(Focus(on: numbers))
    #expect(focus.domain.upperBound < 5 && focus.domain.lowerBound > -5)
    #expect(focus.note.contains("up to 10") && focus.note.contains("down to -10"))
  }

  @Test(arguments: [
    (0..<100).map { Double($0) }, (0..<100).map { Double($0 * $0) }, [1, 2, 1e9], [],
    [Double](repeating: 3, count: 100),
    (0..<100).map { _ in Double.nan },
  ])
  func `what can be shown together is shown`(_ numbers: [Double]) { #expect(Focus(on: numbers) == nil) }

  @Test func `steps of masses rise to their sum`() {
    let steps = Masses("law", values: [0, 1, 3], probabilities: [0.2, 0.3, 0.5]).steps
    #expect(steps.x.prefix(7) == [-0.5, 0, 0, 1, 1, 3, 3])
    #expect(zip(steps.y, [0, 0, 0.2, 0.2, 0.5, 0.5, 1, 1]).allSatisfy { ($0 - $1).magnitude < 1e-15 })
    #expect(Masses("none", values: [], probabilities: []).steps.x.isEmpty)
  }

  @Test func `runs that ended early count as long as they came`() throws {
    let figure = Figure.bands([Runs("a", [[4, 2, 1], [2, 4]])], y: Axis("loss"))
    let area = try #require(figure.panels[0].marks.first as? AreaMark)
    let line = try #require(figure.panels[0].marks.last as? LineMark)
    #expect(area.low == [2, 2, 1] && area.high == [4, 4, 1])
    #expect(line.y == [3, 3, 1] && line.x == [1, 2, 3])
  }

  @Test func `bins of equal factors hold the positive numbers, and the others are counted`() {
    let bins = Bins(byFactorsOf: [0.001, 0.002, 0.05, 3, 700, 1000, 0, -1, .nan, .infinity], count: 6)
    #expect(bins.edges.first == 0.001 && bins.edges.last == 1000)
    for (first, second) in zip(bins.edges, bins.edges.dropFirst()) { #expect((second / first - 10).magnitude < 1e-12) }
    #expect(bins.counts == [2, 1, 0, 1, 0, 2])
    #expect((bins.notFinite, bins.notPositive) == (2, 2))
    #expect(Bins(byFactorsOf: [-1]).counts == [0])
    #expect(Bins(byFactorsOf: [5, 5]).counts.reduce(0, +) == 2)
  }

  @Test func `the colours of a logarithmic map are those of equal factors, and what has none is counted`() throws {
    let matrix = Matrix(rows: 1, columns: 5, elements: [1, 10, 100, 0, -3])
    let figure = Figure(marks: [HeatMark(matrix, x: Bounds(0, 1), y: Bounds(0, 1))]).scaled(.logarithmic)
    let map = try #require(figure.panels[0].marks.first as? HeatMark)
    #expect(map.legend.map(\.label) == ["from 1 to 100 (log)"])
    var drawn = figure
    (drawn.symbols, drawn.width) = (.ascii, 16)
    let rows = TextRenderer().text(drawn).split(separator: "\n")
    #expect(rows.contains { $0.hasSuffix("  ++###????") }, "\(rows)")
    #expect(rows.contains { $0.contains("2 values") })
  }

  @Test func `on a logarithmic axis a density ends at its walls, other zeros are counted`() throws {
    let walls = Curve("law", x: [0, 1, 1, 2, 2, 3], y: [0, 0, 5, 1, 0, 0])
    let density = Figure.curves([walls], y: .density).scaled(.logarithmic)
    let line = try #require(density.panels[0].marks.first as? LineMark)
    #expect(line.y == [5, 1])
    let numbers = Figure.curves([walls], y: Axis("loss")).scaled(.logarithmic)
    #expect((numbers.panels[0].marks.first as? LineMark)?.y.count == 6)
  }

  @Test func `panels below each other begin in one column`() {
    let line = LineMark([1, 2])
    let panels = [Panel(marks: [line]), Panel(y: Axis(domain: 0...123_456), marks: [line])]
    let text = TextRenderer().text(Figure(panels: panels, across: 1))
    let axes = text.split(separator: "\n").compactMap { row in
      row.firstIndex { "│┤└".contains($0) }.map { row.distance(from: row.startIndex, to: $0) }
    }
    #expect(Set(axes).count == 1, "\(text)")
  }

  @Test func `an empty landscape, chain or matrix is still a figure`() {
    for figure in [
      Figure.landscape(Matrix(rows: 1, columns: 1, elements: [.nan]), positions: [0]),
      Figure.chain([0, 0], layers: ["output", "1"]), Figure.matrix(Matrix(rows: 1, columns: 1, elements: [.nan])),
      Figure.histogram(Bins(of: [])), Figure.bands([], y: Axis()), Figure.scatter([]),
    ] {
      for symbols in SymbolSet.allCases {
        var figure = figure
        figure.symbols = symbols
        figure.width = 20
        #expect(!TextRenderer().text(figure).isEmpty)
      }
    }
  }
}
