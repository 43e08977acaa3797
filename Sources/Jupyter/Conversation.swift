import Vocabulary
import Workbench

/// What a kernel remembers from cell to cell.
package struct Conversation {
  var session: Session
  /// The number of the cell that was run last and counts.
  var count = 0
  var history: History
  let stop: Stop
  /// Whether the last cell failed, so that those that wait behind it are not to be run.
  var stopsQueue = false

  /// The session begins as at the prompt.
  package init(_ session: Session, stop: Stop, kept: KeptInputs = .none) {
    self.session = session
    self.stop = stop
    history = History(kept)
    self.session.interruption = stop.interruption
    self.session.runsPrograms = true
  }
}
