import Vocabulary

/// The inside of a panel made of characters.
///
/// What covers an area lies lowest, then lines, signs of points, words; a line takes the whole of a character that an area
/// shares with it, so that it stays to be seen.
final class TextSurface: Surface {
  let plane: Plane
  let columns: Int
  let rows: Int
  let isText = true
  /// Columns to the right of the panel in which words may stand.
  let margin: Int
  let symbols: SymbolSet

  let dotColumns: Int
  let dotRows: Int
  var ground: [TextCanvas.Cell?]
  private(set) var areas: [DotCell]
  var lines: [DotCell]
  var groups: [Group] = []
  var words: [Words] = []

  struct DotCell {
    var mask: UInt8 = 0
    var ink = Ink.foreground
  }

  struct Group {
    let shape: Shape
    let ink: Ink
    var total = 0
    var counts: [Int]
    var masks: [UInt8]
  }

  struct Words {
    let text: String
    let column: Int
    let row: Int
    let ink: Ink
  }

  init(plane: Plane, columns: Int, rows: Int, margin: Int, symbols: SymbolSet) {
    self.plane = plane
    self.columns = columns
    self.rows = rows
    self.margin = margin
    self.symbols = symbols
    (dotColumns, dotRows) = (columns * symbols.dots.across, rows * symbols.dots.down)
    ground = [TextCanvas.Cell?](repeating: nil, count: columns * rows)
    areas = [DotCell](repeating: DotCell(), count: columns * rows)
    lines = areas
  }

  func stroke(x: [Double], y: [Double], with pen: Pen) {
    for piece in Polyline.pieces(x: x, y: y, on: plane, columns: dotColumns) {
      var travelled = 0
      let dots = piece.map { (column: dot($0.x, dotColumns), row: dot(1 - $0.y, dotRows)) }
      if dots.count == 1 { light(dots[0].column, dots[0].row, pen.ink) }
      for (from, to) in zip(dots, dots.dropFirst()) {
        let steps = max(abs(to.column - from.column), abs(to.row - from.row))
        guard steps > 0 else { continue }
        for step in 0...steps {
          let fraction = Double(step) / Double(steps)
          if pen.dash.covers(travelled + step, in: symbols) {
            light(
              from.column + Int((fraction * Double(to.column - from.column)).rounded()),
              from.row + Int((fraction * Double(to.row - from.row)).rounded()), pen.ink)
          }
        }
        travelled += steps
      }
    }
  }

  func dot(_ place: Double, _ count: Int) -> Int { min(max(Int(place * Double(count)), 0), count - 1) }

  func light(_ column: Int, _ row: Int, _ ink: Ink) { set(&lines, column, row, ink) }

  private func set(_ cells: inout [DotCell], _ column: Int, _ row: Int, _ ink: Ink) {
    let (across, down) = symbols.dots
    let index = row / down * columns + column / across
    cells[index].mask |= 1 << (row % down * across + column % across)
    cells[index].ink = ink
  }

  func fill(x: [Double], from low: [Double], to high: [Double], with ink: Ink) {
    for piece in Ribbon.pieces(x: x, from: low, to: high, on: plane, columns: dotColumns) {
      for (left, right) in zip(piece, piece.dropFirst()) {
        let (from, to) = (left.x * Double(dotColumns), right.x * Double(dotColumns))
        let (first, last) = (Int((from - 0.5).rounded(.up)), Int((to - 0.5).rounded(.down)))
        guard first <= last else { continue }
        for column in max(0, first)...max(0, min(last, dotColumns - 1)) {
          let fraction = to > from ? (Double(column) + 0.5 - from) / (to - from) : 0
          cover(
            column, from: left.low + fraction * (right.low - left.low),
            to: left.high + fraction * (right.high - left.high),
            ink)
        }
      }
    }
  }

