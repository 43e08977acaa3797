import Vocabulary

extension Figure {
  /// What a network answers over a stretch of the plane, with points over it.
  ///
  /// The matrix has the classes that it decides for, or with `isClass` false the quantities that it puts out; a row for each
  /// place up, from below.
  public static func regions(
    _ answers: Matrix, x: Axis, y: Axis, across: Bounds, up: Bounds, isClass: Bool, points: [PointGroup],
    isEven: Bool = true
  ) -> Figure {
    var (x, y) = (x, y)
    x.domain = across.low < across.high ? across.low...across.high : nil
    y.domain = up.low < up.high ? up.low...up.high : nil
    let map = HeatMark(
      answers, x: across, y: up, palette: isClass ? .classes : .sequential, label: isClass ? nil : "output",
      isPale: !points.isEmpty)
    return Figure(panels: [Panel(x: x, y: y, isEven: isEven, marks: [map] + PointMark.marks(of: points))])
  }
}
