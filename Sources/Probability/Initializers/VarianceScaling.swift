import Vocabulary

/// The initializers that set the variance of the weights from the fans: Keras's `VarianceScaling` and its children, and
/// PyTorch's relatives of them.
public struct VarianceScaling: Initializer {
  /// The fan that divides.
  enum Mode: String, Sendable, CaseIterable {
    case fanIn = "fan_in"
    case fanOut = "fan_out"
    case average = "fan_avg"
  }

  /// The shape of the distribution.
  enum Shape: String, Sendable, CaseIterable {
    /// Normal, cut at two standard deviations; widened so that the variance is right after the cut.
    case truncatedNormal = "truncated_normal"
    case normal = "untruncated_normal"
    case uniform
  }

  public let name: String
  let scale: Double
  let mode: Mode
  let shape: Shape
  public let properties: [Property]
  public let profile: InitializerProfile
  public let python: PythonInitializer

  init(
    _ name: String, scale: Double, _ mode: Mode, _ shape: Shape, properties: [Property] = [],
    profile: InitializerProfile, python: PythonInitializer
  ) {
    self.name = name
    self.scale = scale
    self.mode = mode
    self.shape = shape
    self.properties = properties
    self.profile = profile
    self.python = python
  }

  static let declaration = Declaration<any Initializer>(
    "variance_scaling", "The rule behind all rules: the variance of the weights is scale divided by a fan.",
    Parameter("scale", .positive, "what is divided", default: 1),
    Parameter("mode", .mode, "which fan divides", default: .fanIn),
    Parameter("distribution", .shape, "what is drawn from", default: .truncatedNormal),
    documentation: Documentation(
      formula: "variance = scale / fan",
      source: "K. He, X. Zhang, S. Ren, J. Sun, Delving deep into rectifiers, 2015; as Keras has it",
      notes:
        "glorot_uniform is variance_scaling(1, fan_avg, uniform), he_normal is variance_scaling(2). A truncated normal "
        + "is widened by 1 / 0.87962566103423978, so that the variance is right after the cut.",
      examples: [Example("std(variance_scaling(2, fan_in=50))", gives: "0.2")],
      seeAlso: ["glorot_uniform", "he_normal"],
      aliases: ["VarianceScaling"])
  ) { scale, mode, shape in
    let factor = scale == 1 ? "1" : NumberStyle(notation: .e).text(scale)
    let fan = mode == .average ? "(fan_in + fan_out)" : mode.rawValue
    return VarianceScaling(
      "variance_scaling", scale: scale, mode, shape,
      properties: [
        Property("scale", .number(scale)), Property("mode", .text(mode.rawValue)),
        Property("distribution", .text(shape.rawValue)),
      ],
      profile: InitializerProfile(
        standardDeviation: "√(\(mode == .average ? "2 × " : "")\(factor) / \(fan))",
        suits: "what its scale is made for", keras: "VarianceScaling", torch: "(none)"),
      python: .asDistribution)
  }

  /// The standard deviation of a normal distribution of standard deviation 1 cut at ±2, as Keras writes it.
  static let truncatedDeviation = 0.87962566103423978

  public var needsFanOut: Bool { mode != .fanIn }

  public func distribution(fanIn: Int, fanOut: Int) throws(Failure) -> any Distribution {
    let fan: Double =
      switch mode {
      case .fanIn: Double(fanIn)
      case .fanOut: Double(fanOut)
      case .average: (Double(fanIn) + Double(fanOut)) / 2
      }
    let variance = scale / max(1, fan)
    switch shape {
    case .uniform:
      let limit = (3 * variance).squareRoot()
      return Uniform(low: -limit, high: limit)
    case .normal:
      return Normal(mean: 0, stddev: variance.squareRoot())
    case .truncatedNormal:
      return try TruncatedNormal(mean: 0, stddev: variance.squareRoot() / Self.truncatedDeviation, low: -2, high: 2)
    }
  }
}

extension Kind where Output == VarianceScaling.Mode {
  static let mode = Kind.choice("fan_in, fan_out or fan_avg")
}

extension Kind where Output == VarianceScaling.Shape {
  static let shape = Kind.choice("truncated_normal, untruncated_normal or uniform")
}

extension VarianceScaling {
  static let glorotUniform = Declaration<any Initializer>(
    "glorot_uniform", "Keeps the variance of activations and of gradients, by a uniform draw; Keras's default.",
    documentation: Documentation(
      formula: "uniform between ±√(6 / (fan_in + fan_out))",
      source: "X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010",
      examples: [Example("std(glorot_uniform(fan_in=250, fan_out=100))", gives: "0.0755929")],
      seeAlso: ["glorot_normal", "xavier_uniform"],
      aliases: ["GlorotUniform"])
  ) { standard }

  /// Keras's default.
  public static let standard: any Initializer =
    VarianceScaling(
      "glorot_uniform", scale: 1, .average, .uniform,
      profile: InitializerProfile(
        standardDeviation: "√(2 / (fan_in + fan_out))", suits: "tanh, sigmoid, linear",
        keras: "GlorotUniform", torch: "xavier_uniform_"),
      python: PythonInitializer(keras: "\"glorot_uniform\"") { "nn.init.xavier_uniform_(\($0))" })

  static let glorotNormal = Declaration<any Initializer>(
    "glorot_normal", "Keeps the variance of activations and of gradients, by a truncated normal draw.",
    documentation: Documentation(
      formula: "truncated_normal, stddev = √(2 / (fan_in + fan_out)) / 0.87962566103423978",
      source: "X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010",
      examples: [Example("std(glorot_normal(fan_in=250, fan_out=100))", gives: "0.0755929")],
      seeAlso: ["glorot_uniform", "xavier_normal"],
      aliases: ["GlorotNormal"])
  ) {
    VarianceScaling(
      "glorot_normal", scale: 1, .average, .truncatedNormal,
      profile: InitializerProfile(
        standardDeviation: "√(2 / (fan_in + fan_out))", suits: "tanh, sigmoid, linear",
        keras: "GlorotNormal", torch: "xavier_normal_ (not truncated)"),
      python: PythonInitializer(keras: "\"glorot_normal\""))
  }

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
