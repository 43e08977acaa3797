import Vocabulary

extension VarianceScaling {
  static let lecunNormal = Declaration<any Initializer>(
    "lecun_normal", "Keeps the variance of weighted sums, by a truncated normal draw.",
    documentation: Documentation(
      formula: "truncated_normal, stddev = √(1 / fan_in) / 0.87962566103423978",
      source: "Y. LeCun, L. Bottou, G. Orr, K.-R. Müller, Efficient BackProp, 1998",
      examples: [Example("std(lecun_normal(fan_in=250, fan_out=100))", gives: "0.0632456")],
      seeAlso: ["lecun_uniform", "glorot_normal"],
      aliases: ["LecunNormal"])
  ) {
    VarianceScaling(
      "lecun_normal", scale: 1, .fanIn, .truncatedNormal,
      profile: InitializerProfile(
        standardDeviation: "√(1 / fan_in)", suits: "selu, tanh, linear",
        keras: "LecunNormal", torch: "normal_(std=√(1 / fan_in)) (not truncated)"),
      python: PythonInitializer(keras: "\"lecun_normal\""))
  }
}
