import Networks
import Vocabulary

extension SignalFlow: Object {
  public var kind: String { "flow" }
  public var properties: [Property] {
    [
      Property("predicted_signal", .vector(rows.map(\.predictedSignal))),
      Property("signal", .vector(rows.map(\.signal))),
      Property("predicted_gradient", .vector(rows.map(\.predictedGradient))),
      Property("gradient", .vector(rows.map(\.gradient))),
    ]
  }

  public var display: Display {
    var table = Table(
      [Table.Column("layer"), Table.Column("units", .left)]
        + ["std of z", "measured", "∂L/∂z", "measured"].map { Table.Column($0) })
    for row in rows {
      table.add(
        [Display(Double(row.layer)), Display(row.outline)]
          + [row.predictedSignal, row.signal, row.predictedGradient, row.gradient].map { Display($0, digits: 4) })
    }
    return Display(table) + verdict
  }

  /// The word is `inspect`'s, which sees the same pass.
  private var verdict: Display {
    guard rows.count > 1, let measured else { return "" }
    let word = condition.map { Display($0.rawValue) + ": " } ?? ""
    return "\n" + word + measured.factors + " over \(counted(rows.count, "layer"))"
  }
}
