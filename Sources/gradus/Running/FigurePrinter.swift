import Plotting
import Vocabulary
import Workbench

/// Draws figures as wide as the window, in colour where that is wanted, in ASCII where the terminal knows no more.
struct FigurePrinter {
  let coloring: Coloring
  /// Columns of the window; nil for the usual width.
  let width: Int?
  /// Lines that a figure may take, unless it says itself how many it has.
  var most = Int.max

  /// A figure below words gets no fewer lines than this.
  private static let least = 8

  /// What a result shows, with a line end; empty where it shows nothing.
  func text(of result: StatementResult) -> String {
    if result.isSilent { return "" }
    switch result.value {
    case .object(let figure as Figure): return text(of: figure, style: result.style) + "\n"
    case .object(let illustrated as any Illustrated):
      let words = illustrated.words.printed(in: result.style)
      var below = self
      below.most = max(Self.least, most == .max ? .max : most - words.text.lines.count)
      return coloring.text(words) + "\n" + below.text(of: illustrated.figure, style: result.style) + "\n"
    case let value:
      let printed = value.display.printed(in: result.style)
      return printed.text.isEmpty ? "" : coloring.text(printed) + "\n"
    }
  }

  /// The figure in lines.
  func text(of figure: Figure, style: NumberStyle) -> String {
    var figure = figure
    figure.width = figure.width ?? width.map { min(max($0, Figure.leastWidth), Figure.greatestWidth) }
    if !Terminal.speaksUTF8 { figure.symbols = .ascii }
    let renderer = TextRenderer(style: style)
    var canvas = renderer.canvas(figure)
    if canvas.height > most, figure.height == nil {
      figure.height = max(most, Figure.leastHeight)
      canvas = renderer.canvas(figure)
    }
    return coloring.isEnabled ? canvas.coloured : canvas.text
  }
}
