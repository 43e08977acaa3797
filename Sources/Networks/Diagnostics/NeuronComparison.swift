import Probability
import Vocabulary

/// A neuron's random sum and output, as computed and as drawn.
public struct NeuronComparison: Object {
  private let sum: any Distribution
  private let count: Int
  private let rows: [(name: String, exact: Double, drawn: Double)]

  /// Throws when it is interrupted.
  public init(
    sum: any Distribution, drawn: [Double], activation: any Activation, _ interruption: Interruption
  ) throws(Failure) {
    self.sum = sum
    count = drawn.count
    let sums = Moments(of: drawn)
    let outputs = Moments(of: drawn.map { activation.value($0) })
    let canIntegrate = (try? sum.requireProbabilities()) != nil
    let pushed = canIntegrate ? try PushedMoments(of: sum, through: activation, interruption) : nil
    var rows: [(name: String, exact: Double, drawn: Double)] = [
      ("sum: mean", sum.mean, sums.mean), ("sum: std", sum.standardDeviation, sums.standardDeviation),
      ("output: mean", pushed?.mean ?? .nan, outputs.mean),
      ("output: std", pushed?.variance.squareRoot() ?? .nan, outputs.standardDeviation),
    ]
    if let (low, high) = activation.unsaturated(tolerance: 0.01) {
      let fraction = Double(drawn.count { $0 < low || $0 > high }) / Double(drawn.count)
      rows.append(("saturated", canIntegrate ? sum.cumulative(low) + sum.survival(high) : .nan, fraction))
    }
    self.rows = rows
  }

  public var kind: String { "neuron" }

  public var display: Display {
    var table = Table([Table.Column("", .left), Table.Column("exact"), Table.Column(counted(count, "neuron"))])
    for row in rows {
      table.add([Display(row.name), row.exact.isNaN ? "unknown" : Display(row.exact), Display(row.drawn)])
    }
    return "weighted sum: " + sum.display + "\n" + Display(table)
  }

  public var properties: [Property] {
    rows.flatMap { row in
      let name = String(row.name.map { $0 == " " || $0 == ":" ? "_" : $0 })
      return [Property(name, .number(row.exact)), Property(name + "_drawn", .number(row.drawn))]
    }
  }
}
