import Networks
import Plotting
import Vocabulary

/// What `landscape` yields: the loss along a direction, or as a map over two.
struct LandscapeForm: PlotForm {
  let noun = "what landscape yields (a line or a map)"

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    guard let landscape = request.only(Landscape.self) else { return nil }
    return landscape.losses.rows == 1
      ? Figure.landscape(landscape.losses.elements, positions: landscape.positions)
      : Figure.landscape(landscape.losses, positions: landscape.positions)
  }
}
