import Networks
import Plotting
import Vocabulary
import Workbench

/// What `compare` yields: the mean loss of each row over the epochs, with a band for the spread over seeds; or the accuracies
/// at the end, with error bars.
struct ComparisonForm: PlotForm {
  let noun = "comparisons"
  let manner =
    "the mean loss over the seeds, with a band for its spread; with accuracy=true the accuracies at the end, with error bars"
  let options: Set<PlotOption> = [.accuracy]

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    guard let comparison = request.only(Comparison.self) else { return nil }
    guard request.showsAccuracy else {
      return Figure.bands(comparison.rows.map { row in Runs(row.name, row.runs.map(\.losses)) }, y: Axis("loss"))
    }
    let rows = comparison.rows.map { row in Runs(row.name, [row.runs.compactMap(\.accuracy)]) }
    guard rows.contains(where: { !$0.runs[0].isEmpty }) else {
      throw Failure(
        .argument, "accuracy is known only where classes are learnt", about: .argument("accuracy"))
    }
    return Figure.means(rows, x: .accuracy)
  }
}
