import Networks
import Plotting
import Vocabulary
import Workbench

/// What `compare` yields: the mean loss of each row over the epochs, with a band for the spread over seeds.
struct ComparisonForm: PlotForm {
  let noun = "comparisons"
  let manner = "the mean loss over the seeds, with a band for its spread"

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    guard let comparison = request.only(Comparison.self) else { return nil }
    return Figure.bands(
      comparison.rows.map { row in Runs(row.name, row.runs.map(\.losses)) }, y: Axis("loss"))
  }
}
