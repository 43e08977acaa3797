/// Rows and columns, indented by two, the columns three apart.
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

  public let columns: [Column]
  public private(set) var rows: [[Display]] = []

  public init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row; cells that are missing at its end stay empty.
  public mutating func add(_ cells: [Display]) { rows.append(cells) }

  /// The lines of the table, the last one without a line end.
  public func printed(in style: NumberStyle) -> Printed {
    let titles = columns.map { Display($0.title).printed(in: style) }
    let body = rows.map { $0.map { $0.printed(in: style) } }
    let lines = titles.allSatisfy { $0.text.isEmpty } ? body : [titles] + body
    let widths = columns.indices.map { column in
      lines.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
    }
    var result = Printed()
    for (number, line) in lines.enumerated() {
      if number > 0 { result.append("\n") }
      var pending = 2
      for (column, cell) in line.enumerated() {
        let padding = widths[column] - cell.width
        if columns[column].alignment == .right { pending += padding }
        if !cell.text.isEmpty {
          result.append(String(repeating: " ", count: pending))
          result.append(cell)
          pending = 0
        } else {
          pending += cell.width
        }
        if columns[column].alignment == .left { pending += padding }
        pending += 3
      }
    }
    return result
  }
}
