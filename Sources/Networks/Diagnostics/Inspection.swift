import ElementaryFunctions
import Vocabulary

/// What each layer does with some data and how strongly the loss pulls at it.
public struct Inspection: Object {
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
    /// The share of activations within 0.01 of a bound.
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
  public var properties: [Property] {
    let columns: [(String, (Row) -> Double?)] = [
      ("mean_z", \.sumMean), ("std_z", \.sumDeviation), ("mean", \.mean), ("std", \.deviation),
      ("saturated", \.saturated), ("dead", \.dead), ("delta", \.delta), ("gradient", \.gradient), ("change", \.change),
    ]
    return columns.map { name, number in Property(name, .vector(rows.map { number($0) ?? .nan })) }
      + [Property("verdict", .text(diagnoses.first?.condition.rawValue ?? ""))]
  }

  /// A table of what goes forward, one of what comes back, and the diagnoses, the gravest last.
  public var display: Display {
    let parts = [Display(forward), Display(backward)] + diagnoses.reversed().map(\.display)
    return parts.joined(separator: "\n")
  }

  private var forward: Table {
    var table = Table(
      [Table.Column("layer"), Table.Column("units", .left)]
        + ["mean z", "std z", "mean", "std", "saturated", "dead"].map { Table.Column($0) })
    for row in rows {
      table.add([
        Display(Double(row.layer)), Display(row.outline), rounded(row.sumMean), rounded(row.sumDeviation),
        rounded(row.mean), rounded(row.deviation), percent(row.saturated), percent(row.dead),
      ])
    }
    return table
  }

  private var backward: Table {
    var table = Table(
      ["layer", "‖∂L/∂z‖", "‖∂L/∂W‖", "‖W‖", "‖ΔW‖/‖W‖"].map { Table.Column($0) } + [Table.Column("", .left)])
    let bars = MagnitudeBars.bars(rows.map { $0.delta ?? .nan })
    for (row, bar) in zip(rows, bars) {
      table.add([
        Display(Double(row.layer)), rounded(row.delta), rounded(row.gradient), rounded(row.weight),
        rounded(row.change), bar,
      ])
    }
    return table
  }

  private func rounded(_ number: Double?) -> Display { number.map { Display($0, digits: 3) } ?? "" }
  private func percent(_ share: Double) -> Display { Display(100 * share, digits: 3) + "%" }
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
    var readings = layers.indices.map { LayerReading(self, $0, weights: weights) }
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
