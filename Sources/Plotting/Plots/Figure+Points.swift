extension Figure {
  /// Points, each group with a sign of its own.
  public static func scatter(
    _ groups: [PointGroup], x: Axis = Axis(), y: Axis = Axis(), isEven: Bool = false
  ) -> Figure {
    Figure(panels: [Panel(x: x, y: y, isEven: isEven, marks: PointMark.marks(of: groups))])
  }
}

extension PointMark {
  static func marks(of groups: [PointGroup]) -> [any Mark] {
    groups.enumerated().map { number, group in
      PointMark(
        x: group.x, y: group.y, label: groups.count > 1 ? group.label : nil, ink: .series(group.number ?? number))
    }
  }
}

/// Points of one class.
public struct PointGroup: Sendable, Equatable {
  public var label: String?
  public var x: [Double]
  public var y: [Double]
  /// Which of several things told apart it is, where not the next: the number of a class.
  public var number: Int?

  public init(_ label: String? = nil, x: [Double] = [], y: [Double] = [], number: Int? = nil) {
    self.label = label
    self.number = number
    self.x = x
    self.y = y
  }
}
