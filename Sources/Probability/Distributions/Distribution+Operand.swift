import Vocabulary

extension Distribution {
  public func applying(_ sign: BinaryOperator, to other: Value) throws(Failure) -> Value? {
    switch other {
    case .number(let number): return try applying(sign, number)
    case .object(let distribution as any Distribution): return try combining(sign, distribution)
    default: return nil
    }
  }

  public func applied(_ sign: BinaryOperator, after other: Value) throws(Failure) -> Value? {
    guard case .number(let number) = other else { return nil }
    switch sign {
    case .add: return .object(try affine(scale: 1, shift: number))
    case .subtract: return .object(try affine(scale: -1, shift: number))
    case .multiply: return .object(try affine(scale: number, shift: 0))
    case _ where sign.isComparison: return .object(Event(self, sign.mirrored, number))
    default: return nil
    }
  }

  public func negated() throws(Failure) -> Value? { .object(try affine(scale: -1, shift: 0)) }

  public func magnitude() throws(Failure) -> Value? { .object(AbsoluteValue(of: self)) }

  private func applying(_ sign: BinaryOperator, _ number: Double) throws(Failure) -> Value? {
    switch sign {
    case .add: return .object(try affine(scale: 1, shift: number))
    case .subtract: return .object(try affine(scale: 1, shift: -number))
    case .multiply: return .object(try affine(scale: number, shift: 0))
    case .divide where number == 0: throw Failure(.type, "a distribution cannot be divided by 0")
    case .divide: return .object(try affine(scale: 1 / number, shift: 0))
    case _ where sign.isComparison: return .object(Event(self, sign, number))
    default: return nil
    }
  }

  /// Two distributions in one formula are independent, even if they are equal.
  private func combining(_ sign: BinaryOperator, _ other: any Distribution) throws(Failure) -> Value? {
    if sign.isComparison {
      throw Failure(
        .type, "a distribution is compared with a number, not with another distribution",
        hint: "compare their difference with 0: P(d1 - d2 \(sign.rawValue) 0)")
    }
    guard sign == .add || sign == .subtract else { return nil }
    let second = sign == .add ? other : try other.affine(scale: -1, shift: 0)
    if let sum = try adding(second) { return .object(sum) }
    if let sum = try second.adding(self) { return .object(sum) }
    throw Failure(
      .type, "the \(sign == .add ? "sum" : "difference") of \(name) and \(other.name) has no closed form",
      hint: "estimate it: sample both and add the vectors")
  }
}
