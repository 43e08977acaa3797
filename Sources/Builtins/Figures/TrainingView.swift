import Networks
import Plotting
import Synchronization
import Vocabulary
import Workbench

/// Draws a training while it runs, seldom enough to cost next to nothing, and once at its end.
final class TrainingView: Sendable {
  private let watch: Watch
  private let architecture: Architecture
  private let data: Dataset
  private let loss: any Loss
  private let canvas: (@Sendable (Figure?) -> Void)?
  /// When the next figure is due.
  private let due: Mutex<ContinuousClock.Instant>

  /// Short trainings are over before anything is to be seen.
  private static let firstAfter = Duration.milliseconds(100)
  private static let leastPause = Duration.milliseconds(50)
  /// Pauses are so many times as long as drawing takes, so that drawing takes less than a twentieth of the time.
  private static let restraint = 24
  /// Points that are drawn or sent through while it runs.
  private static let mostPoints = 1000

  /// Nil where what is watched has no figure.
  init?(
    _ watch: Watch, _ architecture: Architecture, _ data: Dataset, loss: any Loss,
    canvas: (@Sendable (Figure?) -> Void)?
  ) {
    switch watch {
    case .loss, .inspect: break
    case .boundary where architecture.inputs <= 2: break
    case .boundary, .gradients, .weights, .symmetry, .chain, .gradientCheck: return nil
    }
    self.watch = watch
    self.architecture = architecture
    self.data = data
    self.loss = loss
    self.canvas = canvas
    due = Mutex(ContinuousClock.now + Self.firstAfter)
  }

  /// What is told after each epoch; nil where nobody looks.
  var observer: (@Sendable (History, () -> [Double]) -> Void)? {
    canvas.map { canvas in
      let sample = data.prefix(Self.mostPoints)
      return { history, weights in
        let start = ContinuousClock.now
        guard self.due.withLock({ $0 <= start }) else { return }
        if let figure = self.figure(history, weights(), sample) { canvas(figure) }
        let end = ContinuousClock.now
        self.due.withLock { $0 = end + max(Self.leastPause, (end - start) * Self.restraint) }
      }
    }
  }

  /// How the training went with the last figure, nil where there is none. Takes the figure away that was shown.
  func final(_ history: History, _ weights: [Double]) -> WatchedHistory? {
    canvas?(nil)
    return figure(history, weights, data).map { WatchedHistory(history: history, figure: $0) }
  }

  private func figure(_ history: History, _ weights: [Double], _ data: Dataset) -> Figure? {
    switch watch {
    case .loss: return history.losses.isEmpty ? nil : HistoryForm.figure(of: history)
    case .boundary:
      return try? DecisionMap(architecture, weights, data, loss: loss, interruption: Interruption()).figure
    case .inspect:
      let inspection = try? architecture.inspect(weights, on: data, loss: loss, learningRate: 0.01)
      return inspection.map(InspectionForm.figure)
    case .gradients, .weights, .symmetry, .chain, .gradientCheck: return nil
    }
  }
}

/// A training that was watched: how it went, and the last figure of what was looked at.
struct WatchedHistory: Illustrated {
  let history: History
  let figure: Figure

  var kind: String { history.kind }
  var properties: [Property] { history.properties }
  var fieldDescriptions: [FieldDescription] { history.fieldDescriptions }
  func field(_ name: String) -> Value? { history.field(name) }
  var words: Display { history.display }
}
