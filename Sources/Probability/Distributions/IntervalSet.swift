import Vocabulary

/// The numbers between two bounds, each of which may belong to it.
struct Interval: Sendable, Equatable {
  var lower: Double
  var upper: Double
  var includesLower = false
  var includesUpper = false

  var isEmpty: Bool { lower > upper || (lower == upper && !(includesLower && includesUpper)) }

  func contains(_ x: Double) -> Bool {
    (x > lower || (x == lower && includesLower)) && (x < upper || (x == upper && includesUpper))
  }

  func intersection(_ other: Interval) -> Interval {
    let lower = max(self.lower, other.lower)
    let upper = min(self.upper, other.upper)
    return Interval(
      lower: lower, upper: upper,
      includesLower: (self.lower < lower || includesLower) && (other.lower < lower || other.includesLower),
      includesUpper: (self.upper > upper || includesUpper) && (other.upper > upper || other.includesUpper))
  }
}

/// Numbers, as intervals in ascending order that neither overlap nor touch.
struct IntervalSet: Sendable, Equatable {
  private(set) var intervals: [Interval]

  init(_ intervals: [Interval]) { self.intervals = intervals.filter { !$0.isEmpty } }

  /// The numbers x with `x operation bound`; none of them where the bound is nan.
  init(_ operation: BinaryOperator, _ bound: Double) {
    guard !bound.isNaN else {
      self.init(operation == .notEqual ? [Interval(lower: -.infinity, upper: .infinity)] : [])
      return
    }
    let below = Interval(lower: -.infinity, upper: bound, includesUpper: operation == .lessOrEqual)
    let above = Interval(lower: bound, upper: .infinity, includesLower: operation == .greaterOrEqual)
    switch operation {
    case .less, .lessOrEqual: self.init([below])
    case .greater, .greaterOrEqual: self.init([above])
    case .equal: self.init([Interval(lower: bound, upper: bound, includesLower: true, includesUpper: true)])
    default: self.init([below, above])
    }
  }

  func intersection(_ other: IntervalSet) -> IntervalSet {
    IntervalSet(intervals.flatMap { own in other.intervals.map { own.intersection($0) } })
  }

  /// By De Morgan's law, so that only complement and intersection need care with bounds.
  func union(_ other: IntervalSet) -> IntervalSet { complement.intersection(other.complement).complement }

  var complement: IntervalSet {
    var gaps: [Interval] = []
    var start = Interval(lower: -.infinity, upper: .infinity)
    for interval in intervals {
      var gap = start
      gap.upper = interval.lower
      gap.includesUpper = !interval.includesLower && interval.lower.isFinite
      gaps.append(gap)
      start = Interval(lower: interval.upper, upper: .infinity, includesLower: !interval.includesUpper)
    }
    return IntervalSet(gaps + [start])
  }

  /// The numbers whose absolute value is in the set.
  var mirroredAtZero: IntervalSet {
    let right = intersection(IntervalSet(.greaterOrEqual, 0))
    let left = right.intervals.reversed().map {
      Interval(
        lower: -$0.upper, upper: -$0.lower, includesLower: $0.includesUpper, includesUpper: $0.includesLower)
    }
    return IntervalSet(left).union(right)
  }

  /// The numbers that a map, whose scale is not 0, brings into the set.
  func origin(under map: AffineMap, of distribution: any Distribution) -> IntervalSet {
    func back(_ x: Double) -> Double { map.inverse(x, ofWholeNumbers: distribution.isDiscrete) }
    if map == .identity { return self }
    if map.scale > 0 {
      return IntervalSet(
        intervals.map {
          Interval(
            lower: back($0.lower), upper: back($0.upper), includesLower: $0.includesLower,
            includesUpper: $0.includesUpper)
        })
    }
    return IntervalSet(
      intervals.reversed().map {
        Interval(
          lower: back($0.upper), upper: back($0.lower), includesLower: $0.includesUpper, includesUpper: $0.includesLower
        )
      })
  }
}
