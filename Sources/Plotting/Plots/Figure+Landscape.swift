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
}
