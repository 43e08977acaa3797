import Plotting
import Vocabulary
import Workbench

/// Draws figures as wide as the window, in colour where that is wanted, in ASCII where the terminal knows no more.
struct FigurePrinter {
  let coloring: Coloring
  /// Columns of the window; nil for the usual width.
  let width: Int?

  /// What a result shows, with a line end; empty where it shows nothing.
  func text(of result: Workbench.Result) -> String {
    result.parts.map { part in
      switch part {
      case .text(let printed): coloring.result(printed) + "\n"
      case .figure(let figure, let style): text(of: figure, style: style) + "\n"
      }
    }.joined()
  }

  /// The figure in lines, no more than asked for.
  func text(of figure: Figure, style: NumberStyle, most: Int = .max) -> String {
    var figure = figure
    figure.width = figure.width ?? width.map { min(max($0, Figure.leastWidth), Figure.greatestWidth) }
    if !Terminal.speaksUTF8 { figure.symbols = .ascii }
    let renderer = TextRenderer(style: style)
    var canvas = renderer.canvas(figure)
    if canvas.height > most {
      figure.height = max(most, Figure.leastHeight)
      canvas = renderer.canvas(figure)
    }
    return coloring.isEnabled ? canvas.coloured : canvas.text
  }
}
