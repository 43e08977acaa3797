import Vocabulary

extension VarianceScaling {
  static let torchLinear = Declaration<any Initializer>(
    "torch_linear", "What PyTorch's nn.Linear starts with unless told otherwise.",
    documentation: Documentation(
      formula: "uniform between ±√(1 / fan_in)",
      source: "PyTorch, torch.nn.Linear.reset_parameters: kaiming_uniform_ with a = √5",
      notes: "The variance is a third of LeCun's, so that signals fade in deep nets without normalization.",
      examples: [Example("std(torch_linear(fan_in=300))", gives: "0.0333333")],
      seeAlso: ["lecun_uniform", "kaiming_uniform"],
      aliases: ["reset_parameters"])
  ) {
    VarianceScaling(
      "torch_linear", scale: 1.0 / 3, .fanIn, .uniform,
      profile: InitializerProfile(
        standardDeviation: "√(1 / (3 × fan_in))", suits: "shallow nets",
        keras: "VarianceScaling(1/3, distribution=uniform)",
        torch: "the default of nn.Linear"),
      python: .asDistribution)
  }
}
