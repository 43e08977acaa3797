import Plotting
import Probability
import Vocabulary
import Workbench

/// Numbers of a law from which it is drawn.
enum LawSampling {
  /// Places along a curve.
  static let places = 401
  /// More values than this are not drawn one by one.
  private static let mostAtoms = 2000

  /// Where nearly all of a law lies, with a little room beside a wall.
  static func range(of law: any Distribution) -> ClosedRange<Double> {
    let (first, third) = (law.quantile(0.25), law.quantile(0.75))
    var (low, high) = (law.quantile(0.0005), law.upperQuantile(0.0005))
    let reach = third - first > 1e-6 * (high - low) ? 6 * (third - first) : .infinity
    (low, high) = (max(low, first - reach), min(high, third + reach))
    guard low.isFinite, high.isFinite, low < high else {
      let middle = [law.median, low, high].first(where: \.isFinite) ?? 0
      return middle - 1...middle + 1
    }
    guard !law.isDiscrete else { return low...high }
    let width = high - low
    let support = law.support
    if low - support.lowerBound < 0.1 * width { low = support.lowerBound - 0.06 * width }
    if support.upperBound - high < 0.1 * width { high = support.upperBound + 0.06 * width }
    return low...high
  }

  /// A curve over a range, with places close to walls and kinks, and where the law itself has most.
  static func curve(
    of law: any Distribution, _ label: String?, in range: ClosedRange<Double>, _ query: (Double) -> Double
  ) -> Curve {
    let width = range.upperBound - range.lowerBound
    var x = (0..<places).map { range.lowerBound + width * Double($0) / Double(places - 1) }
    let own = self.range(of: law)
    if own.upperBound - own.lowerBound < width / 4 {
      x += (0..<places).map { own.lowerBound + (own.upperBound - own.lowerBound) * Double($0) / Double(places - 1) }
    }
    for kink in law.kinks + [law.support.lowerBound, law.support.upperBound] where kink.isFinite {
      x += [kink.nextDown, kink, kink.nextUp]
    }
    x = x.filter(range.contains).sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    let points = x.map { (x: $0, y: query($0)) }.filter(\.y.isFinite)
    return Curve(label, x: points.map(\.x), y: points.map(\.y))
  }

  /// The values of a discrete law within a range; of very many, some.
  static func masses(of law: any Distribution, _ label: String?, in range: ClosedRange<Double>) -> Masses {
    let middle = min(max(law.median, range.lowerBound), range.upperBound)
    let starts = [law.quantile(min(1, max(0, law.cumulative(middle)))), law.quantile(0.0005)]
    let values =
      starts.lazy.compactMap { lattice(of: law, around: $0, in: range) }.first ?? separate(of: law, in: range)
    return Masses(label, values: values, probabilities: values.map { law.pointMass($0) })
  }

  /// Values at equal distances; nil where that misses some.
  private static func lattice(of law: any Distribution, around start: Double, in range: ClosedRange<Double>)
    -> [Double]?
  {
    var step = next(after: start, of: law) - start
    guard step > 0, step.isFinite else { return nil }
    // Of whole numbers some may have no probability.
    if step <= 16, step == step.rounded(), start == start.rounded() { step = 1 }
    let first = ((range.lowerBound - start) / step - 1e-9).rounded(.up)
    let last = ((range.upperBound - start) / step + 1e-9).rounded(.down)
    guard first <= last, first.magnitude < 0x1p53, last.magnitude < 0x1p53 else { return nil }
    if last - first >= Double(mostAtoms) {
      let places = (0...mostAtoms).map { (first + (last - first) * Double($0) / Double(mostAtoms)).rounded() }
      return places.map { start + step * $0 }
    }
    let values = stride(from: first, through: last, by: 1).map { start + step * $0 }
    let sum = values.reduce(0) { $0 + law.pointMass($1) }
    let whole = law.probability(from: values[0], to: values[values.count - 1]) + law.pointMass(values[0])
    return (sum - whole).magnitude < 1e-9 ? values : nil
  }

  /// Values one after the other.
  private static func separate(of law: any Distribution, in range: ClosedRange<Double>) -> [Double] {
    var values: [Double] = []
    var value = law.quantile(min(1, max(0, law.cumulative(range.lowerBound) * (1 - 1e-12))))
    if value < range.lowerBound { value = next(after: value, of: law) }
    while value <= range.upperBound, values.last != value, values.count <= mostAtoms {
      values.append(value)
      value = next(after: value, of: law)
    }
    return values
  }

  private static func next(after value: Double, of law: any Distribution) -> Double {
    let survival = law.survival(value)
    return survival < 0.5
      ? law.upperQuantile(survival * (1 - 1e-12)) : law.quantile(law.cumulative(value) * (1 + 1e-12))
  }

  /// What a density cannot show: single values of a continuous law that have a probability.
  static func notes(on law: any Distribution) -> [String] {
    law.isDiscrete
      ? []
      : Set(law.kinks).sorted().filter { law.pointMass($0) > 0 }.map {
        "the single value \(NumberStyle.standard.text($0)) has probability \(NumberStyle.standard.text(law.pointMass($0)))"
      }
  }
}
