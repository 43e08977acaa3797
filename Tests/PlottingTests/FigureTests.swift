import Plotting
import Testing
import Vocabulary

@Suite struct FigureTests {
  @Test func `a figure is its data`() {
    let figure = Figure("loss", x: Axis("epoch"), marks: [LineMark([1, 0.5, 0.25], label: "train")])
    #expect(figure == Figure("loss", x: Axis("epoch"), marks: [LineMark([1, 0.5, 0.25], label: "train")]))
    #expect(figure != Figure("loss", x: Axis("epoch"), marks: [LineMark([1, 0.5, 0.2], label: "train")]))
    #expect(figure.summary == "a line 'train' from 1 to 0.25; horizontal axis: epoch.")
    #expect(figure.properties.map(\.name) == ["title", "description", "panels"])
  }
}
