/// A distribution of finitely many values that count, in ascending order.
struct MassTable: Sendable {
  let values: [Double]
  let masses: [Double]
  private let below: [Double]
  private let above: [Double]

  /// Values nearer than their rounding are one.
  private static let closeness = 1e-12
  /// The most values that are put together.
  private static let most = 4_000_000

  init(values: [Double], masses: [Double]) {
    self.values = values
    self.masses = masses
    var sum = 0.0
    below = masses.map { mass in
      sum += mass
      return min(1, sum)
    }
    var rest = 0.0
    above = masses.reversed().map { mass in
      defer { rest += mass }
      return min(1, rest)
    }.reversed()
  }

  /// All but 10⁻²⁰ of a discrete distribution; nil where that has too many values.
  init?(_ distribution: any Distribution) {
    if let image = distribution as? AffineImage {
      guard let origin = MassTable(image.origin) else { return nil }
      self.init(pairs: zip(origin.values, origin.masses).map { (image.map($0), $1) })
    } else if let constant = distribution as? Constant {
      self.init(values: [constant.value], masses: [1])
    } else if let counting = distribution as? any CountingDistribution {
      let (first, last) = (counting.quantile(1e-20), counting.upperQuantile(1e-20))
      guard last - first < 100_000 else { return nil }
      let values = Array(stride(from: first, through: last, by: 1))
      self.init(values: values, masses: values.map { counting.mass($0) })
    } else if let mixture = distribution as? Mixture {
      var pairs: [(Double, Double)] = []
      for (component, weight) in zip(mixture.components, mixture.probabilities) {
        guard let table = MassTable(component) else { return nil }
        pairs += zip(table.values, table.masses).map { ($0, weight * $1) }
      }
      self.init(pairs: pairs)
    } else {
      return nil
    }
  }

  /// In any order; equal values are put together.
  private init(pairs: [(Double, Double)]) {
    var values: [Double] = []
    var masses: [Double] = []
    for (value, mass) in pairs.sorted(by: { $0.0 < $1.0 }) where mass > 1e-30 {
      if let last = values.last, value - last <= Self.closeness * max(1, value.magnitude) {
        masses[masses.count - 1] += mass
      } else {
        values.append(value)
        masses.append(mass)
      }
    }
    self.init(values: values, masses: masses)
  }

  /// The sum with an independent number; nil where that is too much.
  func adding(_ other: MassTable) -> MassTable? {
    guard values.count * other.values.count <= Self.most else { return nil }
    if let sum = addingOnLattice(other) { return sum }
    var pairs: [(Double, Double)] = []
    pairs.reserveCapacity(values.count * other.values.count)
    for (value, mass) in zip(values, masses) {
      for (second, weight) in zip(other.values, other.masses) { pairs.append((value + second, mass * weight)) }
    }
    return MassTable(pairs: pairs)
  }

  /// Whole numbers close together are added value by value.
  private func addingOnLattice(_ other: MassTable) -> MassTable? {
    guard isWhole, other.isWhole, let first = values.first, let second = other.values.first,
      let last = values.last, let end = other.values.last, last - first + end - second < 200_000
    else { return nil }
    var sums = [Double](repeating: 0, count: Int(last - first + end - second) + 1)
    for (value, mass) in zip(values, masses) {
      for (position, weight) in zip(other.values, other.masses) {
        sums[Int(value - first + position - second)] += mass * weight
      }
    }
    let kept = sums.indices.filter { sums[$0] > 1e-30 }
    return MassTable(values: kept.map { first + second + Double($0) }, masses: kept.map { sums[$0] })
  }

  private var isWhole: Bool { values.allSatisfy { $0 == $0.rounded() && $0.magnitude < 0x1p52 } }

  /// The sum of n independent numbers, by repeated doubling.
  func sum(ofDraws n: Int) -> MassTable? {
    var (result, power, rest) = (MassTable?.none, self, n)
    while true {
      if rest & 1 == 1 {
        guard let sum = result.map({ $0.adding(power) }) ?? power else { return nil }
        result = sum
      }
      rest >>= 1
      if rest == 0 { return result }
      guard let square = power.adding(power) else { return nil }
      power = square
    }
  }

  /// How many values are ≤ x but for rounding.
  private func count(atMost x: Double) -> Int {
    let limit = x + Self.closeness * max(1, x.magnitude)
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] <= limit { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func mass(_ x: Double) -> Double {
    if x.isNaN { return x }
    guard x.isFinite else { return 0 }
    let count = count(atMost: x)
    guard count > 0, x - values[count - 1] <= Self.closeness * max(1, x.magnitude) else { return 0 }
    return masses[count - 1]
  }

  func cumulative(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x == .infinity { return 1 }
    let count = x == -.infinity ? 0 : count(atMost: x)
    return count == 0 ? 0 : below[count - 1]
  }

  func survival(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x == .infinity { return 0 }
    let count = x == -.infinity ? 0 : count(atMost: x)
    return count == 0 ? 1 : above[count - 1]
  }

  func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    let index = values.indices.first { p <= 0.5 ? below[$0] >= p * (1 - 1e-14) : above[$0] <= (1 - p) * (1 + 1e-14) }
    return values[index ?? values.count - 1]
  }

  func upperQuantile(_ q: Double) -> Double {
    guard q >= 0, q <= 1 else { return .nan }
    let index = values.indices.last {
      q <= 0.5 ? above[$0] + masses[$0] >= q * (1 - 1e-14) : below[$0] - masses[$0] <= (1 - q) * (1 + 1e-14)
    }
    return values[index ?? 0]
  }
}
