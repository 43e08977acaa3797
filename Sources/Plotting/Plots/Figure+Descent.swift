import Vocabulary

extension Figure {
  /// A walk down a curve: the function, and over it the points that were reached, joined in their order.
  public static func descent(_ curve: Curve, x: [Double], y: [Double], axis: String) -> Figure {
    Figure(
      curve.label, x: Axis(axis),
      marks: [
        LineMark(x: curve.x, y: curve.y, pen: Pen(.series(0))),
        LineMark(x: x, y: y, pen: Pen(.series(1), dash: .solid, weight: .thin)),
        PointMark(x: x, y: y, label: "steps", ink: .series(1), shape: .disc),
      ])
  }

  /// A walk over two variables: the function's contours, and the points that were reached; contours alone without points.
  ///
  /// The matrix has the function's values, a row for each place up.
  public static func descent(
    over heights: Matrix, across: Bounds, up: Bounds, x: [Double], y: [Double], axes: (x: String, y: String),
    title: String? = nil
  ) -> Figure {
    let levels = levels(of: heights)
    let label = levels.count < 2 ? nil : "\(levels.count) heights from \(Wording.number(levels[0])) to "
      + Wording.number(levels[levels.count - 1])
    var marks: [any Mark] = [ContourMark(heights, x: across, y: up, levels: levels, label: label)]
    if !x.isEmpty {
      marks.append(LineMark(x: x, y: y, pen: Pen(.series(1), dash: .solid, weight: .bold)))
      marks.append(PointMark(x: Array(x.prefix(1)), y: Array(y.prefix(1)), label: "start", ink: .series(1), shape: .cross))
      marks.append(PointMark(x: Array(x.suffix(1)), y: Array(y.suffix(1)), label: "end", ink: .series(1), shape: .disc))
    }
    return Figure(title, x: Axis(axes.x), y: Axis(axes.y), marks: marks)
  }

  /// Heights of contours, closest to each other where the function is lowest: at squares of equal shares of the places.
  private static func levels(of heights: Matrix) -> [Double] {
    let sorted = heights.elements.filter(\.isFinite).sorted()
    guard !sorted.isEmpty else { return [] }
    let count = 10
    return (0..<count).map { level in
      let share = (Double(level) + 0.5) / Double(count)
      return sorted[min(Int(share * share * Double(sorted.count)), sorted.count - 1)]
    }.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
