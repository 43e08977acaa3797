import Networks
import Plotting
import Vocabulary

/// What `compare` yields: the mean loss of each row over the epochs, with a band for the spread over seeds.
struct ComparisonForm: PlotForm {
  let noun = "what compare yields (means over the seeds with bands for their spread)"

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    guard let comparison = request.only(Comparison.self) else { return nil }
    return Figure.bands(
      comparison.rows.map { row in Runs(row.name, row.runs.map(\.losses)) }, y: Axis("loss"))
  }
}
