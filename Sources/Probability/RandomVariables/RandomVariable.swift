import Vocabulary

/// A random variable: a linear combination of independent draws, with the distribution that it follows.
///
/// Each draw has an identity of its own, so that `A - A` is 0, while `A - B` of two draws from one distribution is not.
public struct RandomVariable: Operand, Individual {
  /// One draw from a distribution; another draw from the same distribution is another object.
  final class Draw: Sendable {
    let distribution: any Distribution
    init(_ distribution: any Distribution) { self.distribution = distribution }
  }

  /// A draw times a number other than 0.
  struct Term: Sendable {
    let draw: Draw
    let coefficient: Double
  }

  let terms: [Term]
  let shift: Double
  /// What the combination is distributed as.
  public let distribution: any Distribution

  /// A new draw, independent of every other.
  public init(_ distribution: any Distribution) {
    self.init(drawing: Draw(distribution))
  }

  /// A draw that exists.
  init(drawing draw: Draw) {
    self.init(terms: [Term(draw: draw, coefficient: 1)], shift: 0, draw.distribution)
  }

  private init(terms: [Term], shift: Double, _ distribution: any Distribution) {
    self.terms = terms
    self.shift = shift
    self.distribution = distribution
  }

  public var kind: String { "distribution" }
  public var display: Display { distribution.display }
  public var properties: [Property] { distribution.properties }
  public var constructor: String? { distribution.name }

  /// `scale × self + shift`.
  func affine(scale: Double, shift: Double) throws(Failure) -> RandomVariable {
    let image = try distribution.affine(scale: scale, shift: shift)
    let scaled = terms.map { Term(draw: $0.draw, coefficient: scale * $0.coefficient) }
    return RandomVariable(terms: scaled.filter { $0.coefficient != 0 }, shift: scale * self.shift + shift, image)
  }

  /// `self + scale × other`.
  func adding(_ other: RandomVariable, scale: Double) throws(Failure) -> RandomVariable {
    let image = scale == 1 ? other : try other.affine(scale: scale, shift: 0)
    var merged = terms
    var isIndependent = true
    for term in image.terms {
      if let index = terms.firstIndex(where: { $0.draw === term.draw }) {
        merged[index] = Term(draw: term.draw, coefficient: merged[index].coefficient + term.coefficient)
        isIndependent = false
      } else {
        merged.append(term)
      }
    }
    let shift = shift + image.shift
    if isIndependent {
      return RandomVariable(terms: merged, shift: shift, try distribution.sum(with: image.distribution))
    }
    merged.removeAll { $0.coefficient == 0 }
    var sum: (any Distribution)?
    for term in merged {
      let part = try term.draw.distribution.affine(scale: term.coefficient, shift: 0)
      if let rest = sum { sum = try rest.sum(with: part) } else { sum = part }
    }
    guard let sum else { return RandomVariable(terms: [], shift: shift, try Constant(shift).checked("value")) }
    return RandomVariable(terms: merged, shift: shift, try sum.affine(scale: 1, shift: shift))
  }

  public func isSame(as other: any Object) -> Bool { (other as? RandomVariable).map { isSame(as: $0) } ?? false }

  /// Whether two are the same combination of the same draws.
  public func isSame(as other: RandomVariable) -> Bool { !terms.isEmpty && map(from: other) == .identity }

  /// How many draws it is made of.
  public var drawCount: Int { terms.count }

  /// Whether two are not independent.
  public func sharesDraws(with other: RandomVariable) -> Bool {
    terms.contains { term in other.terms.contains { $0.draw === term.draw } }
  }

  /// What a draw is multiplied by.
  func coefficient(of draw: Draw) -> Double { terms.first { $0.draw === draw }?.coefficient ?? 0 }

  /// The map that makes this variable of another one; nil where there is none.
  func map(from other: RandomVariable) -> AffineMap? {
    guard terms.count == other.terms.count, let first = other.terms.first,
      let own = terms.first(where: { $0.draw === first.draw })
    else { return nil }
    let scale = own.coefficient / first.coefficient
    for term in other.terms {
      guard let own = terms.first(where: { $0.draw === term.draw }),
        (own.coefficient - scale * term.coefficient).magnitude <= 2 * own.coefficient.ulp
      else { return nil }
    }
    return AffineMap(scale: scale, shift: shift - scale * other.shift)
  }
}

// MARK: Arithmetic and comparison

