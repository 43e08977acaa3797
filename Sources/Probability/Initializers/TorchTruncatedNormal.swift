import Vocabulary

/// PyTorch's `trunc_normal_`: a normal distribution cut at two fixed numbers, whatever its standard deviation.
struct TorchTruncatedNormal: Initializer {
  let mean: Double
  let stddev: Double
  let low: Double
  let high: Double

  static let declaration = Declaration<any Initializer>(
    "trunc_normal", "PyTorch's truncated normal weights, whose bounds are plain numbers.",
    Parameter("mean", .finite, "the centre", default: 0), Parameter("stddev", .positive, "before the cut", default: 1),
    Parameter("low", .finite, "the lower bound, a number like the weights", default: -2, aliases: ["a"]),
    Parameter("high", .finite, "the upper bound, a number like the weights", default: 2, aliases: ["b"]),
    documentation: Documentation(
      formula: "normal(mean, stddev), cut at low and high",
      notes:
        "With stddev=0.02 the bounds ±2 are 100 standard deviations away and cut nothing, which has surprised many. "
        + "Keras counts its bounds in standard deviations: truncated_normal.",
      examples: [Example("std(trunc_normal(stddev=0.02, fan_in=250))", gives: "0.02")],
      seeAlso: ["truncated_normal"],
      aliases: ["trunc_normal_"])
  ) { (mean, stddev, low, high) throws(Failure) in
    guard low < high else {
      throw Failure(
        .argument, "high must be a number > low, not \(NumberStyle.standard.text(high))", about: .argument("high"))
    }
    return TorchTruncatedNormal(mean: mean, stddev: stddev, low: low, high: high)
  }

  var name: String { "trunc_normal" }
  var python: PythonInitializer { .asDistribution }
  var properties: [Property] {
    [
      Property("mean", .number(mean)), Property("stddev", .number(stddev)), Property("low", .number(low)),
      Property("high", .number(high)),
    ]
  }
  var profile: InitializerProfile {
    let deviation = (try? distribution(fanIn: 1, fanOut: 1))?.standardDeviation ?? .nan
    return InitializerProfile(
      standardDeviation: NumberStyle(digits: 15, notation: .e).text(deviation), suits: "transformers, by custom",
      keras: "TruncatedNormal (bounds in standard deviations)", torch: "trunc_normal_")
  }

  func distribution(fanIn: Int, fanOut: Int) throws(Failure) -> any Distribution {
    try TruncatedNormal(mean: mean, stddev: stddev, low: (low - mean) / stddev, high: (high - mean) / stddev)
  }
}
