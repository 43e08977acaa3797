import Networks
import Vocabulary

extension SignalFlow: Record {
  public var kind: String { "flow" }
  public static let fields: [Field<SignalFlow>] = FlowTable.fields.map { $0.of(\.flow) }

  private var flow: FlowTable {
    FlowTable(
      layer: rows.map(\.layer), units: rows.map(\.outline), predicted: rows.map(\.predictedSignal),
      measured: rows.map(\.signal), predictedDelta: rows.map(\.predictedGradient), measuredDelta: rows.map(\.gradient),
      passage: measured, verdict: condition?.rawValue)
  }

  public var display: Display {
    Display(table(FlowTable.columns, digits: 4)) + "\n" + Self.legend(of: FlowTable.columns) + verdict
  }

  /// The word is `inspect`'s, which sees the same pass.
  private var verdict: Display {
    guard rows.count > 1, let measured else { return "" }
    let word = condition.map { Display($0.rawValue) + ": " } ?? ""
    return "\n" + word + measured.factors + " over \(counted(rows.count, "layer"))"
  }
}
