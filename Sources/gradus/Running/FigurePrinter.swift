import Plotting
import Synchronization
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
    var style = result.style
    if let width { style.width = min(style.width, width) }
    switch result.value {
    case .object(let figure as Figure): return text(of: figure, style: style) + "\n"
    case .object(let illustrated as any Illustrated):
      let words = illustrated.words.printed(in: style)
      var below = self
      below.most = max(Self.least, most == .max ? .max : most - words.text.lines.count)
      return coloring.text(words) + "\n" + below.text(of: illustrated.figure, style: style) + "\n"
    case let value:
      let printed = value.display.printed(in: style)
      return printed.text.isEmpty ? "" : coloring.text(printed) + "\n"
    }
  }

  /// The figure in lines.
  func text(of figure: Figure, style: NumberStyle) -> String {
    var figure = figure
    if !Terminal.speaksUTF8 { figure.symbols = .ascii }
    var renderer = TextRenderer(style: style)
    if let width { renderer.room = width }
    var canvas = renderer.canvas(figure)
    if canvas.height > most, figure.height == nil {
      figure.height = max(most, Figure.leastHeight)
      canvas = renderer.canvas(figure)
    }
    return coloring.isEnabled ? canvas.coloured : canvas.text
  }
}

/// Shows a figure that changes above the line of progress, and rewrites only the lines that differ.
final class LiveCanvas: Sendable {
  private struct State {
    var lines: [Substring] = []
    var columns = 0
  }

  private let isColored: Bool
  private let state = Mutex(State())

  init(isColored: Bool) { self.isColored = isColored }

  /// Shows the figure in the place of the last one; nil takes it away.
  func show(_ figure: Figure?) {
    let columns = Terminal.columns
    let lines = figure.map { self.lines(of: $0, columns) } ?? []
    let text = state.withLock { state in
      defer { state = State(lines: lines, columns: columns) }
      return Self.update(from: state.columns == columns ? state.lines : [], of: state.lines.count, to: lines)
    }
    if !text.isEmpty { Terminal.write(text) }
  }

  private func lines(of figure: Figure, _ columns: Int) -> [Substring] {
    let most = max(1, Terminal.rows - 2)
    let printer = FigurePrinter(coloring: Coloring(isEnabled: isColored), width: columns, most: most)
    let style = NumberStyle(notation: Terminal.speaksUTF8 ? .power : .e)
    return Array(printer.text(of: figure, style: style).lines.prefix(most))
  }

  /// What turns so many lines above the cursor into others, in one go where the terminal can hold back what it shows.
  private static func update(from old: [Substring], of shown: Int, to new: [Substring]) -> String {
    if shown == 0, new.isEmpty { return "" }
    var text = "\u{1B}[?2026h\r" + (shown > 0 ? "\u{1B}[\(shown)A" : "")
    let isSameSize = old.count == new.count
    if !isSameSize { text += "\u{1B}[J" }
    for (row, line) in new.enumerated() {
      if !isSameSize || old[row] != line { text += line + "\u{1B}[K" }
      text += "\r\n"
    }
    return text + "\u{1B}[?2026l"
  }
}
