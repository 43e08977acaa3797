import Vocabulary

extension VarianceScaling {
  /// PyTorch's rule: the gain of a leaky relu, squared, divided by a fan.
  static func kaiming(_ name: String, slope: Double, _ mode: Mode, _ shape: Shape, keras: String) -> VarianceScaling {
    let scale = 2 / (1 + slope * slope)
    var properties: [Property] = []
    if slope != 0 { properties.append(Property("slope", .number(slope))) }
    if mode != .fanIn { properties.append(Property("mode", .text(mode.rawValue))) }
    let factor = slope == 0 ? "2" : NumberStyle(digits: 15, notation: .e).text(scale)
    return VarianceScaling(
      name, scale: scale, mode, shape, properties: properties,
      profile: InitializerProfile(
        standardDeviation: "√(\(factor) / \(mode.rawValue))", suits: "relu and leaky_relu", keras: keras,
        torch: name + "_"), python: .asDistribution)
  }
}

extension Kind where Output == VarianceScaling.Mode {
  /// PyTorch knows no average.
  static let kaimingMode = Kind(
    "fan_in or fan_out", .word, completion: .words(["fan_in", "fan_out"]), passing: .word, value: { .text($0.rawValue) }
  ) { value in
    guard case .text(let word) = value, word != VarianceScaling.Mode.average.rawValue else { return nil }
    return VarianceScaling.Mode(rawValue: word)
  }
}

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
