/// Draws frames below one another, each in the place of the one before, and writes only what differs.
struct Screen {
  private var shown: [Frame.Row] = []
  /// Where the terminal's cursor is among the rows shown.
  private var place = Frame.Place()
  /// After a full row terminals differ in where the cursor is.
  private var isAtMargin = false
  private var output = ""
  /// The window's width when the rows were drawn.
  private var columns = Terminal.columns
  private let usesColor: Bool

  init(usesColor: Bool) { self.usesColor = usesColor }

  /// Puts a frame in the last one's place.
  mutating func draw(_ frame: Frame) {
    adapt()
    let (rows, cursor) = frame.visible(height: Terminal.rows)
    update(to: rows)
    move(to: cursor)
    flush()
  }

  /// Puts a frame in the last one's place, all of its rows, and goes on below it; the next frame starts there.
  ///
  /// All is written anew, since only a row that is written in one go with the next is broken by the terminal itself.
  mutating func finish(_ frame: Frame) {
    adapt()
    var frame = frame
    frame.closeFullRow()
    let isBroken = frame.rows.contains(where: \.continues)
    if isBroken || frame.rows.count > Terminal.rows { erase() }
    let height = Terminal.rows
    if frame.rows.count > height {
      for row in frame.rows.dropLast(height) {
        write(row.cells)
        if !row.continues { output += "\r\n" }
      }
      forget()
    }
    update(to: Array(frame.rows.suffix(height)))
    move(to: Frame.Place(row: shown.count - 1, column: 0))
    output += "\r\n"
    forget()
    flush()
  }

  /// The next frame starts at the cursor, whatever has been there.
  mutating func forget() {
    shown = []
    place = Frame.Place()
    isAtMargin = false
  }

  /// Takes the frame away; the next starts where it was.
  mutating func clear() {
    erase()
    flush()
  }

  /// An empty window.
  mutating func clearWindow() {
    output += "\u{1B}[H\u{1B}[2J"
    forget()
    flush()
  }

  // MARK: Writing

  /// Takes the rows away once the window has another width. Most terminals have broken those that were too long.
  private mutating func adapt() {
    let columns = max(2, Terminal.columns)
    guard columns != self.columns else { return }
    self.columns = columns
    let above = shown.prefix(place.row).map { row in
      max(1, (row.width + columns - 1) / columns)
    }
    place.row = above.reduce(0, +) + place.column / columns
    erase()
  }

  private mutating func erase() {
    move(to: Frame.Place(), isForced: true)
    output += "\u{1B}[J"
    forget()
  }

  private mutating func update(to rows: [Frame.Row]) {
    for (index, row) in rows.enumerated() {
      let old = index < shown.count ? shown[index] : nil
      guard let old else {
        if index > 0 { startRow(index) }
        write(row.cells)
        shown.append(row)
        continue
      }
      if old.cells != row.cells {
        let same = zip(old.cells, row.cells).prefix { $0 == $1 }.count
        let start = row.cells[..<same].reduce(0) { $0 + $1.width }
        move(to: Frame.Place(row: index, column: start))
        write(Array(row.cells[same...]))
        if old.width > row.width { output += "\u{1B}[K" }
      }
      shown[index] = row
    }
    if shown.count > rows.count {
      move(to: Frame.Place(row: rows.count, column: 0))
      output += "\u{1B}[J"
      shown.removeLast(shown.count - rows.count)
    }
  }

  /// Goes to a row that is not there yet; by itself the terminal goes there from the end of a row that continues.
  private mutating func startRow(_ index: Int) {
    let above = shown[index - 1]
    if above.continues, place == Frame.Place(row: index - 1, column: above.width) {
      place = Frame.Place(row: index, column: 0)
      isAtMargin = false
      // Only a character makes it go: a space, which is not seen and soon written over.
      output += String(repeating: " ", count: max(0, columns - above.width) + 1) + "\r"
      return
    }
    move(to: Frame.Place(row: index - 1, column: 0))
    output += "\r\n"
    place = Frame.Place(row: index, column: 0)
  }

  private mutating func write(_ cells: [Cell]) {
    var style = Style.plain
    for cell in cells {
      if usesColor, cell.style != style {
        if style != .plain { output += Style.off }
        if cell.style != .plain { output += cell.style.on }
        style = cell.style
      }
      output += cell.text
      place.column += cell.width
    }
    if style != .plain { output += Style.off }
    isAtMargin = place.column >= columns
  }

  private mutating func move(to target: Frame.Place, isForced: Bool = false) {
    if target == place, !isAtMargin, !isForced { return }
    let rows = target.row - place.row
    if rows != 0 || target.column < place.column || isAtMargin || isForced { output += "\r" }
    let start = rows != 0 || target.column < place.column || isAtMargin || isForced ? 0 : place.column
    if rows < 0 { output += "\u{1B}[\(-rows)A" }
    if rows > 0 { output += "\u{1B}[\(rows)B" }
    if target.column > start { output += "\u{1B}[\(target.column - start)C" }
    place = target
    isAtMargin = false
  }

  private mutating func flush() {
    if !output.isEmpty { Terminal.write(output, isExact: true) }
    output = ""
  }
}
