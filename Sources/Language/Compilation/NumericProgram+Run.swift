import ElementaryFunctions
import Vocabulary

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
