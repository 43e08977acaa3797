import ElementaryFunctions

/// How many numbers fall into each of several bins of equal width, as NumPy's `histogram` counts them.
public struct Bins: Sendable, Equatable {
  /// One more than there are bins.
  public let edges: [Double]
  public let counts: [Int]
  /// How many numbers were nan or infinite; they are in no bin.
  public let notFinite: Int
  /// How many others were not positive and are in no bin of equal factors.
  public let notPositive: Int

  /// From the least number to the greatest, both included. Every bin but the last leaves out its upper edge; numbers that
  /// are all equal lie in the middle of bins from ½ less to ½ more.
  ///
  /// Without a count there are as many bins as NumPy's `bins='auto'` takes, at most `most`. Numbers too near each other for
  /// so many bins have one.
  public init(of numbers: [Double], count: Int? = nil, most: Int = 10_000) {
    var (low, high) = (Double.infinity, -Double.infinity)
    var finite = 0
    for number in numbers where number.isFinite {
      finite += 1
      if number < low { low = number }
      if number > high { high = number }
    }
    notFinite = numbers.count - finite
    notPositive = 0
    let kept = finite == numbers.count ? numbers : numbers.filter(\.isFinite)
    if kept.isEmpty { (low, high) = (0, 1) }
    let automatic = count == nil ? BinRule.automatic(kept, low: low, high: high) : 1
    if low == high { (low, high) = (low - 0.5, high + 0.5) }
    if low == high {
      (low, high) = (max(low.nextDown, -.greatestFiniteMagnitude), min(high.nextUp, .greatestFiniteMagnitude))
    }
    let bins = max(1, min(count ?? automatic, most))
    let edges = Self.edges(low, high, bins) ?? [low, high]
    self.edges = edges
    counts = Self.counts(kept, edges)
  }

  /// The positive numbers in bins that grow by equal factors: those of their logarithms.
  public init(byFactorsOf numbers: [Double], count: Int? = nil) {
    let positive = numbers.filter { $0 > 0 && $0.isFinite }
    let ofLogarithms = Bins(of: positive.map(log10), count: count)
    var edges = ofLogarithms.edges.map { pow(10, $0) }
    if positive.count > 1, let low = positive.min(), let high = positive.max(), low < high {
      (edges[0], edges[edges.count - 1]) = (low, high)
    }
    self.edges = edges
    counts = ofLogarithms.counts
    notFinite = numbers.count { !$0.isFinite }
    notPositive = numbers.count - positive.count - notFinite
  }

  /// The fraction of all numbers in each bin, over its width: a density.
  public var densities: [Double] {
    let whole = Double(counts.reduce(0, +))
    return counts.indices.map { whole > 0 ? Double(counts[$0]) / (edges[$0 + 1] - edges[$0]) / whole : 0 }
  }

  /// As NumPy's `linspace`; nil where rounding makes two alike.
  private static func edges(_ low: Double, _ high: Double, _ bins: Int) -> [Double]? {
    let length = high - low
    guard length.isFinite else {
      return bins == 1
        ? nil : (0...bins).map { low * (1 - Double($0) / Double(bins)) + high * (Double($0) / Double(bins)) }
    }
    let step = length / Double(bins)
    let edges = (0...bins).map { place in
      place == bins ? high : step == 0 ? low + Double(place) / Double(bins) * length : low + Double(place) * step
    }
    return zip(edges, edges.dropFirst()).allSatisfy { $0 < $1 } ? edges : nil
  }

  private static func counts(_ numbers: [Double], _ edges: [Double]) -> [Int] {
    let bins = edges.count - 1
    var counts = [Int](repeating: 0, count: bins)
    let (low, high) = (edges[0], edges[bins])
    // Halves, where the distance from end to end would overflow.
    let half = (high - low).isFinite ? 1 : 0.5
    let length = high * half - low * half
    let last = Double(bins)
    edges.withUnsafeBufferPointer { edges in
      counts.withUnsafeMutableBufferPointer { counts in
        for number in numbers {
          var bin = Int((number * half - low * half) / length * last)
          if bin >= bins { bin = bins - 1 }
          if number < edges[bin] {
            bin -= 1
          } else if bin < bins - 1, number >= edges[bin + 1] {
            bin += 1
          }
          counts[max(bin, 0)] += 1
        }
      }
    }
    return counts
  }
}

/// How many bins suit some numbers.
private enum BinRule {
  /// NumPy's `auto`: the narrower of the bins that Sturges (1926) and Freedman and Diaconis (1981) advise, the latter no
  /// narrower than half of what the square root of the count gives.
  static func automatic(_ numbers: [Double], low: Double, high: Double) -> Int {
    guard !numbers.isEmpty else { return 1 }
    let count = Double(numbers.count)
    let length = high - low
    guard length > 0, length.isFinite else { return 1 }
    let sturges = length / (log2(count) + 1)
    let quartiles = Quartiles(of: numbers)
    let freedman = 2 * (quartiles.upper - quartiles.lower) * pow(count, -1.0 / 3)
    let width = min(max(freedman, length / count.squareRoot() / 2), sturges)
    guard width > 0 else { return 1 }
    return Int(min((length / width).rounded(.up), 1e9))
  }
}
