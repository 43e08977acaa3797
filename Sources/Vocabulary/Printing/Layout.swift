/// Something larger than a line that decides how it is written only when it is printed: a table, a figure.
public protocol Layout: Sendable, Equatable {
  func printed(in style: NumberStyle) -> Printed
}

extension Layout {
  func equals(_ other: any Layout) -> Bool { (other as? Self) == self }
}

/// Lines with a margin before each but the first.
struct Indented: Layout {
  let content: Display
  let columns: Int

  func printed(in style: NumberStyle) -> Printed { content.printed(in: style).indented(by: columns) }
}

/// A matrix between brackets, its columns aligned: `[[1, 2],\n [3, 4]]`.
struct Grid: Layout {
  /// A row of cells, or nil for rows that are left out.
  let rows: [[Display]?]

  func printed(in style: NumberStyle) -> Printed {
    let cells = rows.map { $0?.map { $0.printed(in: style) } }
    let columns = cells.compactMap { $0?.count }.max() ?? 0
    let widths = (0..<columns).map { column in cells.compactMap { $0?[column].width }.max() ?? 0 }
    var result = Printed()
    for (number, row) in cells.enumerated() {
      result.append(number == 0 ? "[" : ",\n ")
      guard let row else {
        result.append("…")
        continue
      }
      for (column, cell) in row.enumerated() {
        result.append(column == 0 ? "[" : ", ")
        result.append(String(repeating: " ", count: widths[column] - cell.width))
        result.append(cell)
      }
      result.append("]")
    }
    result.append("]")
    return result
  }
}

/// Rows and columns, indented by two, the columns three apart.
///
/// A table that would be wider than 80 columns has its columns two apart; where that is not enough, its longest row labels
/// stand on lines of their own, above the rest of their rows.
public struct Table: Layout {
  public enum Alignment: Sendable { case left, right }

  public struct Column: Sendable, Equatable {
    public let title: String
    public let alignment: Alignment

    public init(_ title: String, _ alignment: Alignment = .right) {
      self.title = title
      self.alignment = alignment
    }
  }

  /// More columns of the screen are used only where nothing else helps.
  public static let widest = 80
  private static let margin = 2

  public let columns: [Column]
  public private(set) var rows: [[Display]] = []

  public init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row; cells that are missing at its end stay empty.
  public mutating func add(_ cells: [Display]) { rows.append(cells) }

  /// Adds a row of two cells, the second in lines of at most so many characters.
  public mutating func add(_ label: String, _ text: String, width: Int) {
    let lines = Paragraph.lines(of: text.split(separator: " ").map(String.init), width: width)
    for (number, line) in lines.enumerated() { add([Display(number == 0 ? label : ""), Display(line)]) }
  }

  /// The lines of the table, the last one without a line end.
  public func printed(in style: NumberStyle) -> Printed {
    let titles = columns.map { Display($0.title).printed(in: style) }
    let body = rows.map { $0.map { $0.printed(in: style) } }
    let lines = titles.allSatisfy { $0.text.isEmpty } ? body : [titles] + body
    let spacing = Spacing(lines, columns, style.width)
    if style.width < Table.widest, spacing.total > style.width { return narrow(lines, style.width) }
    return layout(lines, columns, spacing)
  }

  private func layout(_ lines: [[Printed]], _ columns: [Column], _ spacing: Spacing) -> Printed {
    var result = Printed()
    for (number, line) in lines.enumerated() {
      if number > 0 { result.append("\n") }
      var pending = Self.margin
      for (column, cell) in line.enumerated() {
        let padding = max(0, spacing.widths[column] - cell.width)
        if columns[column].alignment == .right { pending += padding }
        if !cell.text.isEmpty {
          result.append(String(repeating: " ", count: pending))
          result.append(cell)
          pending = 0
        } else {
          pending += cell.width
        }
        if columns[column].alignment == .left { pending += padding }
        pending += spacing.gap
        if column == spacing.label, cell.width > spacing.widths[column] {
          result.append("\n")
          pending = Self.margin + spacing.widths[...column].reduce(0) { $0 + $1 + spacing.gap }
        }
      }
    }
    return result
  }

  // MARK: Narrow windows

  /// In a window in which not all columns have room: those that do, and below them the others, with the first column
  /// before both. Bars become shorter.
  private func narrow(_ lines: [[Printed]], _ width: Int) -> Printed {
    func cell(_ line: [Printed], _ column: Int) -> Printed { column < line.count ? line[column] : Printed() }
    func widest(_ column: Int) -> Int { lines.map { cell($0, column).width }.max() ?? 0 }
    var parts: [[Int]] = []
    var part = [0]
    var room = width - Self.margin - widest(0)
    for column in columns.indices.dropFirst() {
      let isBar = lines.allSatisfy { cell($0, column).text.allSatisfy { $0 == "█" } }
      let wanted = 2 + (isBar ? min(widest(column), Self.shortestBar) : widest(column))
      if wanted > room, part.count > 1 {
        parts.append(part)
        part = [0]
        room = width - Self.margin - widest(0)
      }
      part.append(column)
      room -= wanted
    }
    parts.append(part)
    var result = Printed()
    for (number, part) in parts.enumerated() {
      if number > 0 { result.append("\n") }
      let chosen = lines.map { line in part.map { cell(line, $0) } }
      let spacing = Spacing(chosen, part.map { columns[$0] }, width)
      let shortened = spacing.total > width ? Self.shortened(chosen, by: spacing.total - width) : chosen
      result.append(layout(shortened, part.map { columns[$0] }, Spacing(shortened, part.map { columns[$0] }, width)))
    }
    return result
  }

  /// So short a bar still tells something.
  private static let shortestBar = 5

  /// The lines with the bars in their last column shorter, the longest by so many characters.
  private static func shortened(_ lines: [[Printed]], by excess: Int) -> [[Printed]] {
    let longest = lines.map { $0.last?.width ?? 0 }.max() ?? 0
    let room = longest - excess
    guard room >= min(longest, shortestBar), lines.allSatisfy({ $0.last?.text.allSatisfy { $0 == "█" } ?? true }) else {
      return lines
    }
    return lines.map { line in
      guard let bar = line.last, bar.width > 0 else { return line }
      let length = max(1, (bar.width * room + longest / 2) / longest)
      var short = Printed()
      short.append(String(repeating: "█", count: length))
      return line.dropLast() + [short]
    }
  }

  /// How wide the columns are and how far apart.
  private struct Spacing {
    var gap = 3
    var widths: [Int]
    /// The column of the row labels, the first with words, where the longest of them stand on lines of their own.
    var label: Int?

    init(_ lines: [[Printed]], _ columns: [Column], _ widest: Int) {
      widths = columns.indices.map { column in
        lines.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
      }
      if total > widest { gap = 2 }
      guard total > widest, let label = columns.firstIndex(where: { $0.alignment == .left }),
        label < columns.count - 1
      else { return }
      let room = widths[label] - (total - widest)
      let cells = lines.map { label < $0.count ? $0[label].width : 0 }
      guard columns[label].title.count <= room, let longest = cells.filter({ $0 <= room }).max() else { return }
      widths[label] = longest
      self.label = label
    }

    var total: Int { Table.margin + widths.reduce(0, +) + gap * (widths.count - 1) }
  }
}
