import ElementaryFunctions
import Vocabulary

/// A density, computed once at some hundreds of points, and interpolated between them: for integrals that would ask for
/// it thousands of times.
///
/// Panels are halved until polynomials of degree 15 tell the probability of each to 10⁻¹².
struct DensityTable: Sendable {
  private struct Entry: Sendable {
    let panel: DensityPanel
    /// Legendre coefficients of the density times the speed of the coordinate.
    let coefficients: [Double]
    /// The probability of all panels before.
    var below = 0.0
    var mass: Double { 2 * coefficients[0] }
  }

  private static let mostPanels = 400
  private var entries: [Entry] = []
  /// Points with probabilities of their own.
  private let lumps: [(x: Double, mass: Double)]
  private let total: Double

  /// From a density with the points where it is not smooth and others to begin with.
  ///
  /// Throws where it is interrupted.
  init(
    landmarks: [Double], edges: [Double], lumps: [(x: Double, mass: Double)], of surroundings: Surroundings,
    _ interruption: Interruption, _ density: (Double) -> Double
  ) throws(Failure) {
    self.lumps = lumps
    let start = max(surroundings.support.lowerBound, landmarks.first { $0.isFinite } ?? 0)
    let end = min(surroundings.support.upperBound, landmarks.last { $0.isFinite } ?? 0)
    // Every third landmark: panels that are too wide are halved.
    let chosen = landmarks.enumerated().filter { $0.offset % 3 == 2 || $0.offset == landmarks.count / 2 }.map(\.element)
    let cuts = Set((chosen + edges + [start, end]).filter { $0.isFinite && start <= $0 && $0 <= end }).sorted()
    var waiting: [(from: Double, to: Double, depth: Int)] = []
    for (from, to) in zip(cuts, cuts.dropFirst()) where to - from > 1e-14 * max(from.magnitude, to.magnitude) {
      waiting.append((from, to, 0))
    }
    waiting.reverse()
    while let (from, to, depth) = waiting.popLast() {
      try interruption.check()
      let panel = DensityPanel(from: from, to: to, of: surroundings)
      let coefficients = Legendre.coefficients { s in
        let (x, speed) = panel.point(s)
        return speed * density(x)
      }
      let rest = coefficients.suffix(3).reduce(0) { max($0, $1.magnitude) }
      let middle = panel.point(0).x
      if rest > 1e-12, depth < 20, entries.count + waiting.count < Self.mostPanels, from < middle, middle < to {
        waiting.append((middle, to, depth + 1))
        waiting.append((from, middle, depth + 1))
      } else {
        entries.append(Entry(panel: panel, coefficients: coefficients))
      }
    }
    var sum = 0.0
    for index in entries.indices {
      entries[index].below = sum
      sum += entries[index].mass
    }
    total = sum + lumps.reduce(0) { $0 + $1.mass }
  }

  /// Whether all of the distribution is in the table.
  var isWhole: Bool { (total - 1).magnitude < 1e-9 }

  func cumulative(_ x: Double) -> Double {
    let points = lumps.reduce(0) { $0 + ($1.x <= x ? $1.mass : 0) }
    guard let index = entries.lastIndex(where: { $0.panel.from <= x }) else { return points }
    let entry = entries[index]
    let part = x >= entry.panel.to ? entry.mass : Legendre.integral(entry.coefficients, to: entry.panel.coordinate(x))
    return min(1, points + entry.below + part)
  }

  /// The integral of a function times the density, cut where the function is not smooth.
  func expectation(breaks: [Double], of function: (Double) -> Double) -> Double {
    var sum = CompensatedSum()
    for lump in lumps { sum.add(lump.mass * function(lump.x)) }
    for entry in entries where entry.mass.magnitude > 1e-30 {
      let panel = entry.panel
      let inner = breaks.filter { panel.from < $0 && $0 < panel.to }.sorted().map { panel.coordinate($0) }
      let cuts = [-1] + inner + [1]
      for (from, to) in zip(cuts, cuts.dropFirst()) where from < to {
        sum.add(
          GaussLegendre.integral(from: from, to: to) { s in
            function(panel.point(s).x) * Legendre.value(entry.coefficients, at: s)
          })
      }
    }
    return sum.value
  }
}

/// Polynomials of degree 15 as sums of Legendre polynomials.
private enum Legendre {
  /// Of the polynomial that meets a function in the nodes of the Gauss–Legendre rule of 16 points.
  static func coefficients(_ function: (Double) -> Double) -> [Double] {
    var coefficients = [Double](repeating: 0, count: 16)
    GaussLegendre.forEachNode(from: -1, to: 1, panels: 1) { s, weight in
      let value = weight * function(s)
      var (last, current) = (0.0, 1.0)
      for degree in 0..<16 {
        let k = Double(degree)
        coefficients[degree] += (k + 0.5) * value * current
        (last, current) = (current, ((2 * k + 1) * s * current - k * last) / (k + 1))
      }
    }
    return coefficients
  }

  static func value(_ coefficients: [Double], at s: Double) -> Double {
    var (last, current, sum) = (0.0, 1.0, 0.0)
    for degree in 0..<coefficients.count {
      let k = Double(degree)
      sum += coefficients[degree] * current
      (last, current) = (current, ((2 * k + 1) * s * current - k * last) / (k + 1))
    }
    return sum
  }

  /// From -1 on: the integral of P(k) is (P(k + 1) - P(k - 1)) / (2k + 1).
  static func integral(_ coefficients: [Double], to s: Double) -> Double {
    var (last, current, sum) = (1.0, s, coefficients[0] * (s + 1))
    for degree in 1..<coefficients.count {
      let k = Double(degree)
      let next = ((2 * k + 1) * s * current - k * last) / (k + 1)
      sum += coefficients[degree] * (next - last) / (2 * k + 1)
      (last, current) = (current, next)
    }
    return sum
  }
}
