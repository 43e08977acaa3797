import Probability
import Vocabulary

/// Several ways to train, each from several seeds, and which differences are more than luck.
public struct Comparison: Record {
  /// One of the ways.
  public struct Row: Sendable {
    public let name: String
    /// In the order of the seeds.
    public let runs: [Variation.Run]

    public init(name: String, runs: [Variation.Run]) {
      self.name = name
      self.runs = runs
    }

    public var losses: [Double] { runs.map(\.loss) }
  }

  public enum Standing: Sendable, Equatable {
    case best
    /// With the probability of such a difference from the best where there is none, times the number of comparisons
    /// (Bonferroni), at most 1.
    case worse(probability: Double)
    /// Too few runs, or some that became infinite or nan.
    case unknown
  }

  /// What the rows differ in: `initializer`.
  private let subject: String
  public let rows: [Row]
  /// What works by accident in one of the ways, if at all.
  public var cautions: [String] = []
  /// How many runs were wanted.
  private let wanted: Int
  /// In the order of the rows.
  public let standings: [Standing]

  /// The rows as far as they have come.
  public init(of subject: String, _ rows: [Row], wanted: Int) {
    self.subject = subject
    self.wanted = wanted
    self.rows = rows
    let means = rows.map { Moments(of: $0.losses).mean }
    let best = means.indices.filter { means[$0].isFinite }.min { means[$0] < means[$1] }
    standings = rows.indices.map { index in
      guard let best else { return .unknown }
      if index == best { return .best }
      guard let test = WelchTest(rows[index].losses, rows[best].losses) else { return .unknown }
      return .worse(probability: min(1, test.probability * Double(rows.count - 1)))
    }
  }

  public var kind: String { "comparison" }

  public static let fields: [Field<Comparison>] = [
    Field("name", "what is compared, as it is written") { $0.rows.map(\.name) },
    Field("runs", "how many trainings of it are done") { $0.rows.map(\.runs.count) },
    Field("loss", "the mean of the last losses, over the seeds", as: .digits(4)) { $0.rows.map { $0.mean(\.loss) } },
    Field("loss_std", "their standard deviation, of a sample; nan of one", as: .digits(2)) {
      $0.rows.map { $0.deviation(\.loss) }
    },
    Field(
      "accuracy", "the mean share of points put into their class, from 0 to 1", only: "of classes", as: .digits(4)
    ) { $0.isOfClasses ? $0.rows.map { $0.mean(\.accuracy) } : nil },
    Field("accuracy_std", "its standard deviation", only: "of classes", as: .digits(2)) {
      $0.isOfClasses ? $0.rows.map { $0.deviation(\.accuracy) } : nil
    },
    Field("mae", "the mean of the mean absolute errors", only: "of quantities", as: .digits(4)) {
      $0.isOfClasses ? nil : $0.rows.map { $0.mean(\.meanAbsoluteError) }
    },
    Field("mae_std", "its standard deviation", only: "of quantities", as: .digits(2)) {
      $0.isOfClasses ? nil : $0.rows.map { $0.deviation(\.meanAbsoluteError) }
    },
    Field("verdict", "best, worse or not clear; empty where runs are too few or not finite") {
      $0.standings.map(\.word)
    },
    Field("p", "how often chance alone parts losses so far from the best; nan of the best itself", as: .digits(2)) {
      $0.standings.map(\.probability)
    },
    Field("losses", "the last losses, a row for each, a column for each seed") { $0.rows.map(\.losses) },
    Field("accuracies", "the accuracies, likewise", only: "of classes") {
      $0.isOfClasses ? $0.rows.map { $0.runs.compactMap(\.accuracy) } : nil
    },
    Field("curves", "the losses of all epochs, for each a matrix with a row for each seed") {
      Value.list($0.rows.map { [[Double]].Element.value(of: $0.runs.map(\.losses)) })
    },
  ]

  private var isOfClasses: Bool { rows.first?.runs.first?.accuracy != nil }

  public var display: Display {
    var lines = [table]
    lines += cautions.map { Display("caution: " + $0) }
    for row in rows { lines += notes(of: row) }
    let done = rows.reduce(0) { $0 + $1.runs.count }
    if done < wanted { lines.append("stopped after \(done) of \(wanted) runs") }
    return lines.joined(separator: "\n")
  }

  /// What is to be said of a row beside its numbers.
  private func notes(of row: Row) -> [Display] {
    let runs = counted(row.runs.count, "run")
    let lost = row.losses.count { !$0.isFinite }
    var notes: [Display] = lost > 0 ? ["\(lost) of \(runs) of \(row.name) became infinite or nan"] : []
    let finite = row.runs.filter { $0.loss.isFinite }
    for condition in Diagnosis.Condition.allCases where condition != .healthy {
      let count = finite.count { $0.condition == condition }
      if count > 0 { notes.append("\(condition.rawValue) in \(count) of \(runs) of \(row.name)") }
    }
    let lagging = finite.compactMap(\.lossOfBatches)
    if !lagging.isEmpty {
      notes.append(
        "with the batches' own means the loss of \(row.name) is " + Display(Moments(of: lagging).mean, digits: 4)
          + ": its batch normalization lags behind")
    }
    return notes
  }

  /// How many runs each row has is a line of its own where all have as many.
  private var table: Display {
    let columns = ["loss", "loss_std", "accuracy", "accuracy_std", "mae", "mae_std", "verdict", "p"]
    let counts = Set(rows.map(\.runs.count))
    guard counts.count == 1, let count = counts.first else { return Display(table(["name", "runs"] + columns)) }
    return Display(table(["name"] + columns)) + "\n  \(counted(count, "run")) each"
  }
}

extension Comparison.Row {
  fileprivate func mean(_ measure: (Variation.Run) -> Double?) -> Double? {
    let numbers = runs.compactMap(measure)
    return numbers.isEmpty ? nil : Moments(of: numbers).mean
  }

  /// The standard deviation of a sample (divided by one less than its size); of one number there is none.
  fileprivate func deviation(_ measure: (Variation.Run) -> Double?) -> Double? {
    let numbers = runs.compactMap(measure)
    guard numbers.count > 1 else { return nil }
    return Moments(of: numbers).standardDeviation(timesRootOf: Double(numbers.count) / Double(numbers.count - 1))
  }
}

extension Comparison.Standing {
  /// A difference as rare as this is called real.
  private static let rarity = 0.05

  fileprivate var word: String {
    switch self {
    case .best: "best"
    case .unknown: ""
    case .worse(let probability): probability < Self.rarity ? "worse" : "not clear"
    }
  }

  fileprivate var probability: Double? {
    if case .worse(let probability) = self { probability } else { nil }
  }
}

/// Whether two means differ by more than chance, of samples whose spreads may differ.
public struct WelchTest: Sendable {
  /// The distance of the means in standard errors, infinite where nothing varies but the means.
  public let statistic: Double
  /// By Welch and Satterthwaite.
  public let degreesOfFreedom: Double
  /// The probability of so large a distance between samples of equal means, on both sides.
  public let probability: Double

  /// Nil for samples of fewer than two numbers, or with one that is not finite.
  public init?(_ first: [Double], _ second: [Double]) {
    guard first.count > 1, second.count > 1, (first + second).allSatisfy(\.isFinite) else { return nil }
    let comparison = MeanComparison(Moments(of: first), Moments(of: second))
    statistic = comparison.statistic
    degreesOfFreedom = comparison.degreesOfFreedom
    probability = comparison.probability
  }
}
