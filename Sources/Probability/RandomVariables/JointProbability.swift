import Vocabulary

/// The probability of a condition on several random variables.
///
/// Parts that share no draw are independent: their probabilities are multiplied. Within a part, conditions on one
/// variable, scaled and shifted or not, are sets of its values; where a part speaks of several combinations of the same
/// draws, those must have so few values that all can be gone through.
enum JointProbability {
  /// The most combinations of values that are gone through.
  private static let mostCombinations = 1_000_000
  /// The most cases that are told apart by which conditions hold in them.
  private static let mostCells = 1 << 16

  static func value(of formula: Event.Formula) throws(Failure) -> Double {
    switch formula {
    case .truth(let truth): return truth ? 1 : 0
    case .condition(let condition): return try value(of: condition)
    case .all(let parts):
      var product = 1.0
      for group in groups(of: parts) { product *= try value(ofDependent: group, all: true) }
      return product
    case .any(let parts):
      // P(A or B) = P(A) + P(not A) P(B) for independent A and B: nothing cancels.
      var (sum, rest) = (0.0, 1.0)
      for group in groups(of: parts) {
        sum += rest * (try value(ofDependent: group, all: false))
        rest *= try value(ofDependent: group.map(\.negated), all: true)
      }
      return min(1, sum)
    }
  }

  private static func value(of condition: Event.Condition) throws(Failure) -> Double {
    let distribution = condition.variable.distribution
    try distribution.requireProbabilities()
    return min(1, condition.values.intervals.reduce(0) { $0 + distribution.probability(of: $1) })
  }

  /// The parts, those together that share draws, directly or through others.
  private static func groups(of parts: [Event.Formula]) -> [[Event.Formula]] {
    connected(parts.map { $0.conditions.map(\.variable) }).map { indices in indices.map { parts[$0] } }
  }

  /// The indices of several lists of variables, those together that share draws, directly or through others.
  private static func connected(_ lists: [[RandomVariable]]) -> [[Int]] {
    var groups: [(indices: [Int], draws: Set<ObjectIdentifier>)] = []
    for (index, variables) in lists.enumerated() {
      var joined = (indices: [index], draws: Set(variables.flatMap { $0.terms.map { ObjectIdentifier($0.draw) } }))
      for (position, group) in groups.enumerated().reversed() where !group.draws.isDisjoint(with: joined.draws) {
        joined = (group.indices + joined.indices, group.draws.union(joined.draws))
        groups.remove(at: position)
      }
      groups.append(joined)
    }
    return groups.map { $0.indices.sorted() }
  }

  /// Of parts that share draws.
  private static func value(ofDependent parts: [Event.Formula], all: Bool) throws(Failure) -> Double {
    if parts.count == 1, let condition = parts[0].condition { return try value(of: condition) }
    let formula: Event.Formula = all ? .all(parts) : .any(parts)
    let conditions = formula.conditions
    let aspects = Aspect.all(of: conditions)
    if aspects.count == 1 {
      let values = formula.values { aspects[0].values(of: $0) }
      return try value(of: Event.Condition(variable: aspects[0].variable, values: values))
    }
    var cells = [Cell(truths: [], probability: 1)]
    for indices in connected(aspects.map { [$0.variable] }) {
      let component = indices.map { aspects[$0] }
      let own =
        component.count == 1 ? try Cell.cells(of: component[0], conditions) : try Cell.cells(of: component, conditions)
      guard cells.count * own.count <= mostCells else { throw tooMany }
      cells = cells.flatMap { cell in own.map { cell.joined(with: $0) } }
    }
    var sum = CompensatedSum()
    for cell in cells where formula.holds(cell.truths) { sum.add(cell.probability) }
    return min(1, sum.value)
  }

  private static var tooMany: Failure {
    Failure(.limit, "so many conditions on the same variables cannot be computed")
  }

  /// A variable without the scale and shift that tell it from others of the same draws, and the numbers of the
  /// conditions on it.
  private struct Aspect {
    let variable: RandomVariable
    var numbers: [Int]

