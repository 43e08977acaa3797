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
    var copy = self
    var text = ""
    for part in result.parts {
      switch part {
      case .text(let printed):
        text += coloring.text(printed) + "\n"
        copy.most = max(Self.least, most == .max ? .max : most - printed.text.lines.count)
      case .figure(let figure, let style): text += copy.text(of: figure, style: style) + "\n"
      }
    }
    return text
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
