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
