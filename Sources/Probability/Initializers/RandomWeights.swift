import Vocabulary

/// Normal weights of one standard deviation, whatever the size of the layer.
struct RandomNormal: Initializer {
  let mean: Double
  let stddev: Double

  static let declaration = Declaration<any Initializer>(
    "random_normal", "Normal weights of one standard deviation, whatever the size of the layer.",
    Parameter("mean", .finite, "the centre", default: 0),
    Parameter("stddev", .nonnegative, "the standard deviation", default: 0.05, aliases: ["std", "sigma"]),
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

/// Normal weights of which most are 0.
struct Sparse: Initializer {
  let sparsity: Double
  let stddev: Double

  static let declaration = Declaration<any Initializer>(
    "sparse", "Normal weights of which each input keeps only some.",
    Parameter("sparsity", .probability, "the share of each input's weights that are 0", default: 0.9),
    Parameter("stddev", .nonnegative, "the standard deviation of the others", default: 0.01, aliases: ["std"]),
    documentation: Documentation(
      source: "J. Martens, Deep learning via Hessian-free optimization, 2010; torch.nn.init.sparse_",
      notes: "First all weights are drawn, row by row; then, row by row, a permutation of the columns, whose first "
        + "⌈sparsity × columns⌉ become 0. A row holds the weights of one input, as a column of PyTorch's weight does.",
      examples: [Example("mean(sample(sparse(0.75), [4, 8], seed=1) == 0)", gives: "0.75")],
      seeAlso: ["random_normal"],
      aliases: ["sparse_"])
  ) { sparsity, stddev in Sparse(sparsity: sparsity, stddev: stddev) }

  var name: String { "sparse" }
  var python: PythonInitializer { .asDistribution }
  var properties: [Property] { [Property("sparsity", .number(sparsity)), Property("stddev", .number(stddev))] }
  var profile: InitializerProfile {
    InitializerProfile(
      standardDeviation: "\(NumberStyle.standard.text(stddev)) of those that are not 0", suits: "wide layers of tanh",
      keras: "(none)", torch: "sparse_")
  }

  func distribution(fanIn: Int, fanOut: Int) throws(Failure) -> any Distribution { throw hasNoDistribution() }

  func weights(_ shape: KernelShape, using generator: inout PCG64) throws(Failure) -> [Double] {
    var weights = [Double](repeating: 0, count: shape.count)
    let normal = Normal(mean: 0, stddev: stddev)
    weights.withUnsafeMutableBufferPointer { normal.fill($0, using: &generator) }
    let zeros = Int((sparsity * Double(shape.columns)).rounded(.up))
    for row in 0..<shape.rows {
      for column in generator.permutation(shape.columns).prefix(zeros) { weights[row * shape.columns + column] = 0 }
    }
    return weights
  }
}
