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

  init(_ distribution: any Distribution, _ sign: BinaryOperator, _ number: Double) {
    self.init(distribution, IntervalSet(sign, number))
  }

  public var probability: Double {
    let sum = values.intervals.reduce(0) { $0 + distribution.probability(of: $1) }
    return min(1, sum)
  }

  public func applying(_ sign: BinaryOperator, to other: Value) throws(Failure) -> Value? {
    guard case .object(let event as Event) = other, sign == .and || sign == .or else { return nil }
    guard distribution.isSame(as: event.distribution) else {
      throw Failure(
        .type, "the two conditions speak of different distributions",
        hint: "multiply the probabilities where they are independent")
    }
    let both = sign == .and ? values.intersection(event.values) : values.union(event.values)
    return .object(Event(distribution, both))
  }

  public func applied(_ sign: BinaryOperator, after other: Value) throws(Failure) -> Value? { nil }

  public func complement() throws(Failure) -> Value? { .object(Event(distribution, values.complement)) }
}

/// `|N|`, to be compared.
struct AbsoluteValue: Operand {
  let distribution: any Distribution

  init(of distribution: any Distribution) { self.distribution = distribution }

  var kind: String { "absolute value" }
  var display: Display { "|\(distribution.display)|" }

  /// `|N| < c` is `-c < N < c`; `|N| > c` is the rest.
  func applying(_ sign: BinaryOperator, to other: Value) throws(Failure) -> Value? {
    guard case .number(let number) = other, sign.isComparison else { return nil }
    return .object(Event(distribution, IntervalSet(sign, number).mirroredAtZero))
  }

  func applied(_ sign: BinaryOperator, after other: Value) throws(Failure) -> Value? {
    try applying(sign.mirrored, to: other)
  }
}
