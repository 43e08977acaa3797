/// What a terminal's window shows after all that was written to it: enough of a VT100 for what the prompt writes.
struct Window {
  private(set) var rows: [[Character]] = [[]]
  private(set) var row = 0
  private(set) var column = 0
  private var columns: Int
  private var height: Int
  /// The first row that is in the window; those above have scrolled away.
  private var top = 0
  private var escape = ""
  /// Modes that were switched on and not off, such as `?2004`.
  private(set) var modes: Set<String> = []

  private static let half: Character = "\u{0}"

  init(columns: Int, height: Int) {
    self.columns = columns
    self.height = height
  }

  /// All rows, those that have scrolled away too, without blanks at their ends and without empty rows after the last.
  var text: String {
    var lines = rows.map { row in String(row.filter { $0 != Self.half }.reversed().drop { $0 == " " }.reversed()) }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// As terminals do that break rows which have become too long.
  mutating func resize(columns: Int) {
    var broken: [[Character]] = []
    var (newRow, newColumn) = (0, 0)
    for (index, line) in rows.enumerated() {
      let pieces = max(1, (line.count + columns - 1) / columns)
      if index == row { (newRow, newColumn) = (broken.count + column / columns, column % columns) }
      for piece in 0..<pieces { broken.append(Array(line.dropFirst(piece * columns).prefix(columns))) }
    }
    (rows, row, column) = (broken, newRow, newColumn)
    self.columns = columns
    while rows.count <= row { rows.append([]) }
    top = max(0, row - height + 1)
  }

  /// How a text is broken into rows.
  static func rows(of text: String, columns: Int) -> [String] {
    var window = Window(columns: columns, height: 1000)
    window.write(text)
    return window.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  mutating func write(_ text: String) {
    for scalar in text.unicodeScalars { write(scalar) }
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    if !escape.isEmpty {
      escape.unicodeScalars.append(scalar)
      if escape.unicodeScalars.count > 2, scalar.properties.isAlphabetic { obey() }
      return
    }
    switch scalar {
    case "\u{1B}": escape = "\u{1B}"
    case "\r": column = 0
    case "\n": down()
    case "\u{07}": break
    case _ where scalar.properties.generalCategory == .nonspacingMark:
      guard column > 0 else { return }
      rows[row][column - 1].append(scalar)
    default: put(Character(scalar))
    }
  }

  private mutating func put(_ character: Character) {
    if column >= columns {
      column = 0
      down()
    }
    while rows[row].count <= column { rows[row].append(" ") }
    rows[row][column] = character
    column += 1
    if character >= "\u{2E80}", column < columns {
      // The second half of a wide character.
      if rows[row].count <= column { rows[row].append(Self.half) } else { rows[row][column] = Self.half }
      column += 1
    }
  }

  private mutating func down() {
    row += 1
    if row >= rows.count { rows.append([]) }
    top = max(top, row - height + 1)
  }

  private mutating func obey() {
    let body = escape.dropFirst(2).dropLast()
    let count = max(1, Int(body) ?? 1)
    switch escape.last {
    case "A": row = max(top, row - count)
    case "B": for _ in 0..<count where row < top + height - 1 && row + 1 < rows.count { row += 1 }
    case "C": column = min(columns - 1, column + count)
    case "K": if column < rows[row].count { rows[row].removeSubrange(column...) }
    case "J":
      if body == "2" {
        top = rows.count
        rows.append([])
        (row, column) = (top, 0)
      } else {
        if column < rows[row].count { rows[row].removeSubrange(column...) }
        rows.removeSubrange((row + 1)...)
      }
    case "H": (row, column) = (top, 0)
    case "h": modes.insert(String(body))
    case "l": modes.remove(String(body))
    default: break
    }
    escape = ""
  }
}

extension Character {
  fileprivate mutating func append(_ mark: Unicode.Scalar) {
    var text = String(self)
    text.unicodeScalars.append(mark)
    self = Character(text)
  }
}
