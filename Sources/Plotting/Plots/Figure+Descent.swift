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
    var marks: [any Mark] = [ContourMark(heights, x: across, y: up)]
    var notes: [String] = []
    if !x.isEmpty {
      marks.append(LineMark(x: x, y: y, pen: Pen(.series(1), dash: .solid)))
      marks.append(
        PointMark(x: Array(x.prefix(1)), y: Array(y.prefix(1)), label: "start", ink: .series(1), shape: .cross))
      marks.append(PointMark(x: Array(x.suffix(1)), y: Array(y.suffix(1)), label: "end", ink: .series(1), shape: .disc))
    } else if let bounds = Wording.bounds(heights.elements), let place = heights.elements.firstIndex(of: bounds.low) {
      let (row, column) = place.quotientAndRemainder(dividingBy: heights.columns)
      let lowest = (
        x: across.low + (across.high - across.low) * Double(column) / Double(max(1, heights.columns - 1)),
        y: up.low + (up.high - up.low) * Double(row) / Double(max(1, heights.rows - 1))
      )
      marks.append(PointMark(x: [lowest.x], y: [lowest.y], label: "lowest", ink: .series(1), shape: .plus))
      notes.append(
        "lowest of \(heights.elements.count) places: \(Wording.number(bounds.low)) at \(axes.x) = "
          + "\(Wording.number(lowest.x)), \(axes.y) = \(Wording.number(lowest.y))")
    }
    return Figure(title, x: Axis(axes.x), y: Axis(axes.y), marks: marks, notes: notes)
  }
}
