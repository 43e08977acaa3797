import Vocabulary

extension VarianceScaling {
  static let kaimingNormal = Declaration<any Initializer>(
    "kaiming_normal", "PyTorch's He rule by a normal draw that is not cut, for relu or leaky relu.",
    Parameter("slope", .finite, "of the leaky relu that follows; 0 for relu", default: 0, aliases: ["a"]),
    Parameter("mode", .kaimingMode, "which fan divides", default: .fanIn),
    documentation: Documentation(
      formula: "normal, stddev = √(2 / ((1 + slope²) × fan))",
      source: "K. He, X. Zhang, S. Ren, J. Sun, Delving deep into rectifiers, 2015",
      examples: [Example("std(kaiming_normal(fan_in=250, fan_out=100))", gives: "0.0894427")],
      seeAlso: ["he_normal", "gain"],
      aliases: ["kaiming_normal_"])
  ) { slope, mode in kaiming("kaiming_normal", slope: slope, mode, .normal, keras: "HeNormal (truncated)") }
}
