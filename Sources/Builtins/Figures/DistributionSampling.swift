import Plotting
import Probability
import Vocabulary
import Workbench

/// Numbers of a distribution from which it is drawn.
enum DistributionSampling {
  /// Points along a curve.
  static let resolution = 401
  /// More values than this are not drawn one by one.
  private static let mostAtoms = 2000

  /// Where nearly all of a distribution lies, with a little room beside a wall.
  static func range(of distribution: any Distribution) -> ClosedRange<Double> {
    let (first, third) = (distribution.quantile(0.25), distribution.quantile(0.75))
    var (low, high) = (distribution.quantile(0.0005), distribution.upperQuantile(0.0005))
    let reach = third - first > 1e-6 * (high - low) ? 6 * (third - first) : .infinity
    (low, high) = (max(low, first - reach), min(high, third + reach))
    guard low.isFinite, high.isFinite, low < high else {
      let middle = [distribution.median, low, high].first(where: \.isFinite) ?? 0
      return middle - 1...middle + 1
    }
    guard !distribution.isDiscrete else { return low...high }
    let width = high - low
    let support = distribution.support
    if low - support.lowerBound < 0.1 * width { low = support.lowerBound - 0.06 * width }
    if support.upperBound - high < 0.1 * width { high = support.upperBound + 0.06 * width }
    return low...high
  }

  /// A curve over a range, with points close to walls and kinks, and where the distribution itself has most.
  static func curve(
    of distribution: any Distribution, _ label: String?, in range: ClosedRange<Double>, _ across: Scale = .linear,
    _ query: (Double) -> Double
  ) -> Curve {
    let width = range.upperBound - range.lowerBound
    var x = across.places(resolution, in: range)
    let own = self.range(of: distribution)
    if own.upperBound - own.lowerBound < width / 4 {
      x += Scale.linear.places(resolution, in: own)
    }
    for kink in distribution.kinks + [distribution.support.lowerBound, distribution.support.upperBound]
    where kink.isFinite {
      x += [kink.nextDown, kink, kink.nextUp]
    }
    x = x.filter(range.contains).sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    let points = x.map { (x: $0, y: query($0)) }.filter(\.y.isFinite)
    return Curve(label, x: points.map(\.x), y: points.map(\.y))
  }

  /// The values of a discrete distribution within a range; of very many, some.
  static func masses(of distribution: any Distribution, _ label: String?, in range: ClosedRange<Double>) -> Masses {
    let middle = min(max(distribution.median, range.lowerBound), range.upperBound)
    let starts = [
      distribution.quantile(min(1, max(0, distribution.cumulative(middle)))), distribution.quantile(0.0005),
    ]
    let values =
      starts.lazy.compactMap { lattice(of: distribution, around: $0, in: range) }.first
      ?? separate(of: distribution, in: range)
    return Masses(label, values: values, probabilities: values.map { distribution.pointMass($0) })
  }

  /// Values at equal distances; nil where that misses some.
  private static func lattice(of distribution: any Distribution, around start: Double, in range: ClosedRange<Double>)
    -> [Double]?
  {
    var step = next(after: start, of: distribution) - start
    guard step > 0, step.isFinite else { return nil }
    // Of whole numbers some may have no probability.
    if step <= 16, step == step.rounded(), start == start.rounded() { step = 1 }
    let first = ((range.lowerBound - start) / step - 1e-9).rounded(.up)
    let last = ((range.upperBound - start) / step + 1e-9).rounded(.down)
    guard first <= last, first.magnitude < 0x1p53, last.magnitude < 0x1p53 else { return nil }
    if last - first >= Double(mostAtoms) {
      let steps = (0...mostAtoms).map { (first + (last - first) * Double($0) / Double(mostAtoms)).rounded() }
      return steps.map { start + step * $0 }
    }
    let values = stride(from: first, through: last, by: 1).map { start + step * $0 }
    let sum = values.reduce(0) { $0 + distribution.pointMass($1) }
    let whole =
      distribution.probability(from: values[0], to: values[values.count - 1]) + distribution.pointMass(values[0])
    return (sum - whole).magnitude < 1e-9 ? values : nil
  }

  /// Values one after the other.
  private static func separate(of distribution: any Distribution, in range: ClosedRange<Double>) -> [Double] {
    var values: [Double] = []
    var value = distribution.quantile(min(1, max(0, distribution.cumulative(range.lowerBound) * (1 - 1e-12))))
    if value < range.lowerBound { value = next(after: value, of: distribution) }
    while value <= range.upperBound, values.last != value, values.count <= mostAtoms {
      values.append(value)
      value = next(after: value, of: distribution)
    }
    return values
  }

  private static func next(after value: Double, of distribution: any Distribution) -> Double {
    let survival = distribution.survival(value)
    return survival < 0.5
      ? distribution.upperQuantile(survival * (1 - 1e-12))
      : distribution.quantile(distribution.cumulative(value) * (1 + 1e-12))
  }

  /// What a density cannot show: single values of a continuous distribution that have a probability.
  static func notes(on distribution: any Distribution) -> [String] {
    distribution.isDiscrete
      ? []
      : Set(distribution.kinks).sorted().filter { distribution.pointMass($0) > 0 }.map {
        "the single value \(NumberStyle.standard.text($0)) has probability \(NumberStyle.standard.text(distribution.pointMass($0)))"
      }
  }
}
