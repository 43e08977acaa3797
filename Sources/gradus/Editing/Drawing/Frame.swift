/// What the screen shows of an edited text: rows of cells, and where the cursor stands.
struct Frame: Equatable {
  struct Place: Equatable {
    var row = 0
    var column = 0
  }

  private(set) var rows: [[Cell]] = [[]]
  private(set) var cursor = Place()
  private let columns: Int
  private var column = 0

  /// An empty frame for a window so wide.
  init(columns: Int) { self.columns = max(2, columns) }

  /// The text after its prompts: `> ` before the first line, `| ` before the others; the cursor before a character.
  init(
    _ text: [Unicode.Scalar], styles: [Style], cursor place: Int, columns: Int, prompt: String = "> "
  ) {
    self.init(columns: columns)
    add(Cell.cells(prompt, style: .prompt))
    for (index, scalar) in text.enumerated() {
      if index == place { markCursor() }
      if scalar == "\n" {
        startRow()
        add(Cell.cells("| ", style: .faint))
      } else {
        add(scalar, style: index < styles.count ? styles[index] : .plain)
      }
    }
    if place >= text.count { markCursor() }
  }

  mutating func startRow() {
    rows.append([])
    column = 0
  }

  mutating func add(_ cells: [Cell]) {
    for cell in cells {
      if column + cell.width > columns { startRow() }
      rows[rows.count - 1].append(cell)
      column += cell.width
    }
  }

  /// The cursor stands after what has been added; on a row of its own where that row is full.
  mutating func markCursor() {
    if column >= columns { startRow() }
    cursor = Place(row: rows.count - 1, column: column)
  }

  private mutating func add(_ scalar: Unicode.Scalar, style: Style) {
    let cells = Cell.cells(for: scalar, style: style)
    if cells.isEmpty, let last = rows[rows.count - 1].indices.last {
      rows[rows.count - 1][last].text.unicodeScalars.append(scalar)
    } else {
      add(cells)
    }
  }

  /// The rows of a window so high, the cursor's among them.
  func visible(height: Int) -> (rows: [[Cell]], cursor: Place) {
    let height = max(1, height)
    guard rows.count > height else { return (rows, cursor) }
    let top = min(max(0, cursor.row - height + 1), rows.count - height)
    return (Array(rows[top..<top + height]), Place(row: cursor.row - top, column: cursor.column))
  }
}
