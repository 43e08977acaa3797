import Networks
import Vocabulary

/// What both sorts of `flow` show: root mean squares layer by layer, predicted and measured.
struct FlowTable: Record {
  let layer: [Int]
  /// Nil of layers that are all of one kind.
  let units: [String]?
  let predicted: [Double]
  let measured: [Double]
  let predictedDelta: [Double]
  let measuredDelta: [Double]
  /// By what the signal and the gradient change; nil where there is no layer.
  let passage: Passage?
  let verdict: String?

  var kind: String { "flow" }
  var display: Display { "" }

  static let columns = ["layer", "units", "predicted", "measured", "predicted_delta", "measured_delta"]

  static let fields: [Field<FlowTable>] = [
    Field("layer", "the numbers of the dense layers, from 1") { $0.layer },
    Field("units", "what the layers are, such as \"5 tanh\"", only: "of a network") { $0.units },
    Field("predicted", "predicted", symbol: "std of z", as: .digits(6), aliases: ["predicted_signal"]) { $0.predicted },
    Field("measured", "measured", symbol: "std of z", as: .digits(4), aliases: ["signal"]) { $0.measured },
    Field("predicted_delta", "predicted", symbol: "∂L/∂z", as: .digits(6), aliases: ["predicted_gradient"]) {
      $0.predictedDelta
    },
    Field("measured_delta", "measured", symbol: "∂L/∂z", as: .digits(4), aliases: ["gradient"]) { $0.measuredDelta },
    Field("forward", "by what the signal changes from the first layer to the last", only: "of a layer or more") {
      $0.passage?.forward
    },
    Field("backward", "by what the gradient changes from the last layer to the first", only: "of a layer or more") {
      $0.passage?.backward
    },
    Field("verdict", "vanishing, healthy or exploding; of a network what inspect says", only: "of a layer or more") {
      $0.verdict
    },
  ]
}
