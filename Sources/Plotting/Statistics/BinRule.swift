import ElementaryFunctions

/// How many bins suit some numbers.
enum BinRule {
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
