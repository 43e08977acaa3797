import Vocabulary

/// A panel between its axes, made of characters.
struct TextPanel {
  let resolved: ResolvedPanel
  let symbols: SymbolSet
  let style: NumberStyle
  let width: Int
  /// Whether the whole width is to be used, though scales that are equal in both directions may suffer.
  let isFilled: Bool
  /// Columns for the labels at the left, where those of panels below each other are to be the same.
  var leastLeft = 0
  private let legend: [[TextCanvas.Cell]]
  private let title: [String]

  init(_ resolved: ResolvedPanel, symbols: SymbolSet, style: NumberStyle, width: Int, isFilled: Bool) {
    self.resolved = resolved
    self.symbols = symbols
    self.style = style
    self.width = width
    self.isFilled = isFilled
    title = resolved.panel.title.map { Lines.wrapped(Self.printable($0, symbols), to: width) } ?? []
    legend = Self.legend(resolved.panel.legend, symbols, width)
  }

  /// One line of signs that a terminal shows, in ASCII where the symbols are.
  static func printable(_ text: String, _ symbols: SymbolSet) -> String {
    let line = text.visible()
    return symbols == .ascii ? line.asciiForm : line
  }

  /// What stands for the rest of words that are too long.
  private static func ellipsis(_ symbols: SymbolSet) -> String { symbols == .ascii ? "..." : "…" }

  private static func legend(_ entries: [LegendEntry], _ symbols: SymbolSet, _ width: Int) -> [[TextCanvas.Cell]] {
    var lines: [[TextCanvas.Cell]] = []
    for entry in entries {
      let sample = symbols.sample(entry.sign) + [TextCanvas.Cell()]
      let label = Lines.shortened(
        printable(entry.label, symbols), to: max(1, width - sample.count), ellipsis: ellipsis(symbols))
      let cells = sample + label.map { TextCanvas.Cell(character: $0) }
      if let last = lines.last, last.count + 3 + cells.count <= width {
        lines[lines.count - 1] += [TextCanvas.Cell](repeating: TextCanvas.Cell(), count: 3) + cells
      } else {
        lines.append(cells)
      }
    }
    return lines
  }

  private var panel: Panel { resolved.panel }
  private var captions: [String] { panel.marks.flatMap(\.trailingWords).map { Self.printable($0, symbols) } }
  /// Bars that carry their numbers need no axis below.
  private var hasFoot: Bool { panel.hasFoot }
  private var heading: String? { panel.heading.map { Self.printable($0, symbols) } }
  private var footing: String? { hasFoot ? panel.x.label.map { Self.printable($0, symbols) } : nil }

  /// Lines for everything around the inside.
  private var overhead: Int {
    title.count + legend.count + (heading == nil ? 0 : 1) + (hasFoot ? 2 : 0) + (footing == nil ? 0 : 1)
  }

  /// What the axes and two lines between them take, without what is left out where there is no room for all.
  var leastHeight: Int { (heading == nil ? 0 : 1) + (hasFoot ? 2 : 0) + 2 }

  func preferredHeight(isSmall: Bool) -> Int {
    if resolved.isEmpty { return overhead + 3 }
    if let categories = panel.y.categories { return overhead + min(max(1, categories.count), 48) }
    if let ratio = resolved.evenRatio {
      // A character is about twice as high as it is wide.
      return overhead + min(isSmall ? 10 : isFilled ? 60 : 20, max(5, Int(Double(width - 6) / (2 * ratio))))
    }
    if !panel.showsAxes {
      return overhead + (panel.marks.compactMap { $0.lines(columns: width) }.max() ?? (isSmall ? 8 : 11))
    }
    return isSmall ? max(9, overhead + 5) : max(min(18, 6 + width / 5), overhead + 4)
  }

  /// Draws it and tells how many columns the labels at the left take.
  @discardableResult
  func draw(on canvas: inout TextCanvas, column: Int, row: Int, height: Int) -> Int {
    var (top, bottom) = (row, row + height)
    // What helps to read goes first where there is no room for all.
    var spare = height - overhead - 3
    func fits(_ lines: Int) -> Bool {
      if spare >= 0 { return true }
      spare += lines
      return false
    }
    let footing = fits(1) ? self.footing : nil
    let legend = fits(self.legend.count) ? self.legend : []
    let title = fits(self.title.count) ? self.title : []
    for line in title {
      canvas.write(line, column: column, row: top, role: .title)
      top += 1
    }
    for line in legend {
      for (offset, cell) in line.enumerated() { canvas[column + offset, top] = cell }
      top += 1
    }
    if let heading {
      canvas.write(
        Lines.shortened(heading, to: width, ellipsis: Self.ellipsis(symbols)), column: column, row: top, role: .axis)
      top += 1
    }
    if footing != nil { bottom -= 1 }
    if hasFoot { bottom -= 2 }
    return drawInside(on: &canvas, column: column, rows: top..<max(top + 1, bottom), footing: footing)
  }

