import Vocabulary

/// Normal weights of one standard deviation, whatever the size of the layer.
struct RandomNormal: Initializer {
  let mean: Double
  let stddev: Double

  static let declaration = Declaration<any Initializer>(
    "random_normal", "Normal weights of one standard deviation, whatever the size of the layer.",
    Parameter("mean", .finite, "the centre", default: 0),
    Parameter("stddev", .nonnegative, "the standard deviation", default: 0.05),
    documentation: Documentation(
      formula: "normal(mean, stddev)",
      examples: [Example("std(random_normal(fan_in=250, fan_out=100))", gives: "0.05")],
      seeAlso: ["normal", "random_uniform"],
      aliases: ["RandomNormal", "normal_"])
  ) { mean, stddev in RandomNormal(mean: mean, stddev: stddev) }

  var name: String { "random_normal" }
  var python: PythonInitializer { .asDistribution }
  var properties: [Property] { [Property("mean", .number(mean)), Property("stddev", .number(stddev))] }
  var profile: InitializerProfile {
    InitializerProfile(
      standardDeviation: NumberStyle.standard.text(stddev), suits: "shallow nets", keras: "RandomNormal",
      torch: "normal_ (stddev 1)")
  }

  func distribution(fanIn: Int, fanOut: Int) throws(Failure) -> any Distribution {
    Normal(mean: mean, stddev: stddev)
  }
}
