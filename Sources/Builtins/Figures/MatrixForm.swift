import Plotting
import Vocabulary
import Workbench

/// A matrix as a map of colours.
struct MatrixForm: PlotForm {
  let noun = "matrices"
  let manner = "maps of colours"

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    guard request.things.count == 1, case .matrix(let matrix) = request.things[0].value else { return nil }
    guard !matrix.elements.isEmpty else { throw Failure(.argument, "there is nothing to draw in an empty matrix") }
    try session.context.step(by: matrix.elements.count)
    return Figure.matrix(matrix, title: request.things[0].name)
  }
}
