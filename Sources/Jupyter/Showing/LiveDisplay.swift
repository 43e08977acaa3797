import Lessons
import Plotting
import Synchronization
import Vocabulary
import Workbench

/// Shows how far long work is and what it looks like, in one place below the cell that changes and goes away at the end.
package final class LiveDisplay: Sendable {
  private struct State {
    var beginning: ContinuousClock.Instant?
    var lastShown: ContinuousClock.Instant?
    var progress: WorkProgress?
    var figure: Figure?
    /// What was below the cell before; nil while nothing is shown.
    var outputsBefore: Int?
    var shows = 0
    var isOver = false
  }

  /// What is done sooner is not worth a word.
  private static let delay = Duration.milliseconds(300)
  /// At most five changes a second.
  private static let pause = Duration.milliseconds(200)

  private let outlet: Outlet
  private let identifier: String
  private let style: NumberStyle
  private let now: @Sendable () -> ContinuousClock.Instant
  private let state = Mutex(State())

  /// - Parameter identifier: different from those of all other cells.
  package init(
    _ outlet: Outlet, _ identifier: String, style: NumberStyle,
    now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
  ) {
    (self.outlet, self.identifier, self.style, self.now) = (outlet, identifier, style, now)
  }

  /// Shows how far it is; nil once it is over.
  package func show(_ progress: WorkProgress?) {
    state.withLock { state in
      guard !state.isOver else { return }
      state.progress = progress
      if progress == nil { takeAway(&state) } else { update(&state) }
    }
  }

  /// Shows what it looks like; nil once it is over.
  package func show(_ figure: Figure?) {
    state.withLock { state in
      guard !state.isOver else { return }
      state.figure = figure
      if figure == nil { takeAway(&state) } else { update(&state) }
    }
  }

  /// Nothing is shown from now on.
  package func end() {
    state.withLock { state in
      takeAway(&state)
      state.isOver = true
    }
  }

  private func update(_ state: inout State) {
    let now = now()
    let beginning = state.beginning ?? now
    state.beginning = beginning
    guard now - beginning >= Self.delay, state.lastShown.map({ now - $0 >= Self.pause }) ?? true else { return }
    state.lastShown = now
    let content = JSON(object: [
      ("data", bundle(state).json), ("metadata", .empty),
      ("transient", JSON(object: [("display_id", JSON(string: identifier(state.shows)))])),
    ])
    guard state.outputsBefore == nil else { return outlet.send("update_display_data", content) }
    state.outputsBefore = outlet.outputs
    outlet.show("display_data", content)
  }

  private func bundle(_ state: State) -> MediaBundle {
    guard var figure = state.figure else { return MediaBundle(plain: state.progress?.text ?? "") }
    if let progress = state.progress?.text, !progress.isEmpty { figure.notes.append(progress) }
    return MediaBundle(figure, in: style)
  }

  /// Where nothing else is below the cell, that is cleared; else the place is left empty.
  private func takeAway(_ state: inout State) {
    defer { (state.beginning, state.lastShown, state.outputsBefore) = (nil, nil, nil) }
    guard let before = state.outputsBefore else { return }
    if before == 0, outlet.outputs == 1 {
      outlet.clear()
    } else {
      outlet.send(
        "update_display_data",
        JSON(object: [
          ("data", MediaBundle(plain: "").json), ("metadata", .empty),
          ("transient", JSON(object: [("display_id", JSON(string: identifier(state.shows)))])),
        ]))
    }
    state.shows += 1
  }

  private func identifier(_ number: Int) -> String { "\(identifier)-\(number)" }
}
