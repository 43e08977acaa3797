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
    let neuron = try RandomNeuron(inputs: inputs, x: x, weights: weights, bias: bias)
    try session.context.limits.reserve(numbers: Double(count) + Double(inputs))
    let interruption = session.interruption
    let drawn = try session.draw(seed: seed) { (generator: inout PCG64) throws(Failure) in
      try neuron.draw(count, interruption, using: &generator)
    }
    return .object(try NeuronComparison(sum: neuron.sum, drawn: drawn, activation: activation, interruption))
  }

  private static var linear: (any Activation)? { try? activations["linear"]?.makeDefault() }
}

extension NeuronComparison: Object {
  public var kind: String { "neuron" }

  private var rows: [(name: String, pair: Pair)] {
    let moments = [
      ("sum: mean", sumMean), ("sum: std", sumDeviation), ("output: mean", outputMean),
      ("output: std", outputDeviation),
    ]
    return moments + (saturated.map { [("saturated", $0)] } ?? [])
  }

  public var display: Display {
    var table = Table([Table.Column("", .left), Table.Column("exact"), Table.Column(counted(count, "neuron"))])
    for (name, pair) in rows {
      table.add([Display(name), pair.exact.isNaN ? "unknown" : Display(pair.exact), Display(pair.drawn)])
    }
    return "weighted sum: " + sum.display + "\n" + Display(table)
  }

  public var properties: [Property] {
    rows.flatMap { row in
      let name = String(row.name.map { $0 == " " || $0 == ":" ? "_" : $0 })
      return [Property(name, .number(row.pair.exact)), Property(name + "_drawn", .number(row.pair.drawn))]
    }
  }
}
