import Networks
import Vocabulary

extension VarianceFlow: Record {
  public var kind: String { "flow" }

  public var display: Display {
    let rows = Self.rows(of: layers.count, most: 40, atEnds: 10)
    return Display(table(FlowTable.columns, rows: rows)) + "\n" + Self.legend(of: FlowTable.columns) + "\n" + verdict
  }

  public static let fields: [Field<VarianceFlow>] = FlowTable.fields.map { $0.of(\.flow) }

  private var flow: FlowTable {
    FlowTable(
      layer: Array(1...layers.count), units: nil, predicted: layers.map(\.predictedSignal),
      measured: layers.map(\.signal), predictedDelta: layers.map(\.predictedGradient),
      measuredDelta: layers.map(\.gradient), passage: predicted, verdict: predicted.trend.rawValue)
  }

  /// By what is predicted, and where what is measured says something else, by that too: in narrow layers chance
  /// decides.
  private var verdict: Display {
    let (predicted, measured) = (predicted, measured)
    let line = predicted.verdict + " over \(counted(layers.count, "layer"))"
    return predicted.trend == measured.trend ? line : line + "\nmeasured, it is " + measured.verdict
  }
}

extension Passage {
  /// `healthy: forward ×1, backward ×1`
  fileprivate var verdict: Display { Display(trend.rawValue) + ": " + factors }

  /// `forward ×1, backward ×1`
  var factors: Display { "forward " + Display(factor: forward) + ", backward " + Display(factor: backward) }
}
