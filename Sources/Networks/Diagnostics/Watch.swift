import Vocabulary

/// What is looked at again and again while a network is trained: an instrument's key numbers, or only a figure.
public enum Watch: String, Sendable, CaseIterable {
  case loss, boundary, inspect, symmetry, chain
  case gradientCheck = "gradient_check"

  /// What was read once.
  public enum Reading: Sendable {
    /// Of the dense layers ‖∂L/∂z‖; the largest shares of all layers; what `inspect` calls it.
    case inspection(delta: [Double], saturated: Double, dead: Double, verdict: String)
    /// Of the dense layers.
    case distinct([Double])
    case product(Double)
    case relativeError(Double)
  }

  /// Whether there are numbers to be read, not only a figure.
  var hasReadings: Bool { self != .loss && self != .boundary }

  /// What was read, reading by reading; a history has those of its epochs.
  static let fields: [Field<[Reading]>] = [
    column("first_delta", "‖∂L/∂z‖ of the first dense layer", .inspect, .digits(3)) { $0.delta?.first },
    column("last_delta", "‖∂L/∂z‖ of the last hidden layer", .inspect, .digits(3)) { $0.delta.map(Reading.lastHidden) },
    column("delta", "‖∂L/∂z‖ of all dense layers, a column each", .inspect, .digits(3)) { $0.delta },
    column("saturated", "the largest saturated share of a hidden layer, from 0 to 1", .inspect, .percent) {
      if case .inspection(_, let saturated, _, _) = $0 { saturated } else { nil }
    },
    column("dead", "the largest share of dead units of a layer, from 0 to 1", .inspect, .percent) {
      if case .inspection(_, _, let dead, _) = $0 { dead } else { nil }
    },
    column("verdict", "what inspect finds, in a word", .inspect) {
      if case .inspection(_, _, _, let verdict) = $0 { verdict } else { nil }
    },
    column("distinct", "the distinct units of all dense layers, a column each", .symmetry) {
      if case .distinct(let counts) = $0 { counts } else { nil }
    },
    column("product", "the product of chain's factors: by what the gradient changes on its way", .chain, .digits(3)) {
      if case .product(let product) = $0 { product } else { nil }
    },
    column("relative_error", "the largest relative error of gradient_check", .gradientCheck, .digits(3)) {
      if case .relativeError(let error) = $0 { error } else { nil }
    },
  ]

  /// Those that stand in the table of a history.
  static let columns = fields.map(\.name).filter { $0 != "delta" }

  private static func column<Content: FieldElement>(
    _ name: String, _ meaning: String, _ watch: Watch, _ form: CellForm = CellForm(),
    _ content: @escaping @Sendable (Reading) -> Content?
  ) -> Field<[Reading]> {
    Field(name, meaning, only: "with watch=\(watch.rawValue)", as: form) { readings in
      let row = readings.compactMap(content)
      return row.isEmpty ? nil : row
    }
  }

  /// Throws when it is interrupted.
  func read(
    _ architecture: Architecture, _ weights: [Double], on data: Dataset, loss: any Loss, interruption: Interruption
  ) throws(Failure) -> Reading? {
    switch self {
    case .loss, .boundary: return nil
    case .inspect, .chain:
      // How long a step is depends on the optimizer, not on the network alone: the verdict here is on the gradient.
      let inspection = try architecture.inspect(
        weights, on: data, loss: loss, learningRate: 0, interruption: interruption)
      let delta = inspection.rows.compactMap(\.delta)
      if self == .chain {
        guard let first = delta.first, let last = delta.last else { return .product(1) }
        return .product(last == 0 ? 0 : first / last)
      }
      return .inspection(
        delta: delta, saturated: inspection.rows.dropLast().map(\.saturated).max() ?? 0,
        dead: inspection.rows.map(\.dead).max() ?? 0, verdict: inspection.diagnoses.first?.condition.rawValue ?? "")
    case .symmetry:
      return .distinct(
        try architecture.symmetry(weights, interruption: interruption).rows.map { Double($0.distinct) })
    case .gradientCheck:
      let check = try architecture.checkGradient(weights, on: data.prefix(100), loss: loss, interruption: interruption)
      return .relativeError(check.relativeError)
    }
  }
}

extension Watch.Reading {
  fileprivate var delta: [Double]? {
    if case .inspection(let delta, _, _, _) = self { delta } else { nil }
  }

  /// That before the last, which is the output; of fewer than three layers the last.
  fileprivate static func lastHidden(_ delta: [Double]) -> Double {
    delta.count > 2 ? delta[delta.count - 2] : delta.last ?? .nan
  }
}

extension Kind where Output == Watch {
  /// The name of an instrument, with or without quotation marks.
  public static let watch = Kind.choice("loss, boundary, inspect, symmetry, chain or gradient_check")
}
