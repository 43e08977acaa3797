import Networks
import Plotting
import Vocabulary
import Workbench

/// What `fit_rate` yields: the loss and its running mean over the rate, on a logarithmic axis, with the rate suggested.
struct RateTestForm: PlotForm {
  let noun = "rate tests"
  let manner = "the loss over the learning rate, on a logarithmic axis"

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    guard let test = request.only(RateTest.self) else { return nil }
    guard !test.losses.isEmpty else { throw Failure(.argument, "there are no batches to draw") }
    var figure = Figure.curves(
      [Curve("loss", x: test.rates, y: test.losses), Curve("smoothed", x: test.rates, y: test.smoothed)],
      x: Axis("learning rate", scale: .logarithmic), y: Axis("loss"))
    if let suggestion = test.suggestion {
      figure.panels[0].marks.append(RuleMark(.x(suggestion), label: "suggested"))
    }
    return figure
  }
}
