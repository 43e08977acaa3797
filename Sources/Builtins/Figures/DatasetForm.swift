import Networks
import Plotting
import Vocabulary
import Workbench

/// Points: of two features each class with a sign of its own; of one feature the targets over it.
struct DatasetForm: PlotForm {
  let noun = "data sets"
  let manner = "points, classes told apart by their signs"

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    guard let data = request.only(Dataset.self) else { return nil }
    try session.context.step(by: data.count)
    let axes = data.plotAxes
    var figure = Figure.scatter(data.pointGroups, x: axes.x, y: axes.y, isEven: data.features.columns > 1)
    figure.title = data.name
    if data.features.columns > 2 { figure.notes = ["of \(data.features.columns) features the first two are shown"] }
    if let classes = data.classes, classes > Dataset.mostGroups {
      figure.notes.append("of \(classes) classes all from class \(Dataset.mostGroups - 1) on are shown alike")
    }
    return figure
  }
}

extension Dataset {
  /// What is measured across and up.
  var plotAxes: (x: Axis, y: Axis) {
    func name(_ column: Int) -> String {
      column < names.features.count
        ? names.features[column] : features.columns == 1 ? "feature" : "feature \(column + 1)"
    }
    if features.columns > 1 { return (Axis(name(0)), Axis(name(1))) }
    return (Axis(name(0)), Axis(classes == nil ? names.targets.first ?? "target" : "class"))
  }

  /// So many classes are told apart; the others are drawn as one.
  static let mostGroups = 24

  /// The name of every class.
  var classNames: [String] {
    (0..<max(2, classes ?? 0)).map { $0 < names.classes.count ? names.classes[$0] : "class \($0)" }
  }

  /// The points of each class, or of quantities those below their mean and the others.
  var pointGroups: [PointGroup] {
    let mean = classes == nil && features.columns > 1 ? Moments(of: targets.column(0)).mean : nil
    var groups: [PointGroup]
    if let classes {
      groups = classNames.prefix(min(classes, Self.mostGroups)).enumerated().map { PointGroup($1, number: $0) }
      if classes > Self.mostGroups { groups[groups.count - 1].label = "other classes" }
    } else if let mean {
      let text = NumberStyle(digits: 3).text(mean)
      groups = [PointGroup("target below \(text)"), PointGroup("target from \(text)")]
    } else {
      groups = [PointGroup()]
    }
    for point in 0..<count {
      let number = classNumber(of: point)
      let group = number.map { min($0, groups.count - 1) } ?? (mean.map { targets[point, 0] < $0 ? 0 : 1 } ?? 0)
      guard groups.indices.contains(group) else { continue }
      groups[group].x.append(features[point, 0])
      groups[group].y.append(features.columns > 1 ? features[point, 1] : number.map(Double.init) ?? targets[point, 0])
    }
    return groups.filter { !$0.x.isEmpty }
  }
}
