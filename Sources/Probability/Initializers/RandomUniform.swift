import Vocabulary

/// Uniform weights between two bounds, whatever the size of the layer.
struct RandomUniform: Initializer {
  let low: Double
  let high: Double

  static let declaration = Declaration<any Initializer>(
    "random_uniform", "Uniform weights between two bounds, whatever the size of the layer.",
    Parameter("low", .finite, "the lower bound", default: -0.05, aliases: ["minval", "a"]),
    Parameter("high", .finite, "the upper bound", default: 0.05, aliases: ["maxval", "b"]),
    documentation: Documentation(
      formula: "uniform(low, high)",
      notes: "PyTorch's uniform_ goes from 0 to 1 unless told otherwise.",
      examples: [Example("std(random_uniform(fan_in=250, fan_out=100))", gives: "0.0288675")],
      seeAlso: ["uniform", "random_normal"],
      aliases: ["RandomUniform", "uniform_"])
  ) { (low, high) throws(Failure) in
    guard low <= high else {
      throw Failure(
        .argument, "high must be a number ≥ low, not \(NumberStyle.standard.text(high))", about: .argument("high"))
    }
    return RandomUniform(low: low, high: high)
  }

  var name: String { "random_uniform" }
  var python: PythonInitializer { .asDistribution }
  var properties: [Property] { [Property("low", .number(low)), Property("high", .number(high))] }
  var profile: InitializerProfile {
    InitializerProfile(
      standardDeviation: NumberStyle(digits: 15, notation: .e).text((high - low) / 12.0.squareRoot()),
      suits: "shallow nets", keras: "RandomUniform", torch: "uniform_ (0 to 1)")
  }

  func distribution(fanIn: Int, fanOut: Int) throws(Failure) -> any Distribution { Uniform(low: low, high: high) }
}
