import Vocabulary

extension VarianceScaling {
  static let glorotNormal = Declaration<any Initializer>(
    "glorot_normal", "Keeps the variance of activations and of gradients, by a truncated normal draw.",
    documentation: Documentation(
      formula: "truncated_normal, stddev = √(2 / (fan_in + fan_out)) / 0.87962566103423978",
      source: "X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010",
      examples: [Example("std(glorot_normal(fan_in=250, fan_out=100))", gives: "0.0755929")],
      seeAlso: ["glorot_uniform", "xavier_normal"],
      aliases: ["GlorotNormal"])
  ) {
    VarianceScaling(
      "glorot_normal", scale: 1, .average, .truncatedNormal,
      profile: InitializerProfile(
        standardDeviation: "√(2 / (fan_in + fan_out))", suits: "tanh, sigmoid, linear",
        keras: "GlorotNormal", torch: "xavier_normal_ (not truncated)"),
      python: PythonInitializer(keras: "\"glorot_normal\""))
  }
}
