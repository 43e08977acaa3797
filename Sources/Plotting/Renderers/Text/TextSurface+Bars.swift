import Vocabulary

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
}