extension RandomVariable {
  public func applying(_ operation: BinaryOperator, to other: Value) throws(Failure) -> Value? {
    switch (operation, other) {
    case (.add, .number(let number)): return .object(try affine(scale: 1, shift: number))
    case (.subtract, .number(let number)): return .object(try affine(scale: 1, shift: -number))
    case (.multiply, .number(let number)): return .object(try affine(scale: number, shift: 0))
    case (.divide, .number(0)): throw Failure(.type, "a distribution cannot be divided by 0")
    case (.divide, .number(let number)): return .object(try affine(scale: 1 / number, shift: 0))
    case (_, .number(let number)) where operation.isComparison: return .object(Event(self, operation, number))
    case (.add, .object(let variable as RandomVariable)): return .object(try adding(variable, scale: 1))
    case (.subtract, .object(let variable as RandomVariable)): return .object(try adding(variable, scale: -1))
    case (_, .object(let variable as RandomVariable)) where operation.isComparison:
      return .object(Event(try adding(variable, scale: -1), operation, 0))
    default: return nil
    }
  }

  public func applied(_ operation: BinaryOperator, after other: Value) throws(Failure) -> Value? {
    guard case .number(let number) = other else { return nil }
    switch operation {
    case .add: return .object(try affine(scale: 1, shift: number))
    case .subtract: return .object(try affine(scale: -1, shift: number))
    case .multiply: return .object(try affine(scale: number, shift: 0))
    case _ where operation.isComparison: return .object(Event(self, operation.mirrored, number))
    default: return nil
    }
  }

  public func negated() throws(Failure) -> Value? { .object(try affine(scale: -1, shift: 0)) }

  public func magnitude() throws(Failure) -> Value? { .object(AbsoluteValue(of: self)) }
}

/// `scale × |X| + shift` of a random variable, to be compared.
struct AbsoluteValue: Operand {
  let variable: RandomVariable
  let map: AffineMap

  init(of variable: RandomVariable, _ map: AffineMap = .identity) {
    self.variable = variable
    self.map = map
  }

  var kind: String { "absolute value" }

  var display: Display {
    let size: Display = "|\(variable.display)|"
    let scaled = map.scale == 1 ? size : "\(map.scale) × \(size)"
    return map.shift == 0 ? scaled : map.shift > 0 ? scaled + " + \(map.shift)" : scaled + " - \(-map.shift)"
  }

  func applying(_ operation: BinaryOperator, to other: Value) throws(Failure) -> Value? {
    switch (operation, other) {
    case (.add, .number(let number)): return try moved(scale: 1, shift: number)
    case (.subtract, .number(let number)): return try moved(scale: 1, shift: -number)
    case (.multiply, .number(let number)): return try moved(scale: number, shift: 0)
    case (.divide, .number(let number)) where number != 0: return try moved(scale: 1 / number, shift: 0)
    case (_, .number(let number)) where operation.isComparison:
      // `|X| < c` is `-c < X < c`; `|X| > c` is the rest.
      let isWhole = variable.distribution.isDiscrete
      let values = IntervalSet(operation, number).origin(under: map, ofWholeNumbers: isWhole).mirroredAtZero
      return .object(Event(variable, values))
    case (_, .object(let other)) where operation.isComparison && (other is RandomVariable || other is AbsoluteValue):
      return try compared(operation, .object(other))
    case (_, .object(let other)) where other is RandomVariable || other is AbsoluteValue:
      throw Failure(
        .type, "an absolute value is compared, or added to and multiplied by numbers, not combined with \(other.noun)",
        hint: "draw from it: abs(sample(d, 100000))")
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

  /// The comparison where the variable is at least 0, or the one of its negative where it is below.
  private func compared(_ operation: BinaryOperator, _ other: Value) throws(Failure) -> Value? {
    var result: Event?
    for (scale, side) in [(map.scale, BinaryOperator.greaterOrEqual), (-map.scale, .less)] {
      let branch = try variable.affine(scale: scale, shift: map.shift)
      var comparison = try branch.applying(operation, to: other)
      if comparison == nil, case .object(let size as AbsoluteValue) = other {
        comparison = try size.applying(operation.mirrored, to: .object(branch))
      }
      guard case .object(let event as Event)? = comparison else { return nil }
      let part = Event(variable, side, 0).and(event)
      result = result?.or(part) ?? part
    }
    return result.map { .object($0) }
  }

  private func moved(scale: Double, shift: Double) throws(Failure) -> Value {
    let map = AffineMap(scale: scale, shift: shift).after(map)
    guard map.scale != 0, map.scale.isFinite, map.shift.isFinite else {
      throw Failure(.type, "an absolute value can be multiplied by finite numbers other than 0")
    }
    return .object(AbsoluteValue(of: variable, map))
  }
}
