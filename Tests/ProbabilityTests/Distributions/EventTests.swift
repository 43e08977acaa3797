import Probability
import Testing
import Vocabulary

/// Conditions on random variables.
@Suite struct EventTests {
  private static let comparisons: [BinaryOperator] = [
    .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual,
  ]
  private static let numbers: [Double] = [-.infinity, -2, -1, 0, 1, 2, .infinity, .nan]

  /// Of a constant a condition is certain or impossible, as it holds for the number or not: with that, every
  /// combination of bounds, open and closed, is decided by plain comparison.
  @Test(arguments: [-3.0, -2, -1.5, -1, -0.5, 0, 0.5, 1, 2, 7])
  func `conditions hold for a constant as they do for its number`(_ x: Double) throws {
    let constant = RandomVariable(Constant(x))
    var conditions: [(event: Event, holds: Bool)] = []
    for sign in Self.comparisons {
      for number in Self.numbers {
        conditions.append((try event(constant.applying(sign, to: .number(number))), holds(x, sign, number)))
        conditions.append(
          (try event(constant.applied(sign, after: .number(number))), holds(number, sign, x)))
        let magnitude = try #require(operand(try constant.magnitude()))
        conditions.append(
          (try event(magnitude.applying(sign, to: .number(number))), holds(x.magnitude, sign, number)))
      }
    }
    for (event, holds) in conditions {
      #expect(try event.probability() == (holds ? 1 : 0))
      let complement = try self.event(event.complement())
      #expect(try complement.probability() == (holds ? 0 : 1))
    }
    for first in conditions {
      for second in conditions {
        let both = try event(first.event.applying(.and, to: .object(second.event)))
        let either = try event(first.event.applying(.or, to: .object(second.event)))
        #expect(try both.probability() == (first.holds && second.holds ? 1 : 0))
        #expect(try either.probability() == (first.holds || second.holds ? 1 : 0))
      }
    }
  }

  @Test(arguments: DistributionCase.all)
  func `a condition and its opposite make 1`(_ reference: DistributionCase) throws {
    let distribution = try reference.distribution()
    let variable = RandomVariable(distribution)
    for point in reference.points {
      for sign in Self.comparisons {
        let condition = try event(variable.applying(sign, to: .number(point)))
        let opposite = try event(condition.complement())
        #expect((try condition.probability() + opposite.probability() - 1).magnitude <= 2e-14)
      }
      let single = try event(variable.applying(.equal, to: .number(point)))
      #expect(try single.probability() == distribution.pointMass(point))
    }
  }

  @Test func `narrow and far intervals keep their digits`() throws {
    let normal = Normal(mean: 0, stddev: 1)
    // By mpmath: erf(1e-9 / √2) and (erfc(10 / √2) - erfc(11 / √2)) / 2.
    #expect(close(try between(-1e-9, 1e-9, of: normal), 7.9788456080286541e-10))
    #expect(close(try between(10, 11, of: normal), 7.6196619582030762e-24))
    #expect(close(try between(-11, -10, of: normal), 7.6196619582030762e-24))
  }

  @Test func `conditions on two draws are independent`() throws {
    let (one, other) = (RandomVariable(Normal(mean: 0, stddev: 1)), RandomVariable(Normal(mean: 0, stddev: 1)))
    let first = try event(one.applying(.greater, to: .number(0)))
    let second = try event(other.applying(.greater, to: .number(0)))
    let same = try event(one.applying(.greater, to: .number(0)))
    #expect(try event(first.applying(.and, to: .object(second))).probability() == 0.25)
    #expect(try event(first.applying(.or, to: .object(second))).probability() == 0.75)
    #expect(try event(first.applying(.and, to: .object(same))).probability() == 0.5)
    let difference = try event(one.applying(.greater, to: .object(other)))
    #expect(try difference.probability() == 0.5)
    #expect(throws: Failure.self) { try event(first.applying(.and, to: .object(difference))).probability() }
  }

  private func between(_ low: Double, _ high: Double, of distribution: any Distribution) throws -> Double {
    let variable = RandomVariable(distribution)
    let above = try event(variable.applying(.greater, to: .number(low)))
    let below = try event(variable.applying(.less, to: .number(high)))
    return try event(above.applying(.and, to: .object(below))).probability()
  }

  private func close(_ value: Double, _ expected: Double) -> Bool {
    (value - expected).magnitude <= 1e-14 * expected
  }

  private func operand(_ value: Value?) -> (any Operand)? {
    if case .object(let object) = value { object as? any Operand } else { nil }
  }

  private func event(_ value: Value?) throws -> Event { try #require(operand(value) as? Event) }

  private func holds(_ x: Double, _ sign: BinaryOperator, _ y: Double) -> Bool {
    switch sign {
    case .less: x < y
    case .lessOrEqual: x <= y
    case .greater: x > y
    case .greaterOrEqual: x >= y
    case .equal: x == y
    default: x != y
    }
  }
}
