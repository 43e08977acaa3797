import ElementaryFunctions
import Vocabulary

/// An expression of plain numbers as a list of instructions on registers: what the evaluator runs in loops, instead of
/// going through the syntax with a value in a box at every step.
///
/// A program only has what cannot fail, and counts the same steps. Where it meets anything else (a stop, the end of the
/// steps, too deep a recursion, an index outside a vector) it gives up, and the evaluator goes through the expression from
/// its beginning in the slow way, which finds the failure, its place and its words.
struct NumericProgram: Sendable {
  /// One step on registers of numbers; truths are 1 and 0.
  struct Instruction: Sendable {
    enum Operation: UInt8, Sendable {
      case add, subtract, multiply, divide, remainder, power, square
      case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual
      case negate, magnitude, not, move
      /// `functions[index]` of one or two registers.
      case one, two
      /// The number of `vectors[index]` at the position in the left register.
      case element
      /// To the instruction at `index`: always, where the left register is 0, where it is not.
      case jump, jumpUnless, jumpIf
      /// Counts `index` steps.
      case count
      /// Runs `units[index]` with arguments from the left register on, at a depth that the right one says.
      case call
    }

    let operation: Operation
    var target: Int32 = 0
    var left: Int32 = 0
    var right: Int32 = 0
    var index: Int32 = 0
  }

  /// The instructions of an expression or of a function that calls itself.
  ///
  /// Its registers are the parameters, then what is computed, then the constants.
  struct Unit: Sendable {
    var code: [Instruction] = []
    var constants: [Double] = []
    var parameterCount = 0
    var registerCount = 0
    /// The register in which the result stands at the end.
    var result: Int32 = 0
    /// Whether the result is a truth.
    var yieldsTruth = false
    /// How many expressions and calls are evaluated inside each other, calls of units left out.
    var depth = 0

    var firstConstant: Int { registerCount - constants.count }
  }

  /// A built-in that a program calls, and its derivative.
  struct Callee: Sendable {
    enum Slopes: Sendable {
      case none, constant
      /// One unit of plain numbers for each parameter.
      case formulas([Int])
      /// A unit that carries derivatives itself.
      case whole(Int)
    }

    let function: NumericFunction
    var slopes: Slopes
  }

  /// The whole program is the first.
  var units: [Unit] = []
  var functions: [Callee] = []
  var vectors: [[Double]] = []

  /// The steps of a program without jumps.
  var steps: Int { units[0].code.reduce(0) { $0 + ($1.operation == .count ? Int($1.index) : 0) } }
}

/// The steps that a program takes, and the most that it may.
struct StepCount {
  var steps: Int
  /// How many expressions and calls enclose the program.
  let depth: Int
  let limits: Limits
  /// What an operator counts besides where a number carries a derivative.
  let stepsOfSlope: Int
  private let most: Int

  init(of context: EvaluationContext, level: Int = 0) {
    stepsOfSlope = Arithmetic.steps(level: level)
    steps = context.steps
    depth = context.nesting
    limits = context.limits
    most = context.mostSteps
  }

  /// Whether the program may go on after some steps; asked as often as the evaluator asks.
  @inline(__always)
  mutating func add(_ count: Int) -> Bool {
    let before = steps
    steps &+= count
    return (before ^ steps) & ~0xFF == 0 || mayGoOn(at: steps & ~0xFF)
  }

  /// The same for the steps of a single piece of work.
  @inline(__always)
  mutating func addNow(_ count: Int) -> Bool {
    let before = steps
    steps &+= count
    return steps <= most && ((before ^ steps) & ~0xFF == 0 || mayGoOn(at: steps))
  }

  private func mayGoOn(at steps: Int) -> Bool { steps <= most && !limits.interruption.isRequested }
}

extension NumericProgram {
  typealias Registers = UnsafeMutablePointer<Double>

  /// Puts a unit's constants into its registers.
  @inline(__always)
  func prepare(_ unit: Int, _ registers: Registers) {
    let first = registers + units[unit].firstConstant
    for (index, constant) in units[unit].constants.enumerated() { first[index] = constant }
  }

  /// Runs a unit on prepared registers; nil where it gives up.
  ///
  /// `depth` counts the expressions and calls that enclose the unit.
  func run(_ unit: Int, _ registers: Registers, depth: Int, _ count: inout StepCount) -> Double? {
    units[unit].code.withUnsafeBufferPointer { code in
      var next = 0
      while next < code.count {
        let step = code[next]
        next += 1
        let (target, left, right) = (Int(step.target), Int(step.left), Int(step.right))
        switch step.operation {
        case .add: registers[target] = registers[left] + registers[right]
        case .subtract: registers[target] = registers[left] - registers[right]
        case .multiply: registers[target] = registers[left] * registers[right]
        case .divide: registers[target] = registers[left] / registers[right]
        case .remainder: registers[target] = Arithmetic.remainder(registers[left], registers[right])
        case .power: registers[target] = Arithmetic.power(registers[left], registers[right])
        case .square: registers[target] = registers[left] * registers[left]
        case .less: registers[target] = registers[left] < registers[right] ? 1 : 0
        case .lessOrEqual: registers[target] = registers[left] <= registers[right] ? 1 : 0
        case .greater: registers[target] = registers[left] > registers[right] ? 1 : 0
        case .greaterOrEqual: registers[target] = registers[left] >= registers[right] ? 1 : 0
        case .equal: registers[target] = registers[left] == registers[right] ? 1 : 0
        case .notEqual: registers[target] = registers[left] != registers[right] ? 1 : 0
        case .negate: registers[target] = -registers[left]
        case .magnitude: registers[target] = registers[left].magnitude
        case .not: registers[target] = 1 - registers[left]
        case .move: registers[target] = registers[left]
        case .one:
          guard case .one(let function) = functions[Int(step.index)].function.body else { return nil }
          registers[target] = function(registers[left])
        case .two:
          let callee = functions[Int(step.index)].function
          guard case .two(let function) = callee.body, callee.steps == 0 || count.addNow(callee.steps) else {
            return nil
          }
          registers[target] = function(registers[left], registers[right])
        case .element:
          guard let position = position(registers[left], in: Int(step.index)) else { return nil }
          registers[target] = vectors[Int(step.index)][position]
        case .jump: next = Int(step.index)
        case .jumpUnless: if registers[left] == 0 { next = Int(step.index) }
        case .jumpIf: if registers[left] != 0 { next = Int(step.index) }
        case .count: if !count.add(Int(step.index)) { return nil }
        case .call:
          let result = call(Int(step.index), registers + left, depth: depth + right, &count)
          guard let result else { return nil }
          registers[target] = result
        }
      }
      return registers[Int(units[unit].result)]
    }
  }

  /// Runs a unit on registers of its own.
  func call(_ unit: Int, _ arguments: Registers, depth: Int, _ count: inout StepCount) -> Double? {
    guard depth + units[unit].depth <= count.limits.depth else { return nil }
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: units[unit].registerCount) { registers in
      guard let registers = registers.baseAddress else { return nil }
      for index in 0..<units[unit].parameterCount { registers[index] = arguments[index] }
      prepare(unit, registers)
      return run(unit, registers, depth: depth, &count)
    }
  }

  /// Where an index points to in a vector, nil where that is nowhere.
  func position(_ index: Double, in vector: Int) -> Int? {
    let count = vectors[vector].count
    guard let index = Int(exactly: index), index >= -count, index < count else { return nil }
    return index < 0 ? index + count : index
  }
}
