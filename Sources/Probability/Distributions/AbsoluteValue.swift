import Vocabulary

/// `|N|`, scaled and shifted or not, to be compared.
struct AbsoluteValue: Operand {
  let distribution: any Distribution
  let map: AffineMap

  init(of distribution: any Distribution, _ map: AffineMap = .identity) {
    self.distribution = distribution
    self.map = map
  }

  var kind: String { "absolute value" }

  var display: Display {
    let size: Display = "|\(distribution.display)|"
    let scaled = map.scale == 1 ? size : "\(map.scale) × \(size)"
    return map.shift == 0 ? scaled : map.shift > 0 ? scaled + " + \(map.shift)" : scaled + " - \(-map.shift)"
  }

  /// `|N| < c` is `-c < N < c`; `|N| > c` is the rest.
  func applying(_ operation: BinaryOperator, to other: Value) throws(Failure) -> Value? {
    guard case .number(let number) = other else {
      if case .object(let object) = other, object is any Distribution || object is AbsoluteValue {
        throw Failure(
          .type, "an absolute value is compared with a number, not with \(other.noun)",
          hint: "estimate it: mean(abs(sample(d1, 100000)) < sample(d2, 100000))")
      }
      return nil
    }
    switch operation {
    case .add: return try moved(scale: 1, shift: number)
    case .subtract: return try moved(scale: 1, shift: -number)
    case .multiply: return try moved(scale: number, shift: 0)
    case .divide where number != 0: return try moved(scale: 1 / number, shift: 0)
    case _ where operation.isComparison:
      return .object(
        Event(distribution, IntervalSet(operation, number).origin(under: map, of: distribution).mirroredAtZero))
    default: return nil
    }
  }

  func applied(_ operation: BinaryOperator, after other: Value) throws(Failure) -> Value? {
    switch (operation, other) {
    case (.add, _), (.multiply, _): return try applying(operation, to: other)
    case (.subtract, .number(let number)): return try moved(scale: -1, shift: number)
    case _ where operation.isComparison: return try applying(operation.mirrored, to: other)
    default: return nil
    }
  }

  func negated() throws(Failure) -> Value? { try moved(scale: -1, shift: 0) }

  private func moved(scale: Double, shift: Double) throws(Failure) -> Value {
    let map = AffineMap(scale: scale, shift: shift).after(map)
    guard map.scale != 0, map.scale.isFinite, map.shift.isFinite else {
      throw Failure(.type, "an absolute value can only be multiplied by a finite number other than 0")
    }
    return .object(AbsoluteValue(of: distribution, map))
  }
}
