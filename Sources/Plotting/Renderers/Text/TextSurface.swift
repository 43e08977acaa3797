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