  private func cover(_ column: Int, from low: Double, to high: Double, _ ink: Ink) {
    let top = Int(((1 - high) * Double(dotRows) - 0.5).rounded(.up))
    let bottom = Int(((1 - low) * Double(dotRows) - 0.5).rounded(.down))
    guard top <= bottom else { return }
    for row in max(0, top)...max(0, min(bottom, dotRows - 1)) { set(&areas, column, row, ink) }
  }

  func shade(x: Bounds, y: Bounds, with ink: Ink) {
    let (left, right) = ordered(plane.x.clamped(x.low), plane.x.clamped(x.high))
    let (low, high) = ordered(plane.y.clamped(y.low), plane.y.clamped(y.high))
    guard left < right else { return }
    for column in dot(left, dotColumns)..<Int((right * Double(dotColumns)).rounded(.up)) {
      cover(column, from: low, to: high, ink)
    }
  }

  func ordered(_ first: Double, _ second: Double) -> (Double, Double) {
    first.isNaN || second.isNaN ? (1, 0) : (min(first, second), max(first, second))
  }
}

extension TextSurface {
  func bar(_ direction: BarMark.Direction, across side: Bounds, from foot: Double, to value: Double, with ink: Ink) {
    let (base, along) = direction == .up ? (plane.x, plane.y) : (plane.y, plane.x)
    let (start, end) = ordered(base.clamped(side.low), base.clamped(side.high))
    let (low, high) = (along.clamped(foot), along.clamped(value))
    guard start <= end, !low.isNaN, !high.isNaN, value != foot else { return }
    let places = Self.places(start, end, of: direction == .up ? columns : rows)
    let length = direction == .up ? rows : columns
    let isForward = high >= low
    let span = Self.eighths(min(low, high), max(low, high), of: length, isForward: isForward)
    for place in places {
      for cell in span.lowerBound / 8...(span.upperBound - 1) / 8 {
        let covered = min(span.upperBound, cell * 8 + 8) - max(span.lowerBound, cell * 8)
        let character =
          switch direction {
          case .up: span.lowerBound <= cell * 8 ? symbols.filledUp(covered) : symbols.filledDown(covered)
          case .right: symbols.filledRight(span.lowerBound <= cell * 8 ? covered : 8)
          }
        let index = direction == .up ? (rows - 1 - cell) * columns + place : (rows - 1 - place) * columns + cell
        if covered == 8 || ground[index]?.character != symbols.filledUp(8) {
          ground[index] = TextCanvas.Cell(character: character, role: .ink(ink))
        }
      }
    }
  }

  /// The characters from start to end, at least one.
  private static func places(_ start: Double, _ end: Double, of count: Int) -> Range<Int> {
    let first = Int((start * Double(count)).rounded())
    let last = Int((end * Double(count)).rounded())
    if first < last { return first..<last }
    let middle = min(Int((start + end) / 2 * Double(count)), count - 1)
    return middle..<middle + 1
  }

  /// The eighths of characters from low to high, at least one, at the end that the bar grows from.
  private static func eighths(_ low: Double, _ high: Double, of count: Int, isForward: Bool) -> Range<Int> {
    let whole = count * 8
    var first = Int((low * Double(whole)).rounded())
    var last = Int((high * Double(whole)).rounded())
    if first == last {
      if isForward && last < whole || first == 0 { last += 1 } else { first -= 1 }
    }
    return first..<last
  }

  func scatter(x: [Double], y: [Double], shape: Shape, size: PointSize, with ink: Ink) {
    let place = groups.firstIndex { $0.shape == shape && $0.ink == ink } ?? groups.endIndex
    if place == groups.endIndex {
      groups.append(
        Group(
          shape: shape, ink: ink, counts: [Int](repeating: 0, count: columns * rows),
          masks: [UInt8](repeating: 0, count: columns * rows)))
    }
    let (across, down) = symbols.dots
    for index in 0..<min(x.count, y.count) {
      let (right, up) = (plane.x(x[index]), plane.y(y[index]))
      guard (0...1).contains(right), (0...1).contains(up) else { continue }
      let (column, row) = (dot(right, dotColumns), dot(1 - up, dotRows))
      let cell = row / down * columns + column / across
      groups[place].total += 1
      groups[place].counts[cell] += 1
      groups[place].masks[cell] |= 1 << (row % down * across + column % across)
    }
  }