    static func all(of conditions: [Event.Condition]) -> [Aspect] {
      var aspects: [Aspect] = []
      for (number, condition) in conditions.enumerated() {
        if let index = aspects.firstIndex(where: { condition.variable.map(from: $0.variable) != nil }) {
          aspects[index].numbers.append(number)
        } else {
          let terms = condition.variable.terms
          let variable = terms.count == 1 ? RandomVariable(drawing: terms[0].draw) : condition.variable
          aspects.append(Aspect(variable: variable, numbers: [number]))
        }
      }
      return aspects
    }

    /// Where the variable lies when a condition on it holds.
    func values(of condition: Event.Condition) -> IntervalSet {
      guard let map = condition.variable.map(from: variable) else { return condition.values }
      return condition.values.origin(under: map, ofWholeNumbers: variable.distribution.isDiscrete)
    }
  }

  /// A case in which certain conditions hold and no others.
  private struct Cell {
    var truths: Set<Int>
    var probability: Double

    func joined(with other: Cell) -> Cell {
      Cell(truths: truths.union(other.truths), probability: probability * other.probability)
    }

    /// Of one variable: the line is cut where any of its conditions begins or ceases to hold.
    static func cells(of aspect: Aspect, _ conditions: [Event.Condition]) throws(Failure) -> [Cell] {
      var pieces: [(truths: Set<Int>, values: IntervalSet)] = [([], .all)]
      for number in aspect.numbers {
        let values = aspect.values(of: conditions[number])
        pieces = pieces.flatMap { piece in
          [
            (piece.truths.union([number]), piece.values.intersection(values)),
            (piece.truths, piece.values.intersection(values.complement)),
          ]
        }
        pieces.removeAll { $0.values.intervals.isEmpty }
        guard pieces.count <= mostCells else { throw tooMany }
      }
      var cells: [Cell] = []
      for piece in pieces {
        let condition = Event.Condition(variable: aspect.variable, values: piece.values)
        cells.append(Cell(truths: piece.truths, probability: try JointProbability.value(of: condition)))
      }
      return cells
    }

    /// Of several combinations of the same draws, by going through all values of those.
    static func cells(of aspects: [Aspect], _ conditions: [Event.Condition]) throws(Failure) -> [Cell] {
      var draws: [RandomVariable.Draw] = []
      for term in aspects.flatMap(\.variable.terms) where !draws.contains(where: { $0 === term.draw }) {
        draws.append(term.draw)
      }
      var tables: [MassTable] = []
      var combinations = 1
      for draw in draws {
        guard let table = MassTable(draw.distribution) else { throw dependent }
        combinations *= max(1, table.values.count)
        guard combinations <= mostCombinations else { throw dependent }
        tables.append(table)
      }
      let forms = aspects.flatMap(\.numbers).map { number in
        (number, conditions[number], draws.map { conditions[number].variable.coefficient(of: $0) })
      }
      var sums: [Set<Int>: CompensatedSum] = [:]
      var position = [Int](repeating: 0, count: draws.count)
      for _ in 0..<combinations {
        let values = zip(tables, position).map { $0.values[$1] }
        let mass = zip(tables, position).reduce(1.0) { $0 * $1.0.masses[$1.1] }
        var truths: Set<Int> = []
        for (number, condition, coefficients) in forms where condition.holds(values, coefficients) {
          truths.insert(number)
        }
        sums[truths, default: CompensatedSum()].add(mass)
        for index in position.indices {
          position[index] += 1
          if position[index] < tables[index].values.count { break }
          position[index] = 0
        }
      }
      return sums.map { Cell(truths: $0.key, probability: $0.value.value) }
        .sorted { $0.truths.sorted().lexicographicallyPrecedes($1.truths.sorted()) }
    }

    private static var dependent: Failure {
      Failure(.type, "the condition speaks of several combinations of the same variables, which has no closed form")
    }
  }
}

extension Event.Condition {
  /// Whether it holds for values of the draws; sums that differ from a bound by rounding alone are taken as equal to it.
  fileprivate func holds(_ draws: [Double], _ coefficients: [Double]) -> Bool {
    let parts = zip(draws, coefficients).map { $0 * $1 }
    let size = parts.reduce(variable.shift.magnitude) { $0 + $1.magnitude }
    return values.contains(parts.reduce(variable.shift, +), roundedBy: 1e-13 * size)
  }
}
