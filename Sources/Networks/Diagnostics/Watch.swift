import Vocabulary

/// What is looked at again and again while a network is trained: an instrument's numbers, or only a figure.
public enum Watch: String, Sendable, CaseIterable {
  case loss, boundary, inspect, gradients, weights, symmetry, chain
  case gradientCheck = "gradient_check"

  /// What was read once; nil of what nobody looked at.
  public struct Reading: Sendable {
    /// What `inspect` says, and ‖ΔW‖/‖W‖ of the last step in place of that of plain gradient descent.
    fileprivate(set) var inspection: Inspection?
    fileprivate(set) var changes: [Double] = []
    fileprivate(set) var gradientNorms: [Double]?
    fileprivate(set) var weightNorms: [Double]?
    fileprivate(set) var distinct: [Double]?
    fileprivate(set) var product: Double?
    fileprivate(set) var relativeError: Double?
    /// What functions of the network yielded, in their order.
    fileprivate(set) var ofFunctions: [Double] = []

    /// About how many numbers it keeps.
    var numberCount: Int {
      let ofLayers = changes.count + (gradientNorms?.count ?? 0) + (weightNorms?.count ?? 0) + (distinct?.count ?? 0)
      return 16 * (inspection?.rows.count ?? 0) + ofLayers + ofFunctions.count + 3
    }
  }

  /// What was read, reading by reading; a history has those of its epochs.
  static let fields: [Field<[Reading]>] = [
    column("first_delta", "‖∂L/∂z‖ of the first dense layer", .inspect, .digits(3)) { $0.deltas?.first },
    column("last_delta", "‖∂L/∂z‖ of the last hidden layer", .inspect, .digits(3)) {
      $0.deltas.map(Reading.lastHidden)
    },
    column("saturated", "the largest saturated share of a hidden layer, from 0 to 1", .inspect, .percent) {
      $0.inspection.map { $0.rows.dropLast().map(\.saturated).filter { !$0.isNaN }.max() ?? 0 }
    },
    column("dead", "the largest share of dead units of a layer, from 0 to 1", .inspect, .percent) {
      $0.inspection.map { $0.rows.map(\.dead).max() ?? 0 }
    },
    column("verdict", "what inspect finds, in a word", .inspect) {
      $0.inspection.map { $0.diagnoses.first?.condition.rawValue ?? "" }
    },
    column("delta", "‖∂L/∂z‖ of all dense layers, a column each", .inspect, .digits(3)) { $0.deltas },
    layers("mean_z", "the mean of z of all layers, a column each", \.sumMean),
    layers("std_z", "the standard deviation of z of all layers, a column each", \.sumDeviation),
    layers("mean", "the mean of the activations of all layers, a column each", \.mean),
    layers("std", "the standard deviation of the activations of all layers, a column each", \.deviation),
    column("change", "‖ΔW‖/‖W‖ of all layers in the last step, a column each", .inspect, .digits(3)) {
      $0.inspection == nil ? nil : $0.changes
    },
    column("gradient", "‖∂L/∂W‖ of all layers with something to learn, a column each", .gradients, .digits(3)) {
      $0.gradientNorms ?? $0.inspection?.rows.compactMap(\.gradient)
    },
    column("weight", "‖W‖ of all layers with something to learn, a column each", .weights, .digits(3)) {
      $0.weightNorms ?? $0.inspection?.rows.compactMap(\.weight)
    },
    column("distinct", "the distinct units of all dense layers, a column each", .symmetry) { $0.distinct },
    column("product", "the product of chain's factors: by what the gradient changes on its way", .chain, .digits(3)) {
      $0.product
    },
    column("relative_error", "the largest relative error of gradient_check", .gradientCheck, .digits(3)) {
      $0.relativeError
    },
  ]

  /// Those that stand in the table of a history.
  var columns: [String] {
    switch self {
    case .loss, .boundary: []
    case .inspect: ["first_delta", "last_delta", "saturated", "dead", "verdict"]
    case .gradients: ["gradient"]
    case .weights: ["weight"]
    case .symmetry: ["distinct"]
    case .chain: ["product"]
    case .gradientCheck: ["relative_error"]
    }
  }

