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
