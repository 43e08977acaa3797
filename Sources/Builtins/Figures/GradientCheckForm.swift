import Networks
import Plotting
import Vocabulary
import Workbench

/// What `gradient_check` yields: a bar for the relative error of each layer.
struct GradientCheckForm: PlotForm {
  let noun = "gradient checks"
  let manner = "the largest relative error of each layer, and up to which both derivatives agree"

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    guard let check = request.only(GradientCheck.self) else { return nil }
    return Figure.errors(
      check.rows.map(\.relativeError), names: check.rows.map { "\($0.layer): \($0.outline)" },
      tolerance: GradientCheck.tolerance)
  }
}
