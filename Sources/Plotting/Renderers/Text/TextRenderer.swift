import Vocabulary

/// Draws a figure with characters.
public struct TextRenderer: Sendable {
  /// How the numbers at the axes are written.
  public var style: NumberStyle
  /// The columns of a figure that does not say itself how many it takes.
  public var room: Int

  public init(style: NumberStyle = .standard, room: Int = 72) {
    self.style = style
    self.room = room
  }

  /// The figure as lines without colour.
  public func text(_ figure: Figure) -> String { canvas(figure).text }

  /// The figure as characters with their meanings, for a terminal that has colours.
  public func canvas(_ figure: Figure) -> TextCanvas {
    let width = min(max(figure.width ?? room, Figure.leastWidth), Figure.greatestWidth)
    let panels = figure.panels.map(ResolvedPanel.init)
    let above = (figure.title.map { Lines.wrapped(printable($0, figure), to: width) } ?? [])
    let across = panels.count == 1 ? 1 : max(1, min(panels.count, figure.across ?? panels.count, (width + 2) / 26))
    let rows = max(1, (panels.count + across - 1) / max(1, across))
    let balanced = max(1, (panels.count + rows - 1) / rows)
    let panelWidth = (width - 2 * (balanced - 1)) / balanced
    let least = panels.flatMap(\.panel.marks).map(\.leastColumns).max() ?? 0
    let cuts = panelWidth < least ? ["too narrow for all words: width=\(width - panelWidth + least) shows them"] : []
    var layouts = panels.map {
      TextPanel($0, symbols: figure.symbols, style: style, width: panelWidth, isFilled: figure.width != nil)
    }
    let notes = (figure.allNotes(panels) + cuts).map { printable($0, figure) }
    var below = notes.flatMap { Lines.wrapped($0, to: width) }
    let leastHeight = layouts.map(\.leastHeight).max() ?? 0
    if let height = figure.height, height - above.count - below.count < rows * leastHeight {
      // The picture comes first: each note has one line.
      below = notes.map { Lines.shortened($0, to: width, ellipsis: figure.symbols == .ascii ? "..." : "…") }
    }
    let heights = self.heights(
      layouts, figure, rows: rows, across: balanced, others: above.count + below.count, least: leastHeight)
    var canvas = TextCanvas(width: width, height: above.count + heights.reduce(0, +) + below.count)
    for (row, line) in above.enumerated() { canvas.write(line, column: 0, row: row, role: .title) }
    if balanced == 1, layouts.count > 1 {
      // What the labels take is known once they are drawn.
      var sketch = canvas
      let left =
        layouts.indices.map { layouts[$0].draw(on: &sketch, column: 0, row: 0, height: heights[$0]) }.max() ?? 0
      for index in layouts.indices { layouts[index].leastLeft = left }
    }
    var top = above.count
    for (row, height) in heights.enumerated() {
      for column in 0..<balanced where row * balanced + column < layouts.count {
        layouts[row * balanced + column].draw(
          on: &canvas, column: column * (panelWidth + 2), row: top, height: height)
      }
      top += height
    }
    for (row, line) in below.enumerated() { canvas.write(line, column: 0, row: top + row, role: .axis) }
    return canvas
  }

  private func printable(_ text: String, _ figure: Figure) -> String { TextPanel.printable(text, figure.symbols) }

  /// How many lines each row of panels takes: together with the others as many as are asked for, unless too little of the
  /// picture would be left.
  private func heights(
    _ layouts: [TextPanel], _ figure: Figure, rows: Int, across: Int, others: Int, least: Int
  ) -> [Int] {
    if let height = figure.height {
      let whole = min(max(height, Figure.leastHeight), Figure.greatestHeight)
      return [Int](repeating: max(4, least, (whole - others) / rows), count: rows)
    }
    return (0..<rows).map { row in
      let shown = layouts[min(row * across, layouts.count)..<min((row + 1) * across, layouts.count)]
      return shown.map { $0.preferredHeight(isSmall: layouts.count > 1) }.max() ?? 0
    }
  }
}

/// Text cut into lines.
enum Lines {
  /// Breaks between words; a word that is longer than a line is broken itself.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      var word = String(word)
      if !line.isEmpty, line.count + 1 + word.count <= width {
        line += " " + word
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while word.count > width {
        lines.append(String(word.prefix(width)))
        word.removeFirst(width)
      }
      line = word
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// The beginning of the text, with a sign that it goes on.
  static func shortened(_ text: String, to width: Int, ellipsis: String = "…") -> String {
    text.count <= width ? text : String(text.prefix(max(0, width - ellipsis.count))) + ellipsis
  }
}