  private func drawInside(on canvas: inout TextCanvas, column: Int, rows: Range<Int>, footing: String?) -> Int {
    let ticks = panel.showsAxes ? uprightTicks(rows.count) : []
    let labels = ticks.map { Lines.shortened($0.label, to: max(3, width / 3), ellipsis: symbols == .ascii ? "." : "…") }
    let left = panel.showsAxes ? max(leastLeft, (labels.map(\.count).max() ?? 0) + 2) : 0
    let margin = min((captions.map(\.count).max() ?? -1) + 1, width / 3)
    let room = max(1, width - left - margin)
    let even = isFilled ? nil : resolved.evenRatio
    let inside = even.map { min(room, max(8, Int((2 * $0 * Double(rows.count)).rounded()))) } ?? room
    let surface = TextSurface(
      plane: resolved.plane, columns: inside, rows: rows.count, margin: margin, symbols: symbols)
    if resolved.isEmpty, panel.showsAxes {
      surface.writeInTheMiddle("no values")
    } else {
      for mark in panel.marks { mark.draw(on: surface) }
    }
    surface.draw(on: &canvas, column: column + left, row: rows.lowerBound)
    guard panel.showsAxes else { return 0 }
    for row in rows { canvas[column + left - 1, row] = TextCanvas.Cell(character: symbols.upright, role: .axis) }
    for (tick, label) in zip(ticks, labels) {
      let row = rows.lowerBound + Self.row(tick, rows.count)
      canvas.write(label, column: column + left - 2 - label.count, row: row, role: .axis)
      if panel.y.categories == nil {
        canvas[column + left - 1, row] = TextCanvas.Cell(character: symbols.uprightTick, role: .axis)
      }
    }
    if hasFoot { drawFoot(on: &canvas, column: column + left, row: rows.upperBound, inside: inside) }
    if let footing {
      let label = Lines.shortened(footing, to: width, ellipsis: Self.ellipsis(symbols))
      let start = max(column, column + left + inside - label.count)
      canvas.write(label, column: start, row: rows.upperBound + 2, role: .axis)
    }
    return left
  }

  private static func row(_ tick: ResolvedPanel.Tick, _ count: Int) -> Int {
    min(max(Int((1 - tick.place) * Double(count)), 0), count - 1)
  }

  /// As many as there is room for, each in a line of its own.
  private func uprightTicks(_ rows: Int) -> [ResolvedPanel.Tick] {
    let most = panel.y.categories == nil ? max(3, min(6, rows / 3)) : rows
    for count in stride(from: most, through: 1, by: -1) {
      let ticks = printed(resolved.ticks(panel.y, resolved.plane.y, about: count, style: style))
      if Set(ticks.map { Self.row($0, rows) }).count == ticks.count { return ticks }
    }
    return []
  }

  private func printed(_ ticks: [ResolvedPanel.Tick]) -> [ResolvedPanel.Tick] {
    ticks.map { ResolvedPanel.Tick(place: $0.place, label: Self.printable($0.label, symbols)) }
  }

  private func drawFoot(on canvas: inout TextCanvas, column: Int, row: Int, inside: Int) {
    canvas[column - 1, row] = TextCanvas.Cell(character: symbols.corner, role: .axis)
    for offset in 0..<inside {
      canvas[column + offset, row] = TextCanvas.Cell(character: symbols.level, role: .axis)
    }
    for (place, start, label) in levelTicks(inside, left: column) {
      canvas[column + place, row] = TextCanvas.Cell(character: symbols.levelTick, role: .axis)
      canvas.write(label, column: column + start, row: row + 1, role: .axis)
    }
  }

  /// As many as there is room for: the column of each, where its label starts, and the label.
  private func levelTicks(_ inside: Int, left: Int) -> [(Int, Int, String)] {
    for count in stride(from: panel.x.categories == nil ? max(3, min(7, inside / 8)) : inside, through: 1, by: -1) {
      let ticks = printed(resolved.ticks(panel.x, resolved.plane.x, about: count, style: style)).map { tick in
        let place = min(max(Int(tick.place * Double(inside)), 0), inside - 1)
        let start = min(place - (tick.label.count - 1) / 2, inside - tick.label.count)
        return (place, max(start, -2), tick.label)
      }.sorted { $0.0 < $1.0 }
      let isFree = zip(ticks, ticks.dropFirst()).allSatisfy { $0.1 + $0.2.count < $1.1 }
      if isFree, ticks.allSatisfy({ $0.1 + $0.2.count <= inside }) { return ticks }
    }
    return []
  }
}
