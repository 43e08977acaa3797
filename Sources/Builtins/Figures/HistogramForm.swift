import Plotting
import Probability
import Vocabulary
import Workbench

/// What `histogram` yields: its bars.
struct HistogramForm: PlotForm {
  let noun = "histograms"
  let manner = "bars of the counts"

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    guard let histogram = request.only(Histogram.self) else { return nil }
    return Figure(
      request.things[0].name, y: Axis("count", isCount: true),
      marks: [BarMark(edges: histogram.edges, heights: histogram.counts.map(Double.init))])
  }
}
