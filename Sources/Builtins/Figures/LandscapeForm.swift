import Networks
import Plotting
import Vocabulary
import Workbench

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
