import Networks
import Plotting
import Vocabulary
import Workbench

/// What `chain` yields: the gradient at each layer on its way back.
struct ChainForm: PlotForm {
  let noun = "chains"
  let manner = "the gradient from layer to layer"

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    guard let chain = request.only(Chain.self) else { return nil }
    return Figure.chain(chain.gradients, layers: chain.layerNames, title: request.things[0].name)
  }
}