  func raster(_ matrix: Matrix, levels: [Int?], x: Bounds, y: Bounds, palette: HeatPalette, isPale: Bool) {
    guard !matrix.elements.isEmpty else { return }
    let (left, right, low, high) = (plane.x(x.low), plane.x(x.high), plane.y(y.low), plane.y(y.high))
    for row in 0..<rows {
      let up = (1 - (Double(row) + 0.5) / Double(rows) - low) / (high - low)
      for column in 0..<columns {
        let across = ((Double(column) + 0.5) / Double(columns) - left) / (right - left)
        guard up >= 0, up < 1, across >= 0, across < 1 else { continue }
        let place = Int(up * Double(matrix.rows)) * matrix.columns + Int(across * Double(matrix.columns))
        ground[row * columns + column] =
          levels[place].map {
            TextCanvas.Cell(character: symbols.heat(palette, $0), role: .heat(palette, $0))
          } ?? TextCanvas.Cell(character: "?", role: .ink(.warning))
      }
    }
  }

  func write(_ text: String, x: Double, y: Double, _ alignment: TextAlignment, with ink: Ink) {
    let (right, up) = (plane.x.clamped(x), plane.y.clamped(y))
    guard !right.isNaN, !up.isNaN else { return }
    let text = TextPanel.printable(text, symbols)
    let (place, length) = (Int((right * Double(columns) - 1e-9).rounded(.up)), text.count)
    let column =
      switch alignment {
      case .leading: place + 1
      case .centered, .above: min(Int(right * Double(columns)), columns - 1) - length / 2
      case .trailing: place - length - 1
      }
    let row = dot(1 - up, rows) - (alignment == .above ? 1 : 0)
    words.append(
      Words(text: text, column: max(0, min(column, columns + margin - length)), row: max(0, row), ink: ink))
  }

  func writeInTheMiddle(_ text: String) {
    words.append(Words(text: text, column: max(0, (columns - text.count) / 2), row: rows / 2, ink: .guide))
  }

  /// Puts everything on the canvas, its upper left corner at a place.
  func draw(on canvas: inout TextCanvas, column: Int, row: Int) {
    let isCrowded = groups.count == 1 && groups[0].total > columns * rows / 4 && symbols != .ascii
    for index in 0..<columns * rows {
      guard var cell = cell(index) else { continue }
      if let group = isCrowded ? groups.first : nil, group.counts[index] > 0 {
        cell = TextCanvas.Cell(character: symbols.character(group.masks[index], group.ink), role: .ink(group.ink))
      } else if let group = greatestGroup(index) {
        cell = TextCanvas.Cell(character: symbols.sign(group.shape, isLarge: group.total <= 40), role: .ink(group.ink))
      }
      canvas[column + index % columns, row + index / columns] = cell
    }
    for word in words {
      canvas.write(word.text, column: column + word.column, row: row + word.row, role: .ink(word.ink))
    }
  }

  /// The group with the most points in a character, the first of several.
  private func greatestGroup(_ index: Int) -> Group? {
    var greatest: Group?
    for group in groups where group.counts[index] > (greatest?.counts[index] ?? 0) { greatest = group }
    return greatest
  }

  /// What is under the points.
  private func cell(_ index: Int) -> TextCanvas.Cell? {
    if lines[index].mask != 0 {
      return TextCanvas.Cell(
        character: symbols.character(lines[index].mask, lines[index].ink), role: .ink(lines[index].ink))
    }
    if let cell = symbols.area(areas[index].mask, areas[index].ink) { return cell }
    return ground[index] ?? TextCanvas.Cell()
  }
}
