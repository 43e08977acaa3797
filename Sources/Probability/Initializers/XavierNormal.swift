import Vocabulary

extension VarianceScaling {
  static let xavierNormal = Declaration<any Initializer>(
    "xavier_normal", "PyTorch's Glorot rule by a normal draw that is not cut, with a gain.",
    Parameter("gain", .positive, "what the standard deviation is multiplied by, such as gain(tanh)", default: 1),
    documentation: Documentation(
      formula: "normal, stddev = gain × √(2 / (fan_in + fan_out))",
      source: "X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010",
      examples: [Example("std(xavier_normal(fan_in=250, fan_out=100))", gives: "0.0755929")],
      seeAlso: ["glorot_normal", "gain"],
      aliases: ["xavier_normal_"])
  ) { gain in
    VarianceScaling(
      "xavier_normal", scale: gain * gain, .average, .normal,
      properties: gain == 1 ? [] : [Property("gain", .number(gain))],
      profile: InitializerProfile(
        standardDeviation: (gain == 1 ? "" : NumberStyle(digits: 15, notation: .e).text(gain) + " × ")
          + "√(2 / (fan_in + fan_out))",
        suits: "tanh, sigmoid, linear", keras: "GlorotNormal (truncated)", torch: "xavier_normal_"),
      python: PythonInitializer { tensor in
        "nn.init.xavier_normal_(\(tensor)\(gain == 1 ? "" : ", gain=\(gain.python)"))"
      })
  }
}
