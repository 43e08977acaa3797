import Vocabulary

extension VarianceScaling {
  static let glorotUniform = Declaration<any Initializer>(
    "glorot_uniform", "Keeps the variance of activations and of gradients, by a uniform draw; Keras's default.",
    documentation: Documentation(
      formula: "uniform between ±√(6 / (fan_in + fan_out))",
      source: "X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010",
      examples: [Example("std(glorot_uniform(fan_in=250, fan_out=100))", gives: "0.0755929")],
      seeAlso: ["glorot_normal", "xavier_uniform"],
      aliases: ["GlorotUniform"])
  ) { standard }

  /// Keras's default.
  public static let standard: any Initializer =
    VarianceScaling(
      "glorot_uniform", scale: 1, .average, .uniform,
      profile: InitializerProfile(
        standardDeviation: "√(2 / (fan_in + fan_out))", suits: "tanh, sigmoid, linear",
        keras: "GlorotUniform", torch: "xavier_uniform_"),
      python: PythonInitializer(keras: "\"glorot_uniform\"") { "nn.init.xavier_uniform_(\($0))" })
}
