import Networks
import Plotting
import Vocabulary
import Workbench

/// A training that was watched: how it went, and the last figure of what was looked at.
struct WatchedHistory: Illustrated {
  let history: History
  let figure: Figure

  var kind: String { history.kind }
  var properties: [Property] { history.properties }
  var words: Display { history.display }
}
