import Language
import Networks
import Probability
import Vocabulary
import Workbench

extension Builtin {
  static let neuron = Builtin(
    "neuron", "One unit with random weights: its weighted sum and its output, exactly and by sampling.",
    Parameter("inputs", .integer(1...1_000_000), "how many inputs it has"),
    Parameter("x", .number, "the value of every input", default: 1),
    Parameter("weights", .distribution, "what each weight is drawn from", default: Normal(mean: 0, stddev: 1)),
    Parameter("activation", .activation, "what it does with the sum", default: linear),
    Parameter("bias", .number, "what is added to the sum", default: 0),
    Parameter("n", .integer(2...10_000_000), "how many neurons are drawn for the comparison", default: 10_000),
    .seed,
    documentation: Documentation(
      notes: "Each neuron draws its own weights. Saturated: within 0.01 of a bound of the activation.",
      examples: [
        Example(
          "neuron inputs=250 x=1 weights=normal(0, 1) activation=sigmoid n=1000 seed=1",
          gives: """
            weighted sum: normal(mean=0, stddev=15.8114)
                                   exact   1000 neurons
              sum: mean                0     -0.707453
              sum: std           15.8114       16.0599
              output: mean           0.5      0.475688
              output: std        0.47427      0.474163
              saturated         0.771341         0.775
            """)
      ],
      seeAlso: ["push", "saturation", "flow"])
  ) { (session: inout Session, inputs, x, weights, activation, bias, count, seed) throws(Failure) in
    let sum = try weights.affine(scale: x, shift: 0).sum(ofDraws: inputs).affine(scale: 1, shift: bias)
    try session.context.limits.reserve(numbers: Double(count) + Double(inputs))
    let interruption = session.interruption
    let drawn = try session.draw(seed: seed) { (generator: inout PCG64) throws(Failure) in
      var sums: [Double] = []
      var row = [Double](repeating: 0, count: inputs)
      for _ in 0..<count {
        try interruption.check()
        row.withUnsafeMutableBufferPointer { weights.fill($0, using: &generator) }
        sums.append(x * CompensatedSum.of(row) + bias)
      }
      return sums
    }
    return .object(NeuronComparison(sum: sum, drawn: drawn, activation: activation))
  }

  private static var linear: (any Activation)? { try? activations["linear"]?.makeDefault() }
}

/// A neuron's random sum and output, as computed and as drawn.
struct NeuronComparison: Object {
  let sum: any Distribution
  let drawn: [Double]
  let activation: any Activation

  var kind: String { "neuron" }

  private var rows: [(name: String, exact: Double, drawn: Double)] {
    let sums = Moments(of: drawn)
    let outputs = Moments(of: drawn.map { activation.value($0) })
    var rows: [(name: String, exact: Double, drawn: Double)] = [
      ("sum: mean", sum.mean, sums.mean), ("sum: std", sum.standardDeviation, sums.standardDeviation),
    ]
    let canIntegrate = (try? sum.requireProbabilities()) != nil
    let pushed = canIntegrate ? PushedMoments(of: sum, through: activation) : nil
    rows.append(("output: mean", pushed?.mean ?? .nan, outputs.mean))
    rows.append(("output: std", pushed?.variance.squareRoot() ?? .nan, outputs.standardDeviation))
    if let (low, high) = activation.unsaturated(tolerance: 0.01) {
      let fraction = Double(drawn.count { $0 < low || $0 > high }) / Double(drawn.count)
      rows.append(("saturated", canIntegrate ? sum.cumulative(low) + sum.survival(high) : .nan, fraction))
    }
    return rows
  }

  var display: Display {
    var table = Table([Table.Column("", .left), Table.Column("exact"), Table.Column(counted(drawn.count, "neuron"))])
    for row in rows {
      table.add([
        Display(row.name), row.exact.isNaN ? "unknown" : Display(row.exact), Display(row.drawn),
      ])
    }
    return "weighted sum: " + sum.display + "\n" + Display(table)
  }

  var properties: [Property] {
    rows.flatMap { row in
      let name = String(row.name.map { $0 == " " || $0 == ":" ? "_" : $0 })
      return [Property(name, .number(row.exact)), Property(name + "_drawn", .number(row.drawn))]
    }
  }
}
