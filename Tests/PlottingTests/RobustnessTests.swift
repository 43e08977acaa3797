import ElementaryFunctions
import Plotting
import Testing
import Vocabulary

@Suite struct RobustnessTests {
  private static let extremes: [Double] = [
    0, 1, -1, .nan, .infinity, -.infinity, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude,
    .leastNonzeroMagnitude * 1000, 1e300, 3, 3,
  ]

  /// Every mark with such numbers.
  private static func marks(_ x: [Double], _ y: [Double]) -> [any Mark] {
    let rows = 2
    let even = y.count / rows * rows
    let matrix = Matrix(rows: rows, columns: even / rows, elements: Array(y.prefix(even)))
    var logarithmic = HeatMark(matrix, palette: .sequential)
    logarithmic.scale = .logarithmic
    return [
      LineMark(x: x, y: y, label: "line"), AreaMark(x: x, low: y, high: x), AreaMark(x: x, under: y), BarMark(y),
      BarMark(y, .up, captions: y.map { "\($0)" }), BarMark(edges: x + [1], heights: y), PointMark(x: x, y: y),
      HeatMark(matrix), HeatMark(matrix, palette: .sequential), HeatMark(matrix, palette: .classes),
      HeatMark(matrix, x: Bounds(-1, 1), y: Bounds(0, 1), palette: .diverging(center: 0.5)),
      ContourMark(matrix, x: Bounds(-1, 1), y: Bounds(0, 1)), RuleMark(.x(x.first ?? .nan)),
      RuleMark(.y(y.last ?? .nan)), RangeMark(.x(Bounds(x.first ?? 0, x.last ?? .nan))),
      TextMark("here", x: x.first ?? .nan, y: y.first ?? .nan, .trailing),
      NetworkMark([.init(units: even / rows, label: "in"), .init(units: rows, label: "out", weights: matrix)]),
      NetworkMark([]), ErrorMark(at: x, low: y, high: y.map { 2 * $0 }), ErrorMark(at: y, low: x, high: y),
      ErrorMark(at: x, low: y, high: x, .right, captions: y.map { "\($0)" }), logarithmic,
      GraphMark(y.indices.map { .init("\(y[$0])", value: "1", slope: "2", from: $0 > 0 ? [$0 / 2] : []) }),
    ]
  }

  private static let samples: [[Double]] = [
    [], [1], [0], [.nan], [.infinity], [2, 2, 2, 2], extremes, extremes.reversed(),
    [-1, -2], [0, 0.5, 1], [.leastNonzeroMagnitude, .leastNonzeroMagnitude * 3],
    [1e308, -1e308], (0..<120).map { sin(Double($0)) },
  ]

  /// Long notes below a low figure leave room for the picture.
  @Test(arguments: [6, 8, 10, 14], [1, 2, 5])
  func `notes give way to the picture`(_ height: Int, _ count: Int) {
    let note = "left out: what has no place on a logarithmic axis, and all that is said about it at such length"
    var figure = Figure(
      "title", x: Axis("column"), y: Axis("row"), marks: [HeatMark(Matrix(rows: 2, columns: 1, elements: [1, 2]))],
      notes: (0..<count).map { "\($0) \(note)" })
    (figure.width, figure.height) = (40, height)
    let lines = TextRenderer().text(figure).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count { $0.contains("│") || $0.contains("┤") } >= 2)
    // Every note is begun, and no more lines are taken than are asked for or needed: a title, a name, two and two.
    #expect((0..<count).allSatisfy { number in lines.contains { $0.hasPrefix("\(number) left out") } })
    #expect(lines.count <= max(height, 6 + count))
  }

  @Test(arguments: Scale.allCases, Scale.allCases)
  func `whatever the numbers, there is a figure`(_ horizontal: Scale, _ vertical: Scale) throws {
    for sample in Self.samples {
      for mark in Self.marks(sample, sample) {
        for isReversed in [false, true] {
          var figure = Figure(
            "t", x: Axis("x", scale: horizontal, isReversed: isReversed), y: Axis("y", scale: vertical), marks: [mark])
          _ = try WellFormedness.read(SVGRenderer().svg(figure))
          for (width, symbols) in isReversed ? [(33, SymbolSet.blocks)] : [(20, .ascii), (72, .braille)] {
            (figure.width, figure.symbols) = (width, symbols)
            let lines = TextRenderer().text(figure).split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.allSatisfy { $0.count <= width }, "\(mark.kind): \(sample.prefix(5))")
            #expect(lines.count <= 60)
          }
          #expect(!figure.summary.isEmpty)
        }
      }
    }
  }

  @Test func `what cannot be shown is counted in a note`() {
    let values = [1, .nan, 3, .infinity, 0.5]
    #expect(TextRenderer().text(Figure(marks: [LineMark(values)])).hasSuffix("\n2 values are not finite"))
    let figure = Figure(y: Axis(scale: .logarithmic), marks: [LineMark([1, 0, 100])])
    #expect(TextRenderer().text(figure).contains("\n1 value is not positive, without a place on a"))
    #expect(SVGRenderer().svg(figure).contains("1 value is not positive"))
  }

  @Test func `a gap in the numbers is a gap in the line`() {
    let figure = Figure(marks: [LineMark(x: [0, 1, 2, 3, 4, 5], y: [1, 1, .nan, .nan, 1, 1])])
    let path = SVGRenderer().svg(figure).split(separator: "\n").first { $0.contains("class=\"line") }
    #expect(path?.filter { $0 == "M" }.count == 2)
  }

  /// A single high number among very many stays as high as it is.
  @Test func `of many points the spikes stay`() throws {
    var values = [Double](repeating: 0, count: 200_000)
    values[31_415] = 7
    let svg = SVGRenderer().svg(Figure(marks: [LineMark(values)]))
    #expect(svg.utf8.count < 20_000)
    let text = TextRenderer().text(Figure(marks: [LineMark(values)]))
    let spiked = text.split(separator: "\n").prefix(12).filter { line in
      line.dropFirst(4).contains { !" │┤".contains($0) }
    }
    #expect(spiked.count == 12)
  }

  @Test func `very many points make a picture of bounded size`() {
    let x = (0..<200_000).map { sin(Double($0)) }
    let y = (0..<200_000).map { cos(Double($0) * 1.3) }
    #expect(SVGRenderer().svg(Figure(marks: [PointMark(x: x, y: y)])).utf8.count < 400_000)
    #expect(SVGRenderer().svg(Figure(marks: [LineMark(x: x, y: y)])).utf8.count < 400_000)
    #expect(SVGRenderer().svg(Figure(marks: [AreaMark(x: x.sorted(), under: y)])).utf8.count < 400_000)
    let heat = HeatMark(Matrix(rows: 400, columns: 500, elements: y))
    #expect(SVGRenderer().svg(Figure(marks: [heat])).utf8.count < 6_000_000)
    #expect(SVGRenderer().svg(Figure(marks: [BarMark(y, .up)])).utf8.count < 100_000)
  }

  /// The colours of terminals are laid over the text and change nothing in it.
  @Test func `without its escape sequences coloured text is the text`() {
    for (name, figure) in Gallery.figures {
      let canvas = TextRenderer().canvas(figure)
      var bare = ""
      var isEscape = false
      for character in canvas.coloured {
        if character == "\u{1B}" { isEscape = true }
        if !isEscape { bare.append(character) }
        if isEscape, character == "m" { isEscape = false }
      }
      #expect(bare == canvas.text, "\(name)")
      #expect(canvas.coloured.contains("\u{1B}["), "\(name)")
    }
  }
}