  private static func column<Content: FieldElement>(
    _ name: String, _ meaning: String, _ watch: Watch, _ form: CellForm = CellForm(),
    _ content: @escaping @Sendable (Reading) -> Content?
  ) -> Field<[Reading]> {
    Field(name, meaning, only: "with watch=\(watch.rawValue)", as: form) { readings in
      let row = readings.compactMap(content)
      return row.isEmpty ? nil : row
    }
  }

  private static func layers(
    _ name: String, _ meaning: String, _ number: @escaping @Sendable (Inspection.Row) -> Double?
  ) -> Field<[Reading]> {
    column(name, meaning, .inspect, .digits(3)) { $0.inspection.map { $0.rows.map { number($0) ?? .nan } } }
  }
}

/// Those who look at a network and the data that it is trained on, after every epoch or batch.
struct Watchers {
  let architecture: Architecture
  let data: Dataset
  let loss: any Loss
  let watches: [Watch]
  let functions: [FunctionOfWeights]
  let interruption: Interruption

  /// Whether there is anything to be read, not only a figure.
  var areReading: Bool { !functions.isEmpty || watches.contains { $0 != .loss && $0 != .boundary } }

  /// Looks at the weights reached, given those before the last step too.
  ///
  /// Throws when it is interrupted, and what a function throws.
  func read(_ weights: [Double], before: [Double]) throws(Failure) -> Watch.Reading {
    var reading = Watch.Reading()
    for watch in watches { try read(watch, weights, before, into: &reading) }
    for function in functions { reading.ofFunctions.append(try function.value(weights)) }
    return reading
  }

  private func read(
    _ watch: Watch, _ weights: [Double], _ before: [Double], into reading: inout Watch.Reading
  ) throws(Failure) {
    switch watch {
    case .loss, .boundary: break
    case .inspect:
      // How long a step is depends on the optimizer, not on the network alone: the verdict here is on the gradient.
      reading.inspection = try inspection(weights)
      reading.changes = architecture.layers.map { $0.change(from: before, to: weights) }
    case .chain:
      reading.product = Chain(try inspection(weights)).total
    case .gradients:
      reading.gradientNorms = norms(
        try architecture.gradients(weights, on: data, loss: loss, interruption: interruption).all)
    case .weights: reading.weightNorms = norms(weights)
    case .symmetry:
      reading.distinct = try architecture.symmetry(weights, interruption: interruption).rows.map { Double($0.distinct) }
    case .gradientCheck:
      reading.relativeError = try architecture.checkGradient(
        weights, on: data.prefix(100), loss: loss, interruption: interruption
      ).relativeError
    }
  }

  private func inspection(_ weights: [Double]) throws(Failure) -> Inspection {
    try architecture.inspect(weights, on: data, loss: loss, learningRate: 0, interruption: interruption)
  }

  private func norms(_ parameters: [Double]) -> [Double] {
    architecture.layers.filter { $0.trainedCount > 0 }.map { EuclideanNorm(parameters[$0.watchedRange]).value }
  }
}

/// A function of a network's weights that is called while it is trained.
public struct FunctionOfWeights {
  /// As the history calls it.
  public let name: String
  let value: (_ weights: [Double]) throws(Failure) -> Double

  public init(_ name: String, value: @escaping (_ weights: [Double]) throws(Failure) -> Double) {
    self.name = name
    self.value = value
  }
}

extension Watch.Reading {
  fileprivate var deltas: [Double]? { inspection.map { $0.rows.compactMap(\.delta) } }

  /// That before the last, which is the output; of fewer than three layers the last.
  fileprivate static func lastHidden(_ delta: [Double]) -> Double {
    delta.count > 2 ? delta[delta.count - 2] : delta.last ?? .nan
  }
}

extension BuiltLayer {
  /// The weights, or of a layer without a matrix of them all that is trained.
  fileprivate var watchedRange: Range<Int> { offset..<offset + (kernelCount > 0 ? kernelCount : trainedCount) }

  /// ‖ΔW‖ / ‖W‖ of a step; nan of layers with nothing to learn.
  fileprivate func change(from before: [Double], to after: [Double]) -> Double {
    guard trainedCount > 0, before.count == after.count else { return .nan }
    let range = watchedRange
    let step = EuclideanNorm(zip(after[range], before[range]).map { $0 - $1 }).value
    return step == 0 ? 0 : step / EuclideanNorm(before[range]).value
  }
}
