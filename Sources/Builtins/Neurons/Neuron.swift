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
              name             exact       drawn
              sum_mean             0   -0.707453
              sum_std        15.8114     16.0599
              output_mean        0.5    0.475688
              output_std     0.47427    0.474163
              saturated     0.771341       0.775
              drawn: of 1000 neurons
            """)
      ],
      seeAlso: ["push", "saturation", "flow"]),
    yields: NeuronComparison.self
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

extension NeuronComparison: Record {
  public var kind: String { "neuron" }

  private var rows: [(name: String, pair: Pair)] {
    let moments = [
      ("sum_mean", sumMean), ("sum_std", sumDeviation), ("output_mean", outputMean), ("output_std", outputDeviation),
    ]
    return moments + (saturated.map { [("saturated", $0)] } ?? [])
  }

  public var display: Display {
    "weighted sum: " + sum.display + "\n" + Display(table(["name", "exact", "drawn"]))
      + "\n" + "  drawn: of \(counted(count, "neuron"))"
  }

  public static let fields: [Field<NeuronComparison>] =
    [
      Field("sum", "the distribution of the weighted sum") { Value.object(RandomVariable($0.sum)) },
      Field("name", "what the rows are: mean and standard deviation of sum and output, and the saturated share") {
        $0.rows.map(\.name)
      },
      Field("exact", "as computed; nan where it is not known") { $0.rows.map(\.pair.exact) },
      Field("drawn", "of the neurons that were drawn") { $0.rows.map(\.pair.drawn) },
      Field("n", "how many were drawn") { $0.count },
    ]
    + [
      row("sum_mean", "the mean of the sum") { $0.sumMean },
      row("sum_std", "the standard deviation of the sum") { $0.sumDeviation },
      row("output_mean", "the mean of the output") { $0.outputMean },
      row("output_std", "the standard deviation of the output") { $0.outputDeviation },
      row("saturated", "the share of outputs within 0.01 of a bound, from 0 to 1") { $0.saturated },
    ].flatMap { $0 }

  /// A row as fields of its own: as computed, and as drawn.
  private static func row(
    _ name: String, _ meaning: String, _ pair: @escaping @Sendable (NeuronComparison) -> Pair?
  ) -> [Field<NeuronComparison>] {
    let condition = "of an activation with a bound"
    guard name == "saturated" else {
      return [
        Field(name, meaning) { pair($0)?.exact ?? .nan },
        Field(name + "_drawn", "the same as drawn") { pair($0)?.drawn ?? .nan },
      ]
    }
    return [
      Field(name, meaning, only: condition) { pair($0)?.exact },
      Field(name + "_drawn", "the same as drawn", only: condition) { pair($0)?.drawn },
    ]
  }
}
