import Vocabulary

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
