/// Characters in rows and columns, each with what it is there for.
public struct TextCanvas: Sendable, Equatable {
  public enum Role: Sendable, Hashable {
    case plain
    case title
    case axis
    case ink(Ink)
    /// A step of a heat map.
    case heat(HeatPalette, Int)
  }

  public struct Cell: Sendable, Equatable {
    public var character: Character = " "
    public var role: Role = .plain
  }

  public let width: Int
  public let height: Int
  public private(set) var cells: [Cell]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    cells = [Cell](repeating: Cell(), count: width * height)
  }

  /// Rows are counted from the top. What lies outside is not drawn.
  subscript(column: Int, row: Int) -> Cell {
    get { cells[row * width + column] }
    set {
      guard (0..<width).contains(column), (0..<height).contains(row) else { return }
      cells[row * width + column] = newValue
    }
  }

  /// Writes from a column to the right, as far as there is room.
  mutating func write(_ text: String, column: Int, row: Int, role: Role = .plain) {
    for (offset, character) in text.enumerated() {
      self[column + offset, row] = Cell(character: character, role: role)
    }
  }

  /// The lines without trailing spaces.
  public var text: String { lines { _, cells in String(cells.map(\.character)) } }

  /// The lines with the colours of a terminal that has 256 of them.
  public var coloured: String {
    lines { _, cells in
      var line = ""
      var current: String?
      for cell in cells {
        let colour = cell.character == " " ? current : TerminalColours.sequence(cell.role)
        if colour != current {
          line += current == nil ? "" : TerminalColours.reset
          line += colour ?? ""
          current = colour
        }
        line.append(cell.character)
      }
      return line + (current == nil ? "" : TerminalColours.reset)
    }
  }

  private func lines(_ line: (Int, ArraySlice<Cell>) -> String) -> String {
    (0..<height).map { row in
      let cells = self.cells[row * width..<(row + 1) * width]
      let end = cells.lastIndex { $0.character != " " } ?? cells.startIndex - 1
      return line(row, cells[..<(end + 1)])
    }.joined(separator: "\n")
  }
}
