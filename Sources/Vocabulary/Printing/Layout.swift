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
    let spacing = Spacing(lines, columns)
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

  /// How wide the columns are and how far apart.
  private struct Spacing {
    var gap = 3
    var widths: [Int]
    /// The column of the row labels, the first with words, where the longest of them stand on lines of their own.
    var label: Int?

    init(_ lines: [[Printed]], _ columns: [Column]) {
      widths = columns.indices.map { column in
        lines.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
      }
      if total > Table.widest { gap = 2 }
      guard total > Table.widest, let label = columns.firstIndex(where: { $0.alignment == .left }),
        label < columns.count - 1
      else { return }
      let room = widths[label] - (total - Table.widest)
      let cells = lines.map { label < $0.count ? $0[label].width : 0 }
      guard columns[label].title.count <= room, let widest = cells.filter({ $0 <= room }).max() else { return }
      widths[label] = widest
      self.label = label
    }

    private var total: Int { Table.margin + widths.reduce(0, +) + gap * (widths.count - 1) }
  }
}
