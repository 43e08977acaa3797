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

/// Escape sequences for what characters of a figure mean: Okabe and Ito's colours, as near as 256 come, which are told apart
/// on light and dark ground.
private enum TerminalColours {
  static let reset = "\u{1B}[0m"

  static func sequence(_ role: TextCanvas.Role) -> String? {
    switch role {
    case .plain: nil
    case .title: "\u{1B}[1m"
    case .axis: foreground(245)
    case .ink(let ink): ink == .foreground ? nil : foreground(colour(ink))
    case .heat(let palette, let level): foreground(colour(palette, level))
    }
  }

  private static func foreground(_ colour: Int) -> String { "\u{1B}[38;5;\(colour)m" }

  private static let series = [32, 172, 36, 168, 74, 136, 97]

  private static func colour(_ ink: Ink) -> Int {
    switch ink {
    case .series(let number): series[number.magnitudeModulo(series.count)]
    case .positive: 166
    case .negative: 32
    case .warning: 166
    case .guide, .foreground: 245
    }
  }

  private static func colour(_ palette: HeatPalette, _ level: Int) -> Int {
    switch palette {
    case .classes: series[level.magnitudeModulo(series.count)]
    case .diverging: level < HeatPalette.steps / 2 ? 32 : 166
    case .sequential: 32
    case .heights: 245
    }
  }
}
