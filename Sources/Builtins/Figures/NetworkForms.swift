import Networks
import Plotting
import Vocabulary
import Workbench

/// A network alone: its layers and units, and in a picture its weights as lines.
struct NetworkForm: PlotForm {
  let noun = "networks"
  let manner = "units and layers, in a picture the weights as lines"

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    guard let network = request.only(Network.self) else { return nil }
    let weights = session.networks[network].weights
    var layers = [NetworkMark.Layer(units: network.architecture.inputs, label: "\(network.architecture.inputs) input")]
    for layer in network.architecture.layers {
      guard layer.kernelCount > 0 else {
        // What stands between two dense layers has no units of its own.
        layers[layers.count - 1].label += ", \(layer.outline)"
        continue
      }
      let kernel = Matrix(
        rows: layer.inputs, columns: layer.units,
        elements: Array(weights[layer.offset..<layer.offset + layer.kernelCount]))
      layers.append(NetworkMark.Layer(units: layer.units, label: layer.outline, weights: kernel))
    }
    return Figure(panels: [Panel(showsAxes: false, marks: [NetworkMark(layers)])])
  }
}

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
      LayerMeasure("‖∂L/∂z‖", rows.map(\.delta), scale: .logarithmic),
      LayerMeasure("std of activations", rows.map(\.deviation)),
      LayerMeasure("saturated", rows.map { $0.saturated.isNaN ? nil : $0.saturated }, domain: 0...1, ink: .warning),
    ]
    if rows.contains(where: { $0.dead > 0 }) {
      measures.append(LayerMeasure("dead", rows.map(\.dead), domain: 0...1, ink: .warning))
    }
    var figure = Figure.layers(rows.map { "\($0.layer)" }, measures)
    figure.notes = inspection.diagnoses.reversed().map { $0.display.printed().text }
    return figure
  }
}

/// What `chain` yields: the gradient at each layer on its way back.
struct ChainForm: PlotForm {
  let noun = "chains"
  let manner = "the gradient from layer to layer"

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    guard let chain = request.only(Chain.self) else { return nil }
    return Figure.chain(chain.gradients, layers: chain.layerNames, title: request.things[0].name)
  }
}
