import Networks
import Plotting
import Vocabulary
import Workbench

/// What `inspect` yields: bars per layer of how strongly the loss pulls, how far activations spread, how many are at a
/// bound.
struct InspectionForm: PlotForm {
  let noun = "inspections"
  let manner = "bars per layer"

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    request.only(Inspection.self).map(Self.figure)
  }

  static func figure(of inspection: Inspection) -> Figure {
    let rows = inspection.rows
    var measures = [
      LayerMeasure("‖∂L/∂z‖", rows.map { $0.delta ?? .nan }, scale: .logarithmic),
      LayerMeasure("std of activations", rows.map(\.deviation)),
      LayerMeasure("saturated", rows.map(\.saturated), domain: 0...1, ink: .warning),
    ]
    if rows.contains(where: { $0.dead > 0 }) {
      measures.append(LayerMeasure("dead", rows.map(\.dead), domain: 0...1, ink: .warning))
    }
    var figure = Figure.layers(rows.map { "\($0.layer)" }, measures)
    figure.notes = inspection.diagnoses.reversed().map { $0.display.printed().text }
    return figure
  }
}
