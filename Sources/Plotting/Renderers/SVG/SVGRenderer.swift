import Vocabulary

/// Draws a figure as an SVG picture that stands alone or in a page, on light or dark ground as the reader has it.
public struct SVGRenderer: Sendable {
  /// How the numbers at the axes are written.
  public var style: NumberStyle
  /// Whether the picture holds its own style; a page whose policy forbids that has `styleSheet` beside it.
  public var carriesStyle: Bool

  public init(style: NumberStyle = .standard, carriesStyle: Bool = true) {
    self.style = style
    self.carriesStyle = carriesStyle
  }

  /// The style of all pictures.
  public static var styleSheet: String { StyleSheet.text }

  private static let rim = 14.0

  /// The picture, which may be put into an HTML page as it is, or many of them.
  public func svg(_ figure: Figure) -> String {
    let width = figure.width.map { Double(min(max($0, Figure.leastWidth), Figure.greatestWidth)) * 9 } ?? 648
    let inner = width - 2 * Self.rim
    let resolved = figure.panels.map(ResolvedPanel.init)
    let lines = Int(inner / SVGPanel.width("m"))
    let title = figure.title.map { Lines.wrapped($0, to: Int(inner / SVGPanel.width("m", size: 15))) } ?? []
    let notes = figure.allNotes(resolved).flatMap { Lines.wrapped($0, to: lines) }
    let fitting = min(figure.across ?? resolved.count, Int((inner + 24) / 220))
    let across = max(1, min(resolved.count, fitting))
    let rows = max(1, (resolved.count + across - 1) / max(1, across))
    let balanced = max(1, (resolved.count + rows - 1) / rows)
    let panelWidth = (inner - 24 * Double(balanced - 1)) / Double(balanced)
    var panels = resolved.map {
      SVGPanel(resolved: $0, style: style, width: panelWidth, isFilled: figure.width != nil)
    }
    let (above, below) = (Self.rim + Double(title.count) * 24, Double(notes.count) * 18 + Self.rim)
    let heights = heights(panels, figure, rows: rows, across: balanced, others: above + below)
    if balanced == 1 {
      let left = zip(panels, heights).map { $0.left(height: $1) }.max() ?? 0
      for index in panels.indices { panels[index].leastLeft = left }
    }
    let height = above + heights.reduce(0, +) + below

    var markup = Markup()
    let (w, h) = (Markup.number(width), Markup.number(height))
    markup.add(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": StyleSheet.scope, "role": "img", "width": w, "height": h,
        "viewBox": "0 0 \(w) \(h)",
      ]
    ) { markup in
      markup.add("title", text: figure.title ?? "Figure")
      markup.add("desc", text: figure.summary)
      if carriesStyle { markup.add(style: StyleSheet.text) }
      markup.add("rect", ["class": "full ground", "width": w, "height": h, "rx": "6"])
      for (index, line) in title.enumerated() {
        let y = Markup.number(Self.rim + Double(index) * 24 + 12)
        markup.add("text", ["class": "text title", "x": Markup.number(Self.rim), "y": y], text: line)
      }
      var top = above
      for (row, height) in heights.enumerated() {
        for column in 0..<balanced where row * balanced + column < panels.count {
          let x = Self.rim + Double(column) * (panelWidth + 24)
          markup.add("g", ["transform": "translate(\(Markup.number(x)) \(Markup.number(top)))"]) { markup in
            panels[row * balanced + column].draw(in: &markup, height: height)
          }
        }
        top += height
      }
      for (index, note) in notes.enumerated() {
        let y = Markup.number(top + Double(index) * 18 + 14)
        markup.add("text", ["class": "guide", "x": Markup.number(Self.rim), "y": y], text: note)
      }
    }
    return markup.text
  }

  private func heights(_ panels: [SVGPanel], _ figure: Figure, rows: Int, across: Int, others: Double) -> [Double] {
    if let height = figure.height {
      let whole = Double(min(max(height, Figure.leastHeight), Figure.greatestHeight)) * 20
      return [Double](repeating: max(80, (whole - others) / Double(rows)), count: rows)
    }
    return (0..<rows).map { row in
      panels[min(row * across, panels.count)..<min((row + 1) * across, panels.count)]
        .map { $0.preferredHeight(isSmall: panels.count > 1) }.max() ?? 0
    }
  }
}
