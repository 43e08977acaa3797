import Vocabulary

/// Mean and spread of numbers that come piece by piece (Chan, Golub and LeVeque 1979).
struct RunningMoments {
  private var count = 0.0
  private(set) var mean = 0.0
  private var variance = 0.0

  mutating func add(_ numbers: [Double]) {
    guard !numbers.isEmpty else { return }
    let piece = Moments(of: numbers)
    let whole = count + Double(piece.count)
    let share = Double(piece.count) / whole
    let step = count == 0 ? 0 : piece.mean - mean
    variance =
      count == 0
      ? piece.variance : variance * (1 - share) + piece.variance * share + step * step * share * (1 - share)
    mean = count == 0 ? piece.mean : mean + step * share
    count = whole
  }

  var standardDeviation: Double { variance.squareRoot() }
}
