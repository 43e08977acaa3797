import Vocabulary

/// What a start made of each dense layer's sums.
public struct StartReport: Record {
  public struct Row: Sendable {
    /// Counted from 1.
    public let layer: Int
    public let outline: String
    let drawn: RunningMoments
    let reached: RunningMoments
    /// How often the weights were changed after they were drawn.
    public let changes: Int

    /// Mean and standard deviation of all sums of the layer, as the weights were drawn and as they are now.
    public var meanDrawn: Double { drawn.mean }
    public var deviationDrawn: Double { drawn.standardDeviation }
    public var mean: Double { reached.mean }
    public var deviation: Double { reached.standardDeviation }
  }

  public let start: any Start
  public let rows: [Row]
  /// All parameters of the network.
  public let weights: [Double]

  public var kind: String { "start report" }
  public var numberCount: Int { weights.count }
  public static let fields: [Field<StartReport>] = [
    Field("layer", "the numbers of the dense layers") { $0.rows.map(\.layer) },
    Field("units", "what the layers are, such as \"5 tanh\"") { $0.rows.map(\.outline) },
    Field("mean_drawn", "the mean of z with the weights as they were drawn", as: .digits(3)) {
      $0.rows.map { Self.rounded($0.meanDrawn, beside: $0.deviationDrawn) }
    },
    Field("std_drawn", "the standard deviation of z with the weights as they were drawn", as: .digits(3)) {
      $0.rows.map(\.deviationDrawn)
    },
    Field("changes", "how often the weights were changed then") { $0.rows.map(\.changes) },
    Field("mean_z", "the mean of z, the sums before the activation, over all units and points", as: .digits(3)) {
      $0.rows.map { Self.rounded($0.mean, beside: $0.deviation) }
    },
    Field("std_z", "the standard deviation of z", as: .digits(3)) { $0.rows.map(\.deviation) },
  ]

  public var display: Display {
    let isBlind = start is BlindStart
    let columns =
      ["layer", "units"] + (isBlind ? [] : ["mean_drawn", "std_drawn", "changes"]) + ["mean_z", "std_z"]
    let flat = isBlind ? [] : rows.filter { $0.deviation == 0 }
    let notes = flat.map {
      Display("layer \($0.layer) puts out the same for every point and stays as it was drawn")
    }
    return ([Display(table(columns))] + notes).joined(separator: "\n")
  }

  /// A mean, 0 where it is but rounding.
  private static func rounded(_ mean: Double, beside deviation: Double) -> Double {
    mean.magnitude < 1e-14 * deviation ? 0 : mean
  }
}
