import Vocabulary

extension Figure {
  /// A loss over two directions as a map with its contours; 0 is where the weights stand.
  public static func landscape(_ losses: Matrix, positions: [Double]) -> Figure {
    guard let first = positions.first, let last = positions.last, positions.count > 1 else {
      return Figure(marks: [])
    }
    let half = (last - first) / Double(positions.count - 1) / 2
    let bounds = Bounds(first - half, last + half)
    let map = HeatMark(losses, x: bounds, y: bounds, label: "loss")
    return Figure(
      panels: [
        Panel(
          x: Axis("first direction"), y: Axis("second direction"), isEven: true,
          marks: [map, PointMark(x: [0], y: [0], label: "the weights", ink: .warning, shape: .diamond)])
      ])
  }

  /// A loss along one direction; 0 is where the weights stand.
  public static func landscape(_ losses: [Double], positions: [Double]) -> Figure {
    Figure(
      x: Axis("step"), y: Axis("loss"),
      marks: [
        LineMark(x: positions, y: losses), RuleMark(.x(0), label: "the weights"),
      ])
  }

  /// What a network answers over a stretch of the plane, with points over it.
  ///
  /// The matrix has the numbers of the classes that it decides for, which are named, or without names the quantities that
  /// it puts out; a row for each place up, from below.
  public static func regions(
    _ answers: Matrix, x: Axis, y: Axis, across: Bounds, up: Bounds, classes: [String]?, points: [PointGroup],
    isEven: Bool = true
  ) -> Figure {
    var (x, y) = (x, y)
    x.domain = across.low < across.high ? across.low...across.high : nil
    y.domain = up.low < up.high ? up.low...up.high : nil
    let map = HeatMark(
      answers, x: across, y: up, palette: classes == nil ? .sequential : .classes,
      label: classes == nil ? "output" : nil,
      names: classes ?? [], isPale: !points.isEmpty)
    return Figure(panels: [Panel(x: x, y: y, isEven: isEven, marks: [map] + PointMark.marks(of: points))])
  }
}
