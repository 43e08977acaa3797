import ElementaryFunctions
import Vocabulary

/// What each layer does with some data and how strongly the loss pulls at it.
public struct Inspection: Record {
  /// One layer.
  public struct Row: Sendable {
    /// Counted from 1.
    public let layer: Int
    public let units: Int
    /// `5 tanh`
    public let outline: String
    /// Of the pre-activations; nil for layers that have none.
    public let sumMean: Double?
    public let sumDeviation: Double?
    public let mean: Double
    public let deviation: Double
    /// The share of activations within 0.01 of a bound; nan where the activation is a function of the learner's, of which
    /// no bounds are known.
    public let saturated: Double
    /// The share of units that are 0 for every point.
    public let dead: Double
    /// ‖∂L/∂z‖: the root of the mean square over units and points, each point's loss counted by itself; nil for layers
    /// without pre-activations.
    public let delta: Double?
    /// ‖∂L/∂W‖ and ‖W‖, the Euclidean norms; of gamma and beta together for a batch normalization, nil for layers with
    /// nothing to learn.
    public let gradient: Double?
    public let weight: Double?
    /// ‖ΔW‖ / ‖W‖ for one step of plain gradient descent.
    public let change: Double?
    /// Whether the layer works on a branch of a residual block, past which gradients have another way.
    public let isOnBranch: Bool
  }

  /// The learning rate for which steps are judged where none is given.
  public static let standardRate = 0.01

  public let rows: [Row]
  /// The mean loss of the points.
  public let loss: Double
  /// What the loss would be if the output were the targets' mean for every point.
  let constantLoss: Double
  /// The standard deviations of outputs and targets from point to point, as root mean squares over the units.
  let outputSpread: Double
  /// Whether some layer brings what it gets to one size.
  let isNormalized: Bool
  let targetSpread: Double
  /// What works by accident, if at all, said before the numbers.
  public var cautions: [String] = []

  /// What is wrong, the gravest first; that all is well where nothing is.
  public var diagnoses: [Diagnosis] { Diagnosis.all(of: self) }

  /// Whether the loss is less than half of what a constant output would get.
  var hasLearnt: Bool { loss < 0.5 * constantLoss }

  /// Whether the output is the same for all points, beside how the targets differ; of a net that puts out small numbers
  /// only because its targets are small it is not.
  var isOutputConstant: Bool {
    outputSpread < 1e-3 * targetSpread && outputSpread < 1e-3 * max(1, (rows.last?.mean ?? 0).magnitude)
  }

  public var kind: String { "inspection" }
  public static let fields: [Field<Inspection>] = [
    Field("layer", "the numbers of the layers, from 1") { $0.rows.map(\.layer) },
    Field("units", "what the layers are, such as \"5 tanh\"") { $0.rows.map(\.outline) },
    Field("mean_z", "the mean of z, what comes before the activation; nan of a layer without z", as: .digits(3)) {
      $0.rows.map(\.sumMean)
    },
    Field("std_z", "the standard deviation of z", as: .digits(3)) { $0.rows.map(\.sumDeviation) },
    Field("mean", "the mean of the activations", as: .digits(3)) { $0.rows.map(\.mean) },
    Field("std", "the standard deviation of the activations", as: .digits(3)) { $0.rows.map(\.deviation) },
    Field(
      "saturated", "the share of activations within 0.01 of a bound, from 0 to 1; nan of functions of yours",
      as: .percent
    ) {
      $0.rows.map { $0.saturated.isNaN ? nil : $0.saturated }
    },
    Field("dead", "the share of units that are 0 for every point, from 0 to 1", as: .percent) { $0.rows.map(\.dead) },
    Field("delta", "the root mean square over units and points", symbol: "‖∂L/∂z‖", as: .digits(3)) {
      $0.rows.map(\.delta)
    },
    Field("gradient", "the Euclidean norm", symbol: "‖∂L/∂W‖", as: .digits(3)) { $0.rows.map(\.gradient) },
    Field("weight", "the Euclidean norm", symbol: "‖W‖", as: .digits(3)) { $0.rows.map(\.weight) },
    Field("change", "of one step of plain gradient descent", symbol: "‖ΔW‖/‖W‖", as: .digits(3)) {
      $0.rows.map(\.change)
    },
    Field("loss", "the mean loss of the points") { $0.loss },
    Field("verdict", "the gravest of what is found, in a word") { $0.diagnoses.first?.condition.rawValue ?? "" },
  ]

