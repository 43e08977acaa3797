/// The sum of two independent continuous numbers: the wider one averaged over the quantiles of the narrower.
struct PairSum: Sendable {
  private let wide: any Distribution
  private let narrow: any Distribution

  /// nil where a term is itself more than can be computed.
  init?(_ first: any Distribution, _ second: any Distribution) {
    func isUnbounded(_ distribution: any Distribution) -> Bool {
      [distribution.support.lowerBound, distribution.support.upperBound].contains {
        $0.isFinite && distribution.density($0) == .infinity
      }
    }
    let widths = [first, second].map { $0.quantile(0.75) - $0.quantile(0.25) }
    guard widths[0] >= 0, widths[1] >= 0, !(first is IndependentSum), !(second is IndependentSum) else { return nil }
    // A density that is infinite at a bound is better walked over than looked at.
    let preference = isUnbounded(first) == isUnbounded(second) ? 1 : isUnbounded(first) ? 8.0 : 1.0 / 8
    (wide, narrow) = widths[0] >= preference * widths[1] ? (first, second) : (second, first)
  }

  func evaluate(_ x: Double, _ query: Convolution.Query) -> Double {
    switch query {
    case .density: x.isFinite ? average(x) { wide.density($0) } : 0
    case .cumulative: x.isFinite ? average(x) { wide.cumulative($0) } : x < 0 ? 0 : 1
    case .survival: x.isFinite ? average(x) { wide.survival($0) } : x < 0 ? 1 : 0
    }
  }

  /// Cut where the integrand is not smooth, so that those points are at the ends.
  private func average(_ x: Double, _ function: (Double) -> Double) -> Double {
    let edges = [wide.support.lowerBound, wide.support.upperBound] + wide.kinks
    let positions = (edges.filter(\.isFinite).map { x - $0 } + narrow.kinks).sorted()
    let cuts = positions.map { QuantileLevel(lower: narrow.cumulative($0), upper: narrow.survival($0)) }
      .filter { $0.lower > 0 && $0.upper > 0 }
    let levels = [QuantileLevel(lower: 0, upper: 1)] + cuts + [QuantileLevel(lower: 1, upper: 0)]
    return zip(levels, levels.dropFirst()).reduce(0) { sum, piece in
      sum + QuantileIntegral.value(from: piece.0, to: piece.1) { function(x - $0.quantile(of: narrow)) }
    }
  }
}
