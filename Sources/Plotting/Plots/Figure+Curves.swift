extension Figure {
  /// Lines over one axis; where a few numbers lie far beyond all others, the axis ends before them and a note says so.
  public static func curves(
    _ curves: [Curve], x: Axis = Axis(), y: Axis = Axis(), isFilled: Bool = false, focuses: Bool = false
  ) -> Figure {
    var y = y
    let focus = focuses && y.domain == nil && y.scale == .linear ? Focus(on: curves.flatMap(\.y)) : nil
    if let focus { y.domain = focus.domain }
    let title = curves.count == 1 ? curves[0].label : nil
    var marks: [any Mark] = []
    if isFilled, curves.count == 1 { marks.append(AreaMark(x: curves[0].x, under: curves[0].y)) }
    for (number, curve) in curves.enumerated() {
      marks.append(
        LineMark(x: curve.x, y: curve.y, label: curves.count > 1 ? curve.label : nil, pen: Pen(.series(number))))
    }
    return Figure(title, x: x, y: y, marks: marks, notes: focus.map { [$0.note] } ?? [])
  }
}
