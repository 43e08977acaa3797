import Vocabulary

/// Whether counts differ from those that are expected by more than chance (K. Pearson, 1900).
public struct ChiSquareTest: Record {
  public let statistic: Double
  public let degreesOfFreedom: Int
  /// The probability of so large a statistic, if the counts are as expected.
  public let probability: Double
  /// Row after row where the counts are a table.
  public let expected: [Double]

  /// Throws a failure of kind `argument` for counts below 0, or nothing expected where something is.
  public init(_ counts: [Double], expected: [Double]) throws(Failure) {
    try Self.check(counts)
    guard counts.count > 1, expected.count == counts.count else {
      throw Failure(
        .argument,
        counts.count > 1
          ? "expected must have a number for each of the \(counts.count) counts, not \(expected.count)"
          : "counts must be at least 2, not \(counts.count)",
        about: .argument(counts.count > 1 ? "expected" : "counts"))
    }
    guard expected.allSatisfy({ $0 > 0 && $0.isFinite }) else {
      throw Failure(.argument, "expected must be numbers > 0", about: .argument("expected"))
    }
    // Shares will do: they are brought to the number of all counts.
    let unit = expected.largestExponent
    let shares = expected.map { $0.timesTwo(to: -unit) }
    let scale = CompensatedSum.of(counts) / CompensatedSum.of(shares)
    self.init(counts, shares.map { $0 * scale }, degreesOfFreedom: counts.count - 1)
  }

  /// Whether the rows of a table of counts are independent of its columns.
  public init(table: Matrix) throws(Failure) {
    try Self.check(table.elements)
    let rows = (0..<table.rows).map { CompensatedSum.of(table.row($0)) }
    let columns = (0..<table.columns).map { CompensatedSum.of(table.column($0)) }
    guard rows.count > 1, columns.count > 1, (rows + columns).allSatisfy({ $0 > 0 }) else {
      throw Failure(
        .argument, "counts must be a table of at least 2×2 without rows or columns of zeros", about: .argument("counts")
      )
    }
    let all = CompensatedSum.of(rows)
    self.init(
      table.elements, rows.flatMap { row in columns.map { row * $0 / all } },
      degreesOfFreedom: (rows.count - 1) * (columns.count - 1))
  }

  private init(_ counts: [Double], _ expected: [Double], degreesOfFreedom: Int) {
    let terms = zip(counts, expected).map { ($0 - $1) * ($0 - $1) / $1 }
    statistic = CompensatedSum.of(terms)
    self.degreesOfFreedom = degreesOfFreedom
    self.expected = expected
    probability = ChiSquare(degreesOfFreedom: Double(degreesOfFreedom)).survival(statistic)
  }

  private static func check(_ counts: [Double]) throws(Failure) {
    if let odd = counts.first(where: { !($0 >= 0) || $0.isInfinite }) {
      throw Failure(
        .argument, "counts must be numbers ≥ 0, not \(NumberStyle.standard.text(odd))", about: .argument("counts"))
    }
    guard counts.contains(where: { $0 > 0 }) else {
      throw Failure(.argument, "counts must not all be 0", about: .argument("counts"))
    }
    if let odd = counts.first(where: { $0 > 0x1p53 }) {
      throw Failure(
        .argument, "counts must be at most 2⁵³, not \(NumberStyle.standard.text(odd))", about: .argument("counts"))
    }
  }

  public static let fields: [Field<ChiSquareTest>] = [
    Field("chi_square", "the sum of (count - expected)² / expected", aliases: ["statistic"]) { $0.statistic },
    Field("df", "the degrees of freedom") { $0.degreesOfFreedom },
    Field("p", "the probability of so large a sum by chance", aliases: ["pvalue", "p_value"]) { $0.probability },
    Field("expected", "the counts that are expected, row after row") { $0.expected },
  ]

  public var kind: String { "chi-square test" }
  public var display: Display { "chi_square = \(statistic), df = \(degreesOfFreedom), p = \(probability)" }
}
