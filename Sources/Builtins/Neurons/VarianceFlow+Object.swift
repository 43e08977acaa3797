import Networks
import Vocabulary

extension VarianceFlow: Object {
  public var kind: String { "flow" }

  public var display: Display {
    var table = Table([
      Table.Column("layer"), Table.Column("std of z"), Table.Column("measured"), Table.Column("∂L/∂z"),
      Table.Column("measured"),
    ])
    for (number, layer) in layers.enumerated() where layers.count <= 40 || number < 10 || number >= layers.count - 10 {
      if layers.count > 40, number == layers.count - 10 { table.add(["…"]) }
      table.add([
        Display(Double(number + 1)), Display(layer.predictedSignal), Display(layer.signal, digits: 4),
        Display(layer.predictedGradient), Display(layer.gradient, digits: 4),
      ])
    }
    return Display(table) + "\n" + verdict
  }

  /// By what is predicted, and where what is measured says something else, by that too: in narrow layers chance
  /// decides.
  private var verdict: Display {
    let (predicted, measured) = (predicted, measured)
    let line = predicted.verdict + " over \(counted(layers.count, "layer"))"
    return predicted.trend == measured.trend ? line : line + "\nmeasured, it is " + measured.verdict
  }

  public var properties: [Property] {
    [
      Property("predicted_signal", .vector(layers.map(\.predictedSignal))),
      Property("signal", .vector(layers.map(\.signal))),
      Property("predicted_gradient", .vector(layers.map(\.predictedGradient))),
      Property("gradient", .vector(layers.map(\.gradient))),
    ]
  }
}

extension Passage {
  /// `healthy: forward ×1, backward ×1`
  fileprivate var verdict: Display { Display(trend.rawValue) + ": " + factors }

  /// `forward ×1, backward ×1`
  var factors: Display { "forward " + Display(factor: forward) + ", backward " + Display(factor: backward) }
}
