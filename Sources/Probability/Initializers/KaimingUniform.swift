import Vocabulary

extension VarianceScaling {
  static let kaimingUniform = Declaration<any Initializer>(
    "kaiming_uniform", "PyTorch's He rule by a uniform draw, for relu or leaky relu.",
    Parameter("slope", .finite, "of the leaky relu that follows; 0 for relu", default: 0, aliases: ["a"]),
    Parameter("mode", .kaimingMode, "which fan divides", default: .fanIn),
    documentation: Documentation(
      formula: "uniform between ±√(6 / ((1 + slope²) × fan))",
      source: "K. He, X. Zhang, S. Ren, J. Sun, Delving deep into rectifiers, 2015",
      examples: [Example("std(kaiming_uniform(fan_in=250, fan_out=100))", gives: "0.0894427")],
      seeAlso: ["he_uniform", "gain"],
      aliases: ["kaiming_uniform_"])
  ) { slope, mode in kaiming("kaiming_uniform", slope: slope, mode, .uniform, keras: "HeUniform") }
}
