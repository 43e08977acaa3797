import Vocabulary

extension VarianceScaling {
  static let heUniform = Declaration<any Initializer>(
    "he_uniform", "Keeps the variance of activations through relu, by a uniform draw.",
    documentation: Documentation(
      formula: "uniform between ±√(6 / fan_in)",
      source: "K. He, X. Zhang, S. Ren, J. Sun, Delving deep into rectifiers, 2015",
      examples: [Example("std(he_uniform(fan_in=250, fan_out=100))", gives: "0.0894427")],
      seeAlso: ["he_normal", "kaiming_uniform"],
      aliases: ["HeUniform"])
  ) {
    VarianceScaling(
      "he_uniform", scale: 2, .fanIn, .uniform,
      profile: InitializerProfile(
        standardDeviation: "√(2 / fan_in)", suits: "relu and its relatives",
        keras: "HeUniform", torch: "kaiming_uniform_"),
      python: PythonInitializer(keras: "\"he_uniform\"") { "nn.init.kaiming_uniform_(\($0), nonlinearity=\"relu\")" })
  }
}
