import Vocabulary

/// A condition on random variables, such as `-3 < N < 3`, or several joined by `and`, `or` and `not`.
public struct Event: Operand {
  /// A variable that lies in a set of numbers.
  struct Condition: Sendable {
    let variable: RandomVariable
    let values: IntervalSet
  }

  indirect enum Formula: Sendable {
    case condition(Condition)
    case truth(Bool)
    case all([Formula])
    case any([Formula])
  }

  let formula: Formula

  public var kind: String { "event" }
  public var display: Display {
    let probability = Display((try? probability()) ?? .nan)
    guard case .condition(let condition) = formula else { return "event with probability " + probability }
    return "event of \(condition.variable.display) with probability " + probability
  }
  public var properties: [Property] { [Property("probability", .number((try? probability()) ?? .nan))] }

  private init(_ formula: Formula) { self.formula = formula }

  init(_ variable: RandomVariable, _ values: IntervalSet) {
    // What depends on no draw is certain or impossible.
    formula =
      variable.terms.isEmpty
      ? .truth(values.contains(variable.shift)) : .condition(Condition(variable: variable, values: values))
  }

  init(_ variable: RandomVariable, _ operation: BinaryOperator, _ number: Double) {
    self.init(variable, IntervalSet(operation, number))
  }

  public func applying(_ operation: BinaryOperator, to other: Value) throws(Failure) -> Value? {
    switch (operation, other) {
    case (.and, .object(let event as Event)): .object(and(event))
    case (.or, .object(let event as Event)): .object(or(event))
    case (.and, .truth(let truth)): .object(and(Event(.truth(truth))))
    case (.or, .truth(let truth)): .object(or(Event(.truth(truth))))
    default: nil
    }
  }

  public func applied(_ operation: BinaryOperator, after other: Value) throws(Failure) -> Value? { nil }

  public func complement() throws(Failure) -> Value? { .object(Event(formula.negated)) }

  func and(_ other: Event) -> Event { Event(Formula.joined(formula, other.formula, all: true)) }
  func or(_ other: Event) -> Event { Event(Formula.joined(formula, other.formula, all: false)) }

  /// The probability that the condition holds.
  ///
  /// Exact where each variable, or sum of variables, that the condition speaks of is independent of the others, and where
  /// the draws have few values; throws where it speaks of several combinations of the same draws, or of a distribution
  /// whose probabilities cannot be computed.
  public func probability() throws(Failure) -> Double { try JointProbability.value(of: formula) }
}

extension Event.Formula {
  /// Both, or one of them; nested formulas of one kind are one list, and conditions on one variable one condition.
  static func joined(_ first: Self, _ second: Self, all: Bool) -> Self {
    var parts: [Self] = []
    for part in first.parts(all: all) + second.parts(all: all) {
      if case .truth(let truth) = part {
        if truth != all { return part }
      } else if let condition = part.condition, let index = parts.firstIndex(where: { $0.isOn(condition.variable) }),
        let other = parts[index].condition
      {
        let values = all ? other.values.intersection(condition.values) : other.values.union(condition.values)
        parts[index] = .condition(Event.Condition(variable: other.variable, values: values))
      } else {
        parts.append(part)
      }
    }
    if parts.isEmpty { return .truth(all) }
    return parts.count == 1 ? parts[0] : all ? .all(parts) : .any(parts)
  }

  private func parts(all: Bool) -> [Self] {
    switch self {
    case .all(let parts) where all: parts
    case .any(let parts) where !all: parts
    default: [self]
    }
  }

  /// Whether it is one condition on this combination of draws.
  private func isOn(_ variable: RandomVariable) -> Bool { condition?.variable.isSame(as: variable) == true }

  var condition: Event.Condition? {
    if case .condition(let condition) = self { condition } else { nil }
  }

  /// All conditions, from left to right.
  var conditions: [Event.Condition] {
    switch self {
    case .condition(let condition): [condition]
    case .truth: []
    case .all(let parts), .any(let parts): parts.flatMap(\.conditions)
    }
  }

  /// By De Morgan's laws.
  var negated: Self {
    switch self {
    case .condition(let condition):
      .condition(Event.Condition(variable: condition.variable, values: condition.values.complement))
    case .truth(let truth): .truth(!truth)
    case .all(let parts): .any(parts.map(\.negated))
    case .any(let parts): .all(parts.map(\.negated))
    }
  }

  /// Where a number lies if the formula holds, given where it lies if each of its conditions does.
  func values(_ ofCondition: (Event.Condition) -> IntervalSet) -> IntervalSet {
    switch self {
    case .condition(let condition): ofCondition(condition)
    case .truth(let truth): truth ? .all : IntervalSet([])
    case .all(let parts): parts.reduce(.all) { $0.intersection($1.values(ofCondition)) }
    case .any(let parts): parts.reduce(IntervalSet([])) { $0.union($1.values(ofCondition)) }
    }
  }

  /// Whether the formula holds where the conditions of these numbers hold, counted from left to right.
  func holds(_ truths: Set<Int>) -> Bool {
    var number = 0
    return holds(truths, from: &number)
  }

  private func holds(_ truths: Set<Int>, from number: inout Int) -> Bool {
    switch self {
    case .condition:
      number += 1
      return truths.contains(number - 1)
    case .truth(let truth): return truth
    case .all(let parts): return parts.reduce(true) { $1.holds(truths, from: &number) && $0 }
    case .any(let parts): return parts.reduce(false) { $1.holds(truths, from: &number) || $0 }
    }
  }
}
