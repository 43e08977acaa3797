import Vocabulary

/// A function of one number with its derivative, on its own: names in it mean for good what they meant when it was made.
///
/// It has no loops and no calls of itself, so that it takes about the same time at any number and never fails.
public struct NumberFunction: Sendable {
  private let program: NumericProgram
  private let differentiated: NumericProgram

  /// The values at some numbers.
  public func values(at numbers: UnsafeBufferPointer<Double>, into results: UnsafeMutableBufferPointer<Double>) {
    var count = StepCount(of: EvaluationContext())
    withUnsafeTemporaryAllocation(of: Double.self, capacity: program.units[0].registerCount) { registers in
      guard let registers = registers.baseAddress else { return }
      program.prepare(0, registers)
      for index in numbers.indices {
        registers[0] = numbers[index]
        results[index] = program.run(0, registers, depth: 0, &count) ?? .nan
      }
    }
  }

  /// The derivatives there.
  public func slopes(at numbers: UnsafeBufferPointer<Double>, into results: UnsafeMutableBufferPointer<Double>) {
    var count = StepCount(of: EvaluationContext(), level: 1)
    withUnsafeTemporaryAllocation(
      of: NumericProgram.DualNumber.self, capacity: differentiated.units[0].registerCount
    ) { registers in
      guard let registers = registers.baseAddress else { return }
      registers.initialize(repeating: NumericProgram.DualNumber(0), count: differentiated.units[0].registerCount)
      differentiated.prepare(0, registers)
      for index in numbers.indices {
        registers[0] = NumericProgram.DualNumber(numbers[index], slope: 1)
        let result = differentiated.run(0, registers, depth: 0, &count)
        results[index] = result.map { $0.slope ?? 0 } ?? .nan
      }
    }
  }

  fileprivate init?(_ program: NumericProgram?, differentiated: NumericProgram?) {
    guard let program, let differentiated, program.isTotal, differentiated.isTotal, !program.units[0].yieldsTruth else {
      return nil
    }
    self.program = program
    self.differentiated = differentiated
  }
}

extension NumericProgram {
  /// Whether it ends soon and yields a number whatever its arguments are.
  fileprivate var isTotal: Bool {
    units.allSatisfy { unit in unit.code.allSatisfy { $0.operation != .call && $0.operation != .element } }
  }
}

extension Evaluator {
  /// A function of one number on its own; nil where it is more than arithmetic, choices and functions of numbers, or has
  /// a part without a derivative.
  public mutating func numberFunction(of function: any Function) -> NumberFunction? {
    NumberFunction(
      compile(function, parameterCount: 1, isDifferentiated: false),
      differentiated: compile(function, parameterCount: 1, isDifferentiated: true, isOnItsOwn: true))
  }
}
