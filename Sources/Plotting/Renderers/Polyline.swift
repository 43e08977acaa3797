/// A place in a panel: from 0 at the left and bottom to 1.
struct UnitPoint: Equatable {
  var x: Double
  var y: Double
}

/// The pieces of a line that are to be drawn: without gaps, cut at the panel's rim, and of no more points than can be seen.
///
/// Of the points over one column that follow each other the first, lowest, highest and last are kept, so that a spike stays
/// as high as it is.
enum Polyline {
  /// More points than this are not drawn; a line that runs to and fro so often is a blot anyway.
  private static let most = 20_000

  static func pieces(x: [Double], y: [Double], on plane: Plane, columns: Int) -> [[UnitPoint]] {
    var thinner = Thinner(columns: Double(columns))
    for index in 0..<min(x.count, y.count) {
      let point = UnitPoint(x: bounded(plane.x(x[index])), y: bounded(plane.y(y[index])))
      if point.x.isNaN || point.y.isNaN { thinner.breakOff() } else { thinner.add(point) }
    }
    return clipped(capped(thinner.finished()))
  }

  private static func bounded(_ place: Double) -> Double { place.isNaN ? place : min(max(place, -1e6), 1e6) }

  private struct Thinner {
    let columns: Double
    var pieces: [[UnitPoint]] = []
    var piece: [UnitPoint] = []
    var column = Double.nan
    var first = UnitPoint(x: 0, y: 0)
    var last = UnitPoint(x: 0, y: 0)
    var low = UnitPoint(x: 0, y: 0)
    var high = UnitPoint(x: 0, y: 0)
    /// Whether the low point came before the high one.
    var isRising = true

    init(columns: Double) { self.columns = columns }

    mutating func add(_ point: UnitPoint) {
      let next = (point.x * columns).rounded(.down)
      if next == column {
        if point.y < low.y { (low, isRising) = (point, false) }
        if point.y > high.y { (high, isRising) = (point, true) }
        last = point
      } else {
        flush()
        column = next
        (first, last, low, high, isRising) = (point, point, point, point, true)
      }
    }

    private mutating func flush() {
      guard !column.isNaN else { return }
      for point in [first, isRising ? low : high, isRising ? high : low, last] where piece.last != point {
        piece.append(point)
      }
    }

    mutating func breakOff() {
      flush()
      column = .nan
      if !piece.isEmpty { pieces.append(piece) }
      piece = []
    }

    mutating func finished() -> [[UnitPoint]] {
      breakOff()
      return pieces
    }
  }

  private static func capped(_ pieces: [[UnitPoint]]) -> [[UnitPoint]] {
    let count = pieces.reduce(0) { $0 + $1.count }
    guard count > most else { return pieces }
    let step = (count + most - 1) / most
    let shorter = pieces.map { piece in
      stride(from: 0, to: piece.count, by: step).map { piece[$0] } + piece.suffix((piece.count - 1) % step == 0 ? 0 : 1)
    }
    guard shorter.count > most else { return shorter }
    return stride(from: 0, to: shorter.count, by: (shorter.count + most - 1) / most).map { shorter[$0] }
  }

  /// Cuts off what lies outside of the panel.
  private static func clipped(_ pieces: [[UnitPoint]]) -> [[UnitPoint]] {
    var result: [[UnitPoint]] = []
    for piece in pieces {
      if piece.allSatisfy(isInside) {
        result.append(piece)
        continue
      }
      var current: [UnitPoint] = []
      for (from, to) in zip(piece, piece.dropFirst()) {
        guard let (start, end) = clipped(from, to) else { continue }
        if current.last != start {
          if current.count > 1 { result.append(current) }
          current = [start]
        }
        current.append(end)
      }
      if current.count > 1 { result.append(current) }
    }
    return result
  }

  private static func isInside(_ point: UnitPoint) -> Bool {
    (0...1).contains(point.x) && (0...1).contains(point.y)
  }

  /// The part of a segment within the unit square (Liang and Barsky 1984).
  private static func clipped(_ from: UnitPoint, _ to: UnitPoint) -> (UnitPoint, UnitPoint)? {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    var (enter, leave) = (0.0, 1.0)
    for (slope, room) in [(-dx, from.x), (dx, 1 - from.x), (-dy, from.y), (dy, 1 - from.y)] {
      if slope == 0 {
        if room < 0 { return nil }
      } else if slope < 0 {
        enter = max(enter, room / slope)
      } else {
        leave = min(leave, room / slope)
      }
    }
    guard enter <= leave else { return nil }
    let start = enter == 0 ? from : UnitPoint(x: from.x + enter * dx, y: from.y + enter * dy)
    let end = leave == 1 ? to : UnitPoint(x: from.x + leave * dx, y: from.y + leave * dy)
    return (start, end)
  }
}

/// The area between two curves, column by column, no finer than can be seen.
enum Ribbon {
  struct Slice: Equatable {
    /// From 0 at the left of the panel to 1.
    let x: Double
    let low: Double
    let high: Double
  }

  /// Runs of slices without a gap; within a column the area reaches from the least to the greatest.
  static func pieces(x: [Double], from low: [Double], to high: [Double], on plane: Plane, columns: Int) -> [[Slice]] {
    var pieces: [[Slice]] = []
    var piece: [Slice] = []
    for index in 0..<min(x.count, low.count, high.count) {
      let place = plane.x(x[index])
      let (first, second) = (plane.y.clamped(low[index]), plane.y.clamped(high[index]))
      guard place >= -1e-9, place <= 1 + 1e-9, !first.isNaN, !second.isNaN else {
        if !piece.isEmpty { pieces.append(piece) }
        piece = []
        continue
      }
      let slice = Slice(x: min(max(place, 0), 1), low: min(first, second), high: max(first, second))
      if piece.count > 1, let last = piece.last, same(last.x, slice.x, columns) {
        piece[piece.count - 1] = Slice(x: last.x, low: min(last.low, slice.low), high: max(last.high, slice.high))
      } else {
        piece.append(slice)
      }
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }

  private static func same(_ first: Double, _ second: Double, _ columns: Int) -> Bool {
    (first * Double(columns) * 2).rounded(.down) == (second * Double(columns) * 2).rounded(.down)
  }
}
