import Plotting
import Testing
import Vocabulary

/// A mark that no renderer has heard of.
private struct StairsMark: Mark {
  let heights: [Double]

  var kind: String { "stairs" }

  func extent(on scales: Scales) -> Extent {
    var extent = Extent()
    extent.include(x: [0, Double(heights.count)], y: [heights.min() ?? 0, heights.max() ?? 0], on: scales)
    return extent
  }

  func draw(on surface: any Surface) {
    let places = heights.indices.flatMap { [Double($0), Double($0 + 1)] }
    surface.stroke(x: places, y: heights.flatMap { [$0, $0] }, with: Pen(.series(0)))
  }

  var summary: String { "stairs of \(heights.count) steps" }

  var properties: [Property] { [Property("heights", .vector(heights))] }
}

@Suite struct MarkTests {
  private let figure = Figure("stairs", x: Axis("step"), marks: [StairsMark(heights: [1, 2, 3])])

  @Test func `a mark from outside is drawn, described and compared like any other`() throws {
    #expect(figure == Figure("stairs", x: Axis("step"), marks: [StairsMark(heights: [1, 2, 3])]))
    #expect(figure != Figure("stairs", x: Axis("step"), marks: [StairsMark(heights: [1, 2, 4])]))
    #expect(figure != Figure("stairs", x: Axis("step"), marks: [LineMark([1, 2, 3])]))
    #expect(figure.summary == "stairs of 3 steps; horizontal axis: step.")
    let root = try WellFormedness.read(SVGRenderer().svg(figure))
    #expect(root.all.contains { $0.attributes["class"] == "line s0" })
    #expect(TextRenderer().text(figure).contains("⠤⠤⠤⠤⠤") || TextRenderer().text(figure).contains("⠒⠒⠒⠒⠒"))
  }

  @Test func `the numbers of a figure are in its properties`() throws {
    let figure = Figure(
      "loss", x: Axis("epoch"), y: Axis("loss", scale: .logarithmic),
      marks: [LineMark([1, 0.5], from: 1, label: "train")])
    #expect(
      Self.text(.object(figure)) == """
        figure(title: "loss", description: "a line 'train' from 1 to 0.5; horizontal axis: epoch, vertical axis: loss, \
        logarithmic.", panels: [panel(x: axis(label: "epoch", scale: "linear"), y: axis(label: "loss", scale: \
        "logarithmic"), marks: [line(label: "train", x: [1, 2], y: [1, 0.5])])])
        """)
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .object(let object):
      object.kind + "(" + object.properties.map { "\($0.name): \(text($0.value))" }.joined(separator: ", ") + ")"
    case .list(let values): "[" + values.map(text).joined(separator: ", ") + "]"
    default: value.display.printed().text
    }
  }
}
