import Vocabulary

extension Distribution {
  public func applying(_ operation: BinaryOperator, to other: Value) throws(Failure) -> Value? {
    switch other {
    case .number(let number): return try applying(operation, number)
    case .object(let distribution as any Distribution): return try combining(operation, distribution)
    default: return nil
    }
  }

  public func applied(_ operation: BinaryOperator, after other: Value) throws(Failure) -> Value? {
    guard case .number(let number) = other else { return nil }
    switch operation {
    case .add: return .object(try Derived(self, scale: 1, shift: number))
    case .subtract: return .object(try Derived(self, scale: -1, shift: number))
    case .multiply: return .object(try Derived(self, scale: number, shift: 0))
    case _ where operation.isComparison: return .object(Event(self, operation.mirrored, number))
    default: return nil
    }
  }

  public func negated() throws(Failure) -> Value? { .object(try Derived(self, scale: -1, shift: 0)) }

  public func magnitude() throws(Failure) -> Value? { .object(AbsoluteValue(of: self)) }

  private func applying(_ operation: BinaryOperator, _ number: Double) throws(Failure) -> Value? {
    switch operation {
    case .add: return .object(try Derived(self, scale: 1, shift: number))
    case .subtract: return .object(try Derived(self, scale: 1, shift: -number))
    case .multiply: return .object(try Derived(self, scale: number, shift: 0))
    case .divide where number == 0: throw Failure(.type, "a distribution cannot be divided by 0")
    case .divide: return .object(try Derived(self, scale: 1 / number, shift: 0))
    case _ where operation.isComparison: return .object(Event(self, operation, number))
    default: return nil
    }
  }

  /// Two distributions in one formula are independent, even if they are equal.
  private func combining(_ operation: BinaryOperator, _ other: any Distribution) throws(Failure) -> Value? {
    switch operation {
    case .add: return .object(try sum(with: other))
    case .subtract: return .object(try sum(with: other.marginal.affine(scale: -1, shift: 0)))
    case _ where operation.isComparison:
      let difference = try sum(with: other.marginal.affine(scale: -1, shift: 0))
      do { try difference.requireProbabilities() } catch {
        throw Failure(
          .type, "the difference of \(name) and \(other.name) has no closed form",
          hint: "estimate it: mean(sample(d1, 100000) \(operation.rawValue) sample(d2, 100000))")
      }
      return .object(Event(difference, operation, 0))
    default: return nil
    }
  }
}
