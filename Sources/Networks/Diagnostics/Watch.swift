import Vocabulary

/// What is looked at again and again while a network is trained: an instrument's key numbers, or only a figure.
public enum Watch: String, Sendable, CaseIterable {
  case loss, boundary, inspect, symmetry, chain
  case gradientCheck = "gradient_check"

  /// The headings of its numbers for a network.
  func titles(for architecture: Architecture) -> [String] {
    let dense = architecture.layers.indices.filter { architecture.layers[$0].kernelCount > 0 }.map { $0 + 1 }
    switch self {
    case .loss, .boundary: return []
    case .inspect:
      let last = dense.count > 2 ? dense[dense.count - 2] : dense.last
      let gradients = [dense.first, last].compactMap { $0 }.map { "‖∂L/∂z‖ \($0)" }
      return (gradients.count == 2 && gradients[0] == gradients[1] ? [gradients[0]] : gradients) + [
        "saturated", "dead", "verdict",
      ]
    case .symmetry: return dense.map { "distinct \($0)" }
    case .chain: return ["product of factors"]
    case .gradientCheck: return ["relative error"]
    }
  }

  /// The numbers under the headings. Throws when it is interrupted.
  func read(
    _ architecture: Architecture, _ weights: [Double], on data: Dataset, loss: any Loss, interruption: Interruption
  ) throws(Failure) -> [Value] {
    switch self {
    case .loss, .boundary: return []
    case .inspect, .chain:
      // How long a step is depends on the optimizer, not on the network alone: the verdict here is on the gradient.
      let inspection = try architecture.inspect(
        weights, on: data, loss: loss, learningRate: 0, interruption: interruption)
      let gradients = inspection.rows.compactMap(\.delta)
      if self == .chain {
        guard let first = gradients.first, let last = gradients.last else { return [.number(1)] }
        return [.number(last == 0 ? 0 : first / last)]
      }
      let ends = gradients.count > 2 ? [gradients[0], gradients[gradients.count - 2]] : gradients
      let shares = [
        inspection.rows.dropLast().map(\.saturated).max() ?? 0, inspection.rows.map(\.dead).max() ?? 0,
      ]
      return (ends + shares).map { .number($0) } + [.text(inspection.diagnoses.first?.condition.rawValue ?? "")]
    case .symmetry:
      return try architecture.symmetry(weights, interruption: interruption).rows.map { .number(Double($0.distinct)) }
    case .gradientCheck:
      let check = try architecture.checkGradient(weights, on: data.prefix(100), loss: loss, interruption: interruption)
      return [.number(check.relativeError)]
    }
  }
}

extension Kind where Output == Watch {
  /// The name of an instrument, with or without quotation marks.
  public static let watch = Kind.choice("loss, boundary, inspect, symmetry, chain or gradient_check")
}