  /// A table of what goes forward, one of what comes back, and the diagnoses, the gravest last.
  public var display: Display {
    let forward = table(["layer", "units", "mean_z", "std_z", "mean", "std", "saturated", "dead"])
    let bars = MagnitudeBars.bars(rows.map { $0.delta ?? .nan })
    let pulls = ["layer", "delta", "gradient", "weight", "change"]
    let parts =
      cautions.map { Display("caution: " + $0) }
      + [Display(forward), Display(table(pulls, bars: bars)), Self.legend(of: pulls)]
      + diagnoses.reversed().map(\.display)
    return parts.joined(separator: "\n")
  }
}

extension Inspection.Row {
  init(_ reading: LayerReading, learningRate: Double) {
    layer = reading.number
    units = reading.units
    outline = reading.outline
    sumMean = reading.isDense ? reading.preActivations.mean : nil
    sumDeviation = reading.isDense ? reading.preActivations.standardDeviation : nil
    mean = reading.outputs.mean
    deviation = reading.outputs.standardDeviation
    saturated = reading.saturated
    dead = reading.dead
    delta = reading.isDense ? reading.delta : nil
    gradient = reading.isTrained ? reading.gradient : nil
    weight = reading.isTrained ? reading.weightNorm : nil
    let step = learningRate * reading.gradient
    change = reading.isTrained ? (step == 0 ? 0 : step / reading.weightNorm) : nil
    isOnBranch = reading.isOnBranch
  }
}

extension Architecture {
  /// Runs all points forward and backward once and tells what each layer did.
  ///
  /// Throws where the data do not fit, and when it is interrupted.
  public func inspect(
    _ weights: [Double], on data: Dataset, loss: any Loss, learningRate: Double,
    interruption: Interruption = Interruption()
  ) throws(Failure) -> Inspection {
    let pass = try FullBatchPass(self, weights, on: data, loss: loss, interruption: interruption)
    var readings = zip(layers.indices, layers.areOnMainPath).map {
      LayerReading(self, $0, isOnBranch: !$1, weights: weights)
    }
    let mean = try pass.run { share in
      for index in readings.indices { readings[index].add(pass.workspace, share: share) }
    }
    return Inspection(
      rows: readings.map { Inspection.Row($0, learningRate: learningRate) }, loss: mean,
      constantLoss: pass.lossOfConstant, outputSpread: readings.last?.spread ?? 0,
      isNormalized: layers.contains { $0.normalizes }, targetSpread: pass.targetSpread)
  }
}

/// Bars whose lengths tell orders of magnitude.
public enum MagnitudeBars {
  private static let longest = 20

  /// From 1 to 20 by the order of magnitude; none for 0 and nan, the longest for ∞.
  public static func lengths(_ numbers: [Double]) -> [Int] {
    let sizes = numbers.map { log10($0.magnitude) }
    let finite = sizes.filter(\.isFinite)
    guard let least = finite.min(), let most = finite.max() else { return sizes.map { $0 == .infinity ? longest : 0 } }
    return sizes.map { size in
      if size.isNaN || size == -.infinity { return 0 }
      if size == .infinity || most == least { return longest }
      return 1 + Int((Double(longest - 1) * (size - least) / (most - least)).rounded())
    }
  }

  public static func bars(_ numbers: [Double]) -> [Display] {
    lengths(numbers).map { Display(String(repeating: "█", count: $0)) }
  }
}
