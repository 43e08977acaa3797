import Vocabulary
import Workbench

/// What the screen shows of an edited text: rows of cells, and where the cursor stands.
struct Frame: Equatable {
  struct Place: Equatable {
    var row = 0
    var column = 0
  }

  struct Row: Equatable {
    var cells: [Cell] = []
    /// Whether the window was too narrow, so that the line goes on in the next row. The terminal is left to break such a
    /// row itself: then copying it gives one line.
    var continues = false

    var width: Int { cells.reduce(0) { $0 + $1.width } }
  }

  private(set) var rows = [Row()]
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
    let spelling = Terminal.speaksUTF8 ? nil : ASCIISpelling(text)
    for (index, scalar) in text.enumerated() {
      if index == place { markCursor() }
      if scalar == "\n" {
        startRow()
        add(Cell.cells("| ", style: .faint))
      } else {
        let style = index < styles.count ? styles[index] : .plain
        add(spelling?.cells(at: index, style: style) ?? Cell.cells(for: scalar, style: style))
      }
    }
    if place >= text.count { markCursor() }
  }

  mutating func startRow() {
    rows.append(Row())
    column = 0
  }

  /// Cells side by side; none stands for a mark that joins the character before.
  mutating func add(_ cells: [Cell]) {
    for cell in cells {
      if cell.width == 0 {
        if let last = rows[rows.count - 1].cells.indices.last { rows[rows.count - 1].cells[last].text += cell.text }
        continue
      }
      if column + cell.width > columns { breakRow() }
      rows[rows.count - 1].cells.append(cell)
      column += cell.width
    }
  }

  /// The cursor stands after what has been added; on a row of its own where that row is full.
  mutating func markCursor() {
    if column >= columns { breakRow() }
    cursor = Place(row: rows.count - 1, column: column)
  }

  /// Leaves an empty row after a last one that is full, or one column short of it, as one is that ended in a space. So
  /// whoever pastes what the window showed can tell that the row does not go on in the next.
  mutating func closeFullRow() {
    if let last = rows.last, last.width >= columns - 1 { startRow() }
  }

  private mutating func breakRow() {
    rows[rows.count - 1].continues = true
    startRow()
  }

  /// The rows of a window so high, the cursor's among them.
  func visible(height: Int) -> (rows: [Row], cursor: Place) {
    let height = max(1, height)
    guard rows.count > height else { return (rows, cursor) }
    let top = min(max(0, cursor.row - height + 1), rows.count - height)
    return (Array(rows[top..<top + height]), Place(row: cursor.row - top, column: cursor.column))
  }
}

/// A character on the screen with the marks that belong to it.
struct Cell: Equatable {
  var text: String
  /// Columns: 1, or 2 for a wide character, 0 for a mark that joins the character before.
  var width: Int
  var style: Style

  /// What a character of the line looks like: a cell, several where it is shown as a control character or in ASCII.
  static func cells(for scalar: Unicode.Scalar, style: Style) -> [Cell] {
    switch scalar.value {
    case 0x20..<0x7F: return [Cell(text: String(Character(scalar)), width: 1, style: style)]
    case 0..<0x20, 0x7F:
      let letter = Unicode.Scalar(scalar.value ^ 0x40) ?? "?"
      return ["^", letter].map { Cell(text: String(Character($0)), width: 1, style: .faint) }
    default: break
    }
    if !Terminal.speaksUTF8 { return cells(ascii: Symbols.ascii(String(Character(scalar))), style: style) }
    if scalar.visible != scalar || scalar.properties.generalCategory == .unassigned {
      return [Cell(text: "\u{FFFD}", width: 1, style: .faint)]
    }
    return [Cell(text: String(Character(scalar)), width: scalar.columns, style: style)]
  }

  static func cells(_ text: String, style: Style) -> [Cell] {
    text.unicodeScalars.flatMap { cells(for: $0, style: style) }
  }

  static func cells(ascii text: String, style: Style) -> [Cell] {
    text.map { Cell(text: String($0), width: 1, style: style) }
  }
}
