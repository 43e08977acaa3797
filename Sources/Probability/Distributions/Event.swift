import Vocabulary

/// A condition on one random number, such as `-3 < N < 3`.
public struct Event: Operand {
  let distribution: any Distribution
  let values: IntervalSet

  public var kind: String { "event" }
  public var display: Display { "event of \(distribution.display) with probability \(probability)" }
  public var properties: [Property] { [Property("probability", .number(probability))] }

  init(_ distribution: any Distribution, _ values: IntervalSet) {
    self.distribution = distribution
    self.values = values
  }

  init(_ distribution: any Distribution, _ operation: BinaryOperator, _ number: Double) {
    self.init(distribution, IntervalSet(operation, number))
  }

  public var probability: Double {
    let sum = values.intervals.reduce(0) { $0 + distribution.probability(of: $1) }
    return min(1, sum)
  }

  /// Throws where the probability cannot be computed.
  public func requireProbabilities() throws(Failure) { try distribution.requireProbabilities() }

  /// Events of one variable combine, also where it is scaled and shifted in one or both.
  public func applying(_ operation: BinaryOperator, to other: Value) throws(Failure) -> Value? {
    guard case .object(let event as Event) = other, operation == .and || operation == .or else { return nil }
    if distribution.isSame(as: event.distribution) {
      return .object(Event(distribution, combined(operation, values, event.values)))
    }
    let (first, second) = (distribution.source, event.distribution.source)
    guard first.origin.isSame(as: second.origin), first.map.scale != 0, second.map.scale != 0 else {
      throw Failure(
        .type, "the two conditions speak of different distributions",
        hint: "multiply the probabilities where they are independent")
    }
    let origin = first.origin
    return .object(
      Event(
        origin,
        combined(
          operation, values.origin(under: first.map, of: origin), event.values.origin(under: second.map, of: origin)))
    )
  }

  private func combined(_ operation: BinaryOperator, _ first: IntervalSet, _ second: IntervalSet) -> IntervalSet {
    operation == .and ? first.intersection(second) : first.union(second)
  }

  public func applied(_ operation: BinaryOperator, after other: Value) throws(Failure) -> Value? { nil }

  public func complement() throws(Failure) -> Value? { .object(Event(distribution, values.complement)) }
}
