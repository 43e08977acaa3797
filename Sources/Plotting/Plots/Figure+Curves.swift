import Vocabulary

/// A line through numbers, with its name.
public struct Curve: Sendable, Equatable {
  public var label: String?
  public var x: [Double]
  public var y: [Double]

  public init(_ label: String? = nil, x: [Double], y: [Double]) {
    self.label = label
    self.x = x
    self.y = y
  }

  /// Numbers at 0, 1, 2 … or from another start.
  public init(_ label: String? = nil, _ y: [Double], from start: Int = 0) {
    self.init(label, x: y.indices.map { Double(start + $0) }, y: y)
  }
}

/// Several runs of one sort, each a number an epoch.
public struct Runs: Sendable, Equatable {
  public var label: String
  public var runs: [[Double]]

  public init(_ label: String, _ runs: [[Double]]) {
    self.label = label
    self.runs = runs
  }

  /// The least, the mean and the greatest of the runs that came so far, epoch by epoch.
  fileprivate var spread: (low: [Double], mean: [Double], high: [Double]) {
    var (low, mean, high): ([Double], [Double], [Double]) = ([], [], [])
    for epoch in 0..<(runs.map(\.count).max() ?? 0) {
      let numbers = runs.filter { epoch < $0.count }.map { $0[epoch] }.filter(\.isFinite)
      low.append(numbers.min() ?? .nan)
      mean.append(Moments(of: numbers).mean)
      high.append(numbers.max() ?? .nan)
    }
    return (low, mean, high)
  }
}

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

  /// The mean of several numbers for each name, the first at the top, with bars of one standard deviation of the sample
  /// (divided by one less than its size) to both sides.
  public static func means(_ rows: [Runs], x: Axis) -> Figure {
    let moments = rows.map { Moments(of: $0.runs.flatMap(\.self)) }
    let deviations = moments.map {
      $0.standardDeviation(timesRootOf: Double($0.count) / Double(max(1, $0.count - 1)))
    }
    let places = rows.indices.map(Double.init)
    let means = moments.map(\.mean)
    let captions = zip(means, deviations).map { mean, deviation in
      mean.isNaN
        ? "no numbers" : Wording.number(mean) + (deviation > 0 ? " ± " + NumberStyle(digits: 2).text(deviation) : "")
    }
    let most = moments.map(\.count).max() ?? 0
    let bars = ErrorMark(
      at: places, low: zip(means, deviations).map { $0 - $1 }, high: zip(means, deviations).map { $0 + $1 }, .right,
      captions: captions)
    return Figure(
      x: x, y: Axis(categories: rows.map(\.label), isReversed: true), marks: [bars, PointMark(x: means, y: places)],
      notes: most > 1 ? ["signs: means of \(most) seeds; bars: one standard deviation to both sides"] : [])
  }

  /// The mean of several runs over the epochs, with a band from the least to the greatest.
  public static func bands(_ runs: [Runs], y: Axis) -> Figure {
    var (areas, lines): ([any Mark], [any Mark]) = ([], [])
    for (number, group) in runs.enumerated() {
      let spread = group.spread
      let x = spread.mean.indices.map { Double($0 + 1) }
      if group.runs.count > 1 {
        areas.append(AreaMark(x: x, low: spread.low, high: spread.high, ink: .series(number)))
      }
      lines.append(LineMark(x: x, y: spread.mean, label: group.label, pen: Pen(.series(number))))
    }
    let most = runs.map(\.runs.count).max() ?? 0
    let notes = most > 1 ? ["lines: means; bands: from the least to the greatest of \(most) seeds"] : []
    return Figure(x: Axis("epoch", isCount: true), y: y, marks: areas + lines, notes: notes)
  }
}
