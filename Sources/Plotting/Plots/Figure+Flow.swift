import Vocabulary

/// What becomes of signals and gradients from layer to layer, predicted and measured.
public struct Throughflow: Sendable, Equatable {
  /// A size in each layer.
  public struct Sizes: Sendable, Equatable {
    public var predicted: [Double]
    public var measured: [Double]

    public init(predicted: [Double], measured: [Double]) {
      self.predicted = predicted
      self.measured = measured
    }
  }

  public var label: String?
  /// The numbers of the layers.
  public var layers: [Double]
  public var signals: Sizes
  public var gradients: Sizes

  public init(_ label: String?, layers: [Double], signals: Sizes, gradients: Sizes) {
    self.label = label
    self.layers = layers
    self.signals = signals
    self.gradients = gradients
  }
}

extension Figure {
  /// Two panels over the layers, forward and backward: predictions as lines, measurements as signs.
  ///
  /// The axes are logarithmic: what counts is the factor from layer to layer.
  public static func flow(_ all: [Throughflow]) -> Figure {
    func panel(_ title: String, _ measure: String, _ sizes: (Throughflow) -> Throughflow.Sizes) -> Panel {
      var marks: [any Mark] = []
      for (number, flow) in all.enumerated() {
        let own = sizes(flow)
        let isAlone = all.count == 1
        marks.append(
          LineMark(
            x: flow.layers, y: own.predicted, label: isAlone ? "predicted" : flow.label,
            pen: Pen(.series(number), dash: isAlone ? .solid : nil)))
        let ink = Ink.series(isAlone ? 1 : number)
        marks.append(
          PointMark(
            x: flow.layers, y: own.measured, label: isAlone ? "measured" : nil, ink: ink,
            shape: isAlone ? .disc : nil))
      }
      let hasPlace = all.contains { sizes($0).predicted.contains { $0 > 0 } || sizes($0).measured.contains { $0 > 0 } }
      return Panel(
        title, x: Axis("layer", isCount: true), y: Axis(measure, scale: hasPlace ? .logarithmic : .linear), marks: marks
      )
    }
    return Figure(
      panels: [panel("forward", "std of z", \.signals), panel("backward", "∂L/∂z", \.gradients)],
      notes: all.count == 1 ? [] : ["lines: predicted; signs: measured"])
  }
}
