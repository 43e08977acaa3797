import ElementaryFunctions
import Vocabulary

extension NumericProgram {
  /// A number that may carry its derivative: `Dual` without boxes, the same bits.
  struct DualNumber {
    var value: Double
    /// nil of a constant.
    var slope: Double?

    init(_ value: Double, slope: Double? = nil) {
      self.value = value
      self.slope = slope
    }
  }

  typealias DualRegisters = UnsafeMutablePointer<DualNumber>

  func prepare(_ unit: Int, _ registers: DualRegisters) {
    let first = registers + units[unit].firstConstant
    for (index, constant) in units[unit].constants.enumerated() { first[index] = DualNumber(constant) }
  }

  /// The same as on plain numbers, with derivatives.
  func run(_ unit: Int, _ registers: DualRegisters, depth: Int, _ count: inout StepCount) -> DualNumber? {
    units[unit].code.withUnsafeBufferPointer { code in
      var next = 0
      while next < code.count {
        let step = code[next]
        next += 1
        let (target, left, right) = (Int(step.target), Int(step.left), Int(step.right))
        switch step.operation {
        case .add:
          guard count.addSlope(registers[left], registers[right]) else { return nil }
          registers[target] = registers[left] + registers[right]
        case .subtract:
          guard count.addSlope(registers[left], registers[right]) else { return nil }
          registers[target] = registers[left] - registers[right]
        case .multiply:
          guard count.addSlope(registers[left], registers[right]) else { return nil }
          registers[target] = registers[left] * registers[right]
        case .divide:
          guard count.addSlope(registers[left], registers[right]) else { return nil }
          registers[target] = registers[left] / registers[right]
        case .remainder:
          guard count.addSlope(registers[left], registers[right]) else { return nil }
          registers[target] = registers[left] % registers[right]
        case .power:
          guard count.addSlope(registers[left], registers[right]) else { return nil }
          registers[target] = registers[left].raised(to: registers[right])
        case .square:
          guard count.addSlope(registers[left], registers[left]) else { return nil }
          registers[target] = registers[left].raised(to: DualNumber(2))
        case .less: registers[target] = DualNumber(registers[left].value < registers[right].value ? 1 : 0)
        case .lessOrEqual: registers[target] = DualNumber(registers[left].value <= registers[right].value ? 1 : 0)
        case .greater: registers[target] = DualNumber(registers[left].value > registers[right].value ? 1 : 0)
        case .greaterOrEqual: registers[target] = DualNumber(registers[left].value >= registers[right].value ? 1 : 0)
        case .equal: registers[target] = DualNumber(registers[left].value == registers[right].value ? 1 : 0)
        case .notEqual: registers[target] = DualNumber(registers[left].value != registers[right].value ? 1 : 0)
        case .negate: registers[target] = -registers[left]
        case .magnitude: registers[target] = registers[left].magnitude
        case .not: registers[target] = DualNumber(1 - registers[left].value)
        case .move: registers[target] = registers[left]
        case .one, .two:
          guard let result = apply(step, registers, depth: depth, &count) else { return nil }
          registers[target] = result
        case .element:
          // A position that carries a derivative is refused by the evaluator in its own words.
          guard registers[left].slope == nil, let position = position(registers[left].value, in: Int(step.index)) else {
            return nil
          }
          registers[target] = DualNumber(vectors[Int(step.index)][position])
        case .jump: next = Int(step.index)
        case .jumpUnless: if registers[left].value == 0 { next = Int(step.index) }
        case .jumpIf: if registers[left].value != 0 { next = Int(step.index) }
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

  func call(_ unit: Int, _ arguments: DualRegisters, depth: Int, _ count: inout StepCount) -> DualNumber? {
    guard depth + units[unit].depth <= count.limits.depth else { return nil }
    return withUnsafeTemporaryAllocation(of: DualNumber.self, capacity: units[unit].registerCount) { registers in
      guard let registers = registers.baseAddress else { return nil }
      for index in 0..<units[unit].parameterCount { registers[index] = arguments[index] }
      prepare(unit, registers)
      return run(unit, registers, depth: depth, &count)
    }
  }

  /// A built-in's value, and the sum of its partial slopes, each times how fast its argument changes.
  private func apply(
    _ step: Instruction, _ registers: DualRegisters, depth: Int, _ count: inout StepCount
  ) -> DualNumber? {
    let callee = functions[Int(step.index)]
    let (x, y) = (registers[Int(step.left)], registers[Int(step.right)])
    let value: Double
    var slopes: [Double?]
    switch callee.function.body {
    case .one(let function): (value, slopes) = (function(x.value), [x.slope])
    case .two(let function): (value, slopes) = (function(x.value, y.value), [x.slope, y.slope])
    }
    if slopes.allSatisfy({ $0 == nil }) {
      let steps = callee.function.steps
      return steps == 0 || count.addNow(steps) ? DualNumber(value) : nil
    }
    switch callee.slopes {
    case .none: return nil
    case .constant: return DualNumber(value)
    case .whole(let unit):
      var arguments = (x, y)
      return withUnsafeMutablePointer(to: &arguments) { pointer in
        pointer.withMemoryRebound(to: DualNumber.self, capacity: 2) { call(unit, $0, depth: depth, &count) }
      }
    case .formulas(let units):
      var total: Double?
      var point = (x.value, y.value)
      for (unit, slope) in zip(units, slopes) {
        guard let slope else { continue }
        let factor = withUnsafeMutablePointer(to: &point) { pointer in
          pointer.withMemoryRebound(to: Double.self, capacity: 2) { call(unit, $0, depth: depth, &count) }
        }
        guard let factor else { return nil }
        total = if let total { total + factor * slope } else { factor * slope }
      }
      return DualNumber(value, slope: value.isNaN ? .nan : total)
    }
  }
}

extension StepCount {
  @inline(__always)
  fileprivate mutating func addSlope(_ x: NumericProgram.DualNumber, _ y: NumericProgram.DualNumber) -> Bool {
    (x.slope == nil && y.slope == nil) || addNow(stepsOfSlope)
  }
}

extension NumericProgram.DualNumber {
  /// The slopes of both, joined; that of a constant is left out, as in `Dual`.
  private static func joined(_ a: Double?, _ b: Double?) -> Double? {
    guard let a else { return b }
    guard let b else { return a }
    return a + b
  }

  private static func difference(_ a: Double?, _ b: Double?) -> Double? {
    guard let b else { return a }
    guard let a else { return -b }
    return a - b
  }

  static func + (x: Self, y: Self) -> Self { Self(x.value + y.value, slope: joined(x.slope, y.slope)) }

  static func - (x: Self, y: Self) -> Self { Self(x.value - y.value, slope: difference(x.slope, y.slope)) }

  static func * (x: Self, y: Self) -> Self {
    Self(x.value * y.value, slope: joined(x.slope.map { $0 * y.value }, y.slope.map { x.value * $0 }))
  }

  static func / (x: Self, y: Self) -> Self {
    let value = x.value / y.value
    return Self(value, slope: difference(x.slope.map { $0 / y.value }, y.slope.map { value * $0 / y.value }))
  }

  static func % (x: Self, y: Self) -> Self {
    let value = Arithmetic.remainder(x.value, y.value)
    let quotient = (x.value - value) / y.value
    return Self(value, slope: difference(x.slope, y.slope.map { quotient * $0 }))
  }

  static prefix func - (x: Self) -> Self { Self(-x.value, slope: x.slope.map { -$0 }) }

  var magnitude: Self {
    Self(value.magnitude, slope: slope.map { (value > 0 ? 1 : value < 0 ? -1 : value) * $0 })
  }

  func raised(to y: Self) -> Self {
    let power = Arithmetic.power(value, y.value)
    let ofBase = slope.map { slope in
      y.value == 0 ? 0 : y.value * Arithmetic.power(value, y.value - 1) * slope
    }
    let ofExponent = y.slope.map { slope in
      value == 0 && y.value >= 0 ? 0 : power * log(value) * slope
    }
    return Self(power, slope: Self.joined(ofBase, ofExponent))
  }
}
