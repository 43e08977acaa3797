import Vocabulary

extension VarianceScaling {
  static let heNormal = Declaration<any Initializer>(
    "he_normal", "Keeps the variance of activations through relu, by a truncated normal draw.",
    documentation: Documentation(
      formula: "truncated_normal, stddev = √(2 / fan_in) / 0.87962566103423978",
      source: "K. He, X. Zhang, S. Ren, J. Sun, Delving deep into rectifiers, 2015",
      examples: [Example("std(he_normal(fan_in=250, fan_out=100))", gives: "0.0894427")],
      seeAlso: ["he_uniform", "kaiming_normal"],
      aliases: ["HeNormal"])
  ) {
    VarianceScaling(
      "he_normal", scale: 2, .fanIn, .truncatedNormal,
      profile: InitializerProfile(
        standardDeviation: "√(2 / fan_in)", suits: "relu and its relatives",
        keras: "HeNormal", torch: "kaiming_normal_ (not truncated)"),
      python: PythonInitializer(keras: "\"he_normal\""))
  }
}
