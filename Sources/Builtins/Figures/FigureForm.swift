import Plotting
import Vocabulary
import Workbench

/// A figure as it is, to be drawn in another way.
struct FigureForm: PlotForm {
  let noun = "figures"
  let manner = "as they are, so that another size, title or scale can be given"

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    request.only(Figure.self)
  }
}
