import Vocabulary

extension VarianceScaling {
  static let lecunUniform = Declaration<any Initializer>(
    "lecun_uniform", "Keeps the variance of weighted sums, by a uniform draw.",
    documentation: Documentation(
      formula: "uniform between ±√(3 / fan_in)",
      source: "Y. LeCun, L. Bottou, G. Orr, K.-R. Müller, Efficient BackProp, 1998",
      examples: [Example("std(lecun_uniform(fan_in=250, fan_out=100))", gives: "0.0632456")],
      seeAlso: ["lecun_normal"],
      aliases: ["LecunUniform"])
  ) {
    VarianceScaling(
      "lecun_uniform", scale: 1, .fanIn, .uniform,
      profile: InitializerProfile(
        standardDeviation: "√(1 / fan_in)", suits: "selu, tanh, linear",
        keras: "LecunUniform", torch: "uniform_(-√(3 / fan_in), √(3 / fan_in))"),
      python: PythonInitializer(keras: "\"lecun_uniform\""))
  }
}
