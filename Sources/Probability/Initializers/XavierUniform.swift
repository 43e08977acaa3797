import Vocabulary

extension VarianceScaling {
  static let xavierUniform = Declaration<any Initializer>(
    "xavier_uniform", "PyTorch's Glorot rule by a uniform draw, with a gain.",
    Parameter("gain", .positive, "what the standard deviation is multiplied by, such as gain(tanh)", default: 1),
    documentation: Documentation(
      formula: "uniform between ±gain × √(6 / (fan_in + fan_out))",
      source: "X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010",
      examples: [Example("std(xavier_uniform(fan_in=250, fan_out=100))", gives: "0.0755929")],
      seeAlso: ["glorot_uniform", "gain"],
      aliases: ["xavier_uniform_"])
  ) { gain in
    VarianceScaling(
      "xavier_uniform", scale: gain * gain, .average, .uniform,
      properties: gain == 1 ? [] : [Property("gain", .number(gain))],
      profile: InitializerProfile(
        standardDeviation: (gain == 1 ? "" : NumberStyle(digits: 15, notation: .e).text(gain) + " × ")
          + "√(2 / (fan_in + fan_out))",
        suits: "tanh, sigmoid, linear", keras: "GlorotUniform", torch: "xavier_uniform_"),
      python: PythonInitializer { tensor in
        "nn.init.xavier_uniform_(\(tensor)\(gain == 1 ? "" : ", gain=\(gain.python)"))"
      })
  }
}
