/// A pair of axes and what is drawn between them.
public struct Panel: Sendable {
  public var title: String?
  public var x: Axis
  public var y: Axis
  /// Drawn in this order, later ones over earlier ones.
  public var marks: [any Mark]
  /// Whether ticks, axis lines and labels are shown; a network diagram has none.
  public var showsAxes: Bool
  /// Whether a step is as long upwards as it is across, so that circles are round.
  public var isEven: Bool

  public init(
    _ title: String? = nil, x: Axis = Axis(), y: Axis = Axis(), showsAxes: Bool = true,
    isEven: Bool = false, marks: [any Mark]
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.showsAxes = showsAxes
    self.isEven = isEven
    self.marks = marks
  }

  public var scales: Scales { Scales(x: x.scale, y: y.scale) }

  /// The names of what is drawn, each once.
  public var legend: [LegendEntry] {
    marks.flatMap(\.legend).reduce(into: []) { entries, entry in
      if !entries.contains(entry) { entries.append(entry) }
    }
  }
}

extension Panel: Equatable {
  public static func == (left: Panel, right: Panel) -> Bool {
    left.title == right.title && left.x == right.x && left.y == right.y && left.showsAxes == right.showsAxes
      && left.isEven == right.isEven && left.marks.count == right.marks.count
      && zip(left.marks, right.marks).allSatisfy { $0.equals($1) }
  }
}
