/// Brings a table into lines: columns without lines between them, broken within their cells where the window is narrow.
struct TableLayout {
  private let layout: ProseLayout
  private let alignments: [MarkdownElement.Alignment]
  private let rows: [[[TextRun]]]
  private let width: Int

  private static let gap = 2
  /// Columns are not made narrower than this; a table that is still too wide is shown row by row.
  private static let narrowest = 6

  init(_ layout: ProseLayout, _ alignments: [MarkdownElement.Alignment], _ rows: [[[TextRun]]], width: Int) {
    self.layout = layout
    self.alignments = alignments
    self.rows = rows
    self.width = width
  }

  var lines: [StyledLine] {
    guard let widths else { return records }
    var lines = rows.first.map { row($0.map { $0.map { TextRun($0.text, $0.style.union(.strong)) } }, widths) } ?? []
    let rule = widths.map { String(repeating: layout.shown("─"), count: $0) }.joined(separator: "  ")
    if rows.first?.contains(where: { !$0.isEmpty }) == true {
      if !layout.showsStyles { lines = rows.first.map { row($0, widths) } ?? [] }
      lines.append(StyledLine([TextRun(rule, .faint)]))
    } else {
      lines = []
    }
    return lines + rows.dropFirst().flatMap { row($0, widths) }
  }

  /// The width of each column, nil where they cannot stand beside each other.
  private var widths: [Int]? {
    var widths = alignments.indices.map { column in
      let cells = rows.flatMap { layout.wrapped($0[column], width: .max) }
      return max(1, cells.map { layout.width(of: $0.text) }.max() ?? 0)
    }
    let room = width - Self.gap * (widths.count - 1)
    while widths.reduce(0, +) > room {
      guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > Self.narrowest else {
        return nil
      }
      widths[widest] -= 1
    }
    return widths
  }

  private func row(_ cells: [[TextRun]], _ widths: [Int]) -> [StyledLine] {
    let columns = zip(cells, widths).map { layout.wrapped($0, width: $1) }
    return (0..<(columns.map(\.count).max() ?? 0)).map { number in
      var runs: [TextRun] = []
      var pending = 0
      for (column, lines) in columns.enumerated() {
        let line = number < lines.count ? lines[number] : StyledLine([])
        let space = widths[column] - layout.width(of: line.text)
        let before: Int
        switch alignments[column] {
        case .standard, .left: before = 0
        case .center: before = space / 2
        case .right: before = space
        }
        pending += before
        if !line.text.isEmpty {
          if pending > 0 { runs.append(TextRun(String(repeating: " ", count: pending))) }
          pending = 0
          runs += line.runs
        }
        pending += space - before + Self.gap
      }
      return StyledLine(runs)
    }
  }

  /// Each row by itself, its cells below one another behind their titles.
  private var records: [StyledLine] {
    let titles = rows.first ?? []
    return rows.dropFirst().enumerated().flatMap { index, row in
      let lines = zip(titles, row).flatMap { title, cell in
        layout.wrapped(title + (title.isEmpty ? [] : [TextRun(": ")]) + cell, width: width)
      }
      return (index > 0 ? [StyledLine([])] : []) + lines
    }
  }
}
