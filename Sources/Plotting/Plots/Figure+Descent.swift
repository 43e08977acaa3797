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
    var contours = ContourMark(heights, x: across, y: up)
    if let first = contours.levels.first, let last = contours.levels.last, first < last {
      contours.label = "\(contours.levels.count) heights from \(Wording.number(first)) to \(Wording.number(last))"
    }
    var marks: [any Mark] = [contours]
    if !x.isEmpty {
      marks.append(LineMark(x: x, y: y, pen: Pen(.series(1), dash: .solid, weight: .bold)))
      marks.append(
        PointMark(x: Array(x.prefix(1)), y: Array(y.prefix(1)), label: "start", ink: .series(1), shape: .cross))
      marks.append(PointMark(x: Array(x.suffix(1)), y: Array(y.suffix(1)), label: "end", ink: .series(1), shape: .disc))
    }
    return Figure(title, x: Axis(axes.x), y: Axis(axes.y), marks: marks)
  }
}
