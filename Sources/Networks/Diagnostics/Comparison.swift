import Probability
import Vocabulary

/// Several ways to train, each from several seeds, and which differences are more than luck.
public struct Comparison: Object {
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

  /// A difference as rare as this is called real.
  private static let rarity = 0.05

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
  public var properties: [Property] {
    [
      Property("names", .list(rows.map { .text($0.name) })),
      Property("losses", .list(rows.map { .vector($0.losses) })),
      Property("accuracies", .list(rows.map { .vector($0.runs.compactMap(\.accuracy)) })),
      Property("curves", .list(rows.map { .list($0.runs.map { .vector($0.losses) }) })),
    ]
  }

  public var display: Display {
    var lines = [Display(table)]
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

  private var table: Table {
    let measure: (title: String, (Variation.Run) -> Double?) =
      rows.first?.runs.first?.accuracy != nil ? ("accuracy", \.accuracy) : ("mae", \.meanAbsoluteError)
    var table = Table(
      [Table.Column(subject, .left)] + ["runs", "loss", "std", measure.title, "std"].map { Table.Column($0) }
        + [Table.Column("against the best", .left)])
    for (row, standing) in zip(rows, standings) {
      table.add(
        [Display(row.name), Display(Double(row.runs.count))] + cells(row.losses) + cells(row.runs.compactMap(measure.1))
          + [text(standing)])
    }
    return table
  }

  /// Mean and standard deviation of a sample (divided by one less than its size); of one number there is none.
  private func cells(_ numbers: [Double]) -> [Display] {
    let moments = Moments(of: numbers)
    guard numbers.count > 1 else { return [numbers.isEmpty ? "" : Display(moments.mean, digits: 4), ""] }
    let deviation = (moments.variance * Double(numbers.count) / Double(numbers.count - 1)).squareRoot()
    return [Display(moments.mean, digits: 4), Display(deviation, digits: 2)]
  }

  private func text(_ standing: Standing) -> Display {
    switch standing {
    case .best: "best"
    case .unknown: ""
    case .worse(let probability):
      Display(probability < Self.rarity ? "worse, p = " : "not clear: p = ") + Display(probability, digits: 2)
    }
  }
}

/// Whether two means differ by more than chance, of samples whose spreads may differ.
///
/// B. L. Welch, The generalization of "Student's" problem when several different population variances are involved, 1947.
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
    let (a, b) = (Moments(of: first), Moments(of: second))
    // Squared standard errors, of the sample variances.
    let (errorA, errorB) = (a.variance / Double(a.count - 1), b.variance / Double(b.count - 1))
    let error = errorA + errorB
    let distance = a.mean - b.mean
    guard error > 0 else {
      statistic = distance == 0 ? 0 : distance > 0 ? .infinity : -.infinity
      degreesOfFreedom = Double(a.count + b.count - 2)
      probability = distance == 0 ? 1 : 0
      return
    }
    statistic = distance / error.squareRoot()
    let (shareA, shareB) = (errorA / error, errorB / error)
    degreesOfFreedom = 1 / (shareA * shareA / Double(a.count - 1) + shareB * shareB / Double(b.count - 1))
    probability = 2 * StudentT(degreesOfFreedom: degreesOfFreedom).survival(statistic.magnitude)
  }
}
