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
