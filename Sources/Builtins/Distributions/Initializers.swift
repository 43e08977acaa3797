import Networks
import Probability
import Vocabulary
import Workbench

extension Builtin {
  /// Every initializer takes the fans as well; with them it is the distribution that it draws from.
  static let initializerWords: [Builtin] = initializers.declarations.map { declaration in
    let fanIn = Parameter<Int?>.optional(
      "fan_in", .positiveCount, "inputs of a unit; with the fans it is the distribution of a weight")
    let fanOut = Parameter<Int?>.optional("fan_out", .positiveCount, "units that an input feeds")
    let shape = Parameter<[Double]?>.optional(
      "shape", .vector, "in place of the fans: [in, out], or [height, width, in, out] of a convolution")
    let signature = Signature(
      declaration.name, declaration.signature.summary,
      declaration.signature.parameters + [fanIn.description, fanOut.description, shape.description],
      declaration.signature.documentation)
    return Builtin(signature) { (arguments, _) throws(Failure) in
      let initializer = try declaration.make(taking: &arguments)
      let inputs = try fanIn.take(from: &arguments)
      let outputs = try fanOut.take(from: &arguments)
      if let shape = try shape.take(from: &arguments) {
        guard inputs == nil, outputs == nil, let fans = Fans(of: shape) else {
          throw Failure(
            .argument, "shape must be two to four whole numbers ≥ 1, such as [250, 100], in place of the fans",
            about: .argument("shape"))
        }
        return .object(RandomVariable(try initializer.distribution(fanIn: fans.fanIn, fanOut: fans.fanOut)))
      }
      guard let inputs else {
        guard outputs == nil else {
          throw Failure(.argument, "fan_out alone is not enough", about: .argument("fan_out"), hint: "give fan_in too")
        }
        return .object(initializer)
      }
      guard outputs != nil || !initializer.needsFanOut else {
        throw Failure(
          .argument, "\(initializer.name) needs fan_out too", about: .argument("fan_in"),
          hint: "write \(initializer.name)(fan_in=\(inputs), fan_out=…)")
      }
      return .object(RandomVariable(try initializer.distribution(fanIn: inputs, fanOut: outputs ?? inputs)))
    }
  }

  static let gain = Builtin(
    "gain", "By how much weights must be larger so that an activation keeps the variance of its input.",
    Parameter("activation", .activation, "linear, sigmoid, tanh, relu, leaky_relu(slope) or selu"),
    documentation: Documentation(
      formula: "linear, sigmoid 1; tanh 5/3; relu √2; leaky_relu √(2 / (1 + slope²)); selu 3/4",
      source: "torch.nn.init.calculate_gain",
      notes:
        "These are PyTorch's conventions, not exact values: tanh's 5/3 is a rule of thumb, and selu's own paper has 1.",
      examples: [Example("gain(relu)", gives: "1.41421"), Example("gain(leaky_relu(slope=0.2))", gives: "1.38675")],
      seeAlso: ["xavier_uniform", "orthogonal", "push"],
      aliases: ["calculate_gain"])
  ) { (session: inout Session, activation) throws(Failure) in
    guard let gain = activation.gain else {
      throw Failure(
        .argument, "activation must be one that PyTorch has a gain for, not \(activation.name)",
        about: .argument("activation"),
        hint: "push(\(activation.name), normal(0, 1)) shows what it does to the variance")
    }
    return .number(gain)
  }
}

extension Activation {
  /// PyTorch's `calculate_gain`; nil for activations that it does not know.
  fileprivate var gain: Double? {
    switch name {
    case "linear", "sigmoid": 1
    case "tanh": 5.0 / 3
    case "relu": 2.0.squareRoot()
    case "leaky_relu":
      properties.first { $0.name == "slope" }?.value.number.map { slope in (2 / (1 + slope * slope)).squareRoot() }
    case "selu": 0.75
    default: nil
    }
  }
}

extension Fans {
  /// Nil where the shape is none of a kernel.
  init?(of shape: [Double]) {
    let sizes = shape.compactMap { Int(exactly: $0) }
    guard sizes.count == shape.count, (2...4).contains(sizes.count), sizes.allSatisfy({ $0 >= 1 }) else { return nil }
    self.init(shape: sizes)
  }
}
