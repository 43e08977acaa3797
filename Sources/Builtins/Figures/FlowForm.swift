import Networks
import Plotting
import Vocabulary
import Workbench

/// What `flow` yields: the sizes of signals and gradients over the layers, predicted and measured; several in one figure.
struct FlowForm: PlotForm {
  let noun = "flows"
  let manner = "std of z and ∂L/∂z over the layers, predicted as lines and measured as signs"

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    var all: [Throughflow] = []
    for (number, thing) in request.things.enumerated() {
      let label = thing.start ?? "flow \(number + 1)"
      switch thing.value {
      case .object(let flow as VarianceFlow): all.append(Throughflow(flow, label))
      case .object(let flow as SignalFlow): all.append(Throughflow(flow, label))
      default: return nil
      }
    }
    guard all.contains(where: { !$0.layers.isEmpty }) else {
      throw Failure(.argument, "there are no dense layers to draw", about: .argument("things"))
    }
    return Figure.flow(all)
  }
}

extension Throughflow {
  fileprivate init(_ flow: VarianceFlow, _ label: String) {
    self.init(
      label, layers: flow.layers.indices.map { Double($0 + 1) },
      signals: Sizes(predicted: flow.layers.map(\.predictedSignal), measured: flow.layers.map(\.signal)),
      gradients: Sizes(predicted: flow.layers.map(\.predictedGradient), measured: flow.layers.map(\.gradient)))
  }

  fileprivate init(_ flow: SignalFlow, _ label: String) {
    self.init(
      label, layers: flow.rows.map { Double($0.layer) },
      signals: Sizes(predicted: flow.rows.map(\.predictedSignal), measured: flow.rows.map(\.signal)),
      gradients: Sizes(predicted: flow.rows.map(\.predictedGradient), measured: flow.rows.map(\.gradient)))
  }
}
