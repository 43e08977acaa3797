import Vocabulary

/// Skewness and kurtosis of numbers, with the central moments divided by the count, as SciPy has them.
public struct SampleShape: Sendable {
  public let skewness: Double
  /// The excess over a normal's.
  public let kurtosis: Double

  /// nan of no numbers and of numbers that are all equal.
  public init(of numbers: [Double]) {
    let deviations = Deviations(of: numbers).numbers
    func mean(_ power: (Double) -> Double) -> Double {
      CompensatedSum.of(deviations.map(power)) / Double(numbers.count)
    }
    func square(_ x: Double) -> Double { x * x }
    let deviation = mean(square).squareRoot()
    skewness = deviation > 0 ? mean { $0 / deviation * square($0 / deviation) } : .nan
    kurtosis = deviation > 0 ? mean { square(square($0 / deviation)) } - 3 : .nan
  }
}

/// How many numbers fall into each of several bins of equal width, as NumPy's `histogram` counts them.
public struct Histogram: Record {
  /// One more than there are bins.
  public let edges: [Double]
  public let counts: [Int]

  /// From the smallest number to the largest, both included. Every bin but the last leaves out its upper edge; numbers
  /// that are all equal lie in the middle of bins from ½ less to ½ more.
  ///
  /// Throws where a number is not finite, or their distance is not.
  public init(of numbers: [Double], bins: Int) throws(Failure) {
    if let odd = numbers.first(where: { !$0.isFinite }) {
      throw Failure(.argument, "v must be finite numbers, not \(NumberStyle.standard.text(odd))", about: .argument("v"))
    }
    var (low, high) = (numbers.min() ?? 0, numbers.max() ?? 1)
    if low == high { (low, high) = (low - 0.5, high + 0.5) }
    guard (high - low).isFinite, high > low else {
      throw Failure(
        .argument, "v must be numbers whose distances are finite and not lost in rounding", about: .argument("v"))
    }
    let width = (high - low) / Double(bins)
    let edges = (0...bins).map { $0 == bins ? high : low + Double($0) * width }
    guard zip(edges, edges.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw Failure(
        .argument,
        "\(counted(bins, "bin")) are too many: there are not as many numbers from "
          + "\(NumberStyle.standard.text(low)) to \(NumberStyle.standard.text(high))", about: .argument("bins"))
    }
    var counts = [Int](repeating: 0, count: bins)
    for number in numbers {
      var bin = min(bins - 1, Int((number - low) / (high - low) * Double(bins)))
      if number < edges[bin] { bin -= 1 }
      if bin < bins - 1, number >= edges[bin + 1] { bin += 1 }
      counts[max(0, bin)] += 1
    }
    self.edges = edges
    self.counts = counts
  }

  public var kind: String { "histogram" }
  public static let fields: [Field<Histogram>] = [
    Field("from", "the lower edges of the bins") { Array($0.edges.dropLast()) },
    Field("to", "their upper edges") { Array($0.edges.dropFirst()) },
    Field("count", "how many numbers lie in each", aliases: ["counts"]) { $0.counts },
    Field("edges", "all edges, one more than there are bins", aliases: ["bin_edges"]) { $0.edges },
  ]

  public var display: Display {
    let most = max(1, counts.max() ?? 1)
    let bars = counts.map { count in
      Display(String(repeating: "█", count: Int((20 * Double(count) / Double(most)).rounded(.up))))
    }
    return Display(table(["from", "to", "count"], bars: bars))
  }
}
