import Networks
import Plotting
import Vocabulary
import Workbench

/// What a training yielded: its loss over the epochs, with that on the validation data; of several trainings all.
struct HistoryForm: PlotForm {
  let noun = "histories"
  let manner = "the loss of each training, with accuracy=true the accuracy too"
  let options: Set<PlotOption> = [.accuracy]

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    guard let histories = try request.all(Kind<History>.history) else { return nil }
    guard histories.contains(where: { !$0.thing.losses.isEmpty }) else {
      throw Failure(.argument, "there are no epochs to draw")
    }
    var panels = [Self.panel(Axis("loss"), histories, \.losses, \.validationLosses)]
    if request.showsAccuracy {
      guard histories.contains(where: { !$0.thing.accuracies.isEmpty }) else {
        throw Failure(.argument, "accuracy is known only where classes are learnt")
      }
      panels.append(Self.panel(.accuracy, histories, \.accuracies, \.validationAccuracies))
    }
    return Figure(panels: panels)
  }

  /// The loss of one training.
  static func figure(of history: History) -> Figure {
    Figure(panels: [panel(Axis("loss"), [(history, nil)], \.losses, \.validationLosses)])
  }

  private static func panel(
    _ measure: Axis, _ histories: [(thing: History, label: String?)], _ training: (History) -> [Double],
    _ validation: (History) -> [Double]
  ) -> Panel {
    let isAlone = histories.count == 1
    var curves: [Curve] = []
    for (number, (history, label)) in histories.enumerated() {
      let name = isAlone ? "training" : label ?? "training \(number + 1)"
      curves.append(Curve(name, training(history), from: 1))
      if !validation(history).isEmpty {
        curves.append(Curve(isAlone ? "validation" : name + ", validation", validation(history), from: 1))
      }
    }
    if curves.count == 1 { curves[0].label = nil }
    return Figure.curves(curves, x: Axis("epoch", isCount: true), y: measure).panels[0]
  }
}

extension Kind where Output == History {
  static let history = Kind("a history, such as h = train net data epochs=100", .object("history")) { value in
    switch value {
    case .object(let history as History): history
    case .object(let watched as WatchedHistory): watched.history
    default: nil
    }
  }
}

/// What `landscape` yields: the loss along a direction, or as a map over two.
struct LandscapeForm: PlotForm {
  let noun = "landscapes"
  let manner = "the loss along a direction, or as a map over two"

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    guard let landscape = request.only(Landscape.self) else { return nil }
    return landscape.losses.rows == 1
      ? Figure.landscape(landscape.losses.elements, positions: landscape.positions)
      : Figure.landscape(landscape.losses, positions: landscape.positions)
  }
}
