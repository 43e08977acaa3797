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
