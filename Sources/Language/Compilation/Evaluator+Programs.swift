import Vocabulary

extension Evaluator {
  /// What a function of the learner makes of plain numbers, or of such that carry one derivative, by its program.
  ///
  /// Nil where the values are others, where there is no program, and where the program gave up: then it is as if nothing
  /// had happened.
  mutating func run(_ function: UserFunction, with values: [Value]) -> Value? {
    guard context.usesPrograms, context.programs.isUsed, values.count == function.syntax.parameters.count,
      !values.isEmpty,
      let level = Self.level(of: values), let program = program(of: function, isDifferentiated: level > 0),
      context.nesting + program.units[0].depth <= context.limits.depth
    else { return nil }
    var count = StepCount(of: context, level: level)
    let result: Value?
    if level == 0 {
      result = withUnsafeTemporaryAllocation(of: Double.self, capacity: values.count) { arguments -> Value? in
        for (index, value) in values.enumerated() { arguments[index] = value.number ?? .nan }
        guard let start = arguments.baseAddress,
          let number = program.call(0, start, depth: count.depth, &count)
        else { return nil }
        return program.units[0].yieldsTruth ? .truth(number != 0) : .number(number)
      }
    } else {
      result = withUnsafeTemporaryAllocation(
        of: NumericProgram.DualNumber.self, capacity: values.count
      ) { arguments -> Value? in
        for (index, value) in values.enumerated() {
          let parts = value.parts(at: level)
          arguments[index] = NumericProgram.DualNumber(parts.value.number ?? .nan, slope: parts.slope?.number)
        }
        guard let start = arguments.baseAddress, let dual = program.call(0, start, depth: count.depth, &count) else {
          return nil
        }
        if program.units[0].yieldsTruth { return .truth(dual.value != 0) }
        guard let slope = dual.slope else { return .number(dual.value) }
        return .object(Dual(value: .number(dual.value), slope: .number(slope), level: level))
      }
    }
    if result == nil { context.programs.isUsed = false } else { context.take(count) }
    return result
  }

  /// The only level of derivatives among plain numbers, 0 where there is none; nil for anything else.
  private static func level(of values: [Value]) -> Int? {
    var level = 0
    for value in values {
      switch value {
      case .number: continue
      case .object(let dual as Dual):
        guard case .number = dual.value, case .number = dual.slope, level == 0 || level == dual.level else {
          return nil
        }
        level = dual.level
      default: return nil
      }
    }
    return level
  }

  private mutating func program(of function: UserFunction, isDifferentiated: Bool) -> NumericProgram? {
    switch context.programs.find(function, isDifferentiated: isDifferentiated) {
    case .none: return nil
    case .program(let program): return program
    case .unknown:
      let program = compile(function, parameterCount: function.parameters.count, isDifferentiated: isDifferentiated)
      context.programs.keep(program, of: function, isDifferentiated: isDifferentiated)
      return program
    }
  }

  // MARK: Arrays

  /// The sum of the elements of an expression of vectors and numbers, without ever making the vector; nil where it is
  /// anything else, or short.
  ///
  /// The same bits and steps as of the sum of the vector.
  mutating func sumOfElements(_ expression: ExpressionSyntax, _ frame: [Value]) -> (
    sum: CompensatedSum.Lanes, count: Int
  )? {
    guard context.usesPrograms, expression.isComputed,
      let (program, columns, steps) = compileArrays(expression, frame),
      context.nesting + program.units[0].depth <= context.limits.depth
    else { return nil }
    var count = StepCount(of: context)
    let length = columns[0].count
    // Of several long works no one knows which used up the steps, so these must suffice for all.
    guard count.addNow(program.steps + (steps + 1) * length), let sum = program.sum(of: columns, count.limits),
      // A sum that grew too large on the way is taken otherwise.
      sum.value.isFinite
    else { return nil }
    context.take(count)
    return (sum, length)
  }

  // MARK: Loops

  /// Fewer elements are not worth a program.
  private static var fewest: Int { 8 }

  /// What a function makes of each element of some vectors, as far as its program goes; nil where it has none.
  mutating func mapNumbers(_ function: any Function, over rows: [[Double]]) throws(Failure) -> LoopResults? {
    var (function, isDifferentiated) = (function, false)
    if let derivative = function as? DerivativeFunction, derivative.order == 1, rows.count == 1,
      context.derivativesTaken < 20
    {
      (function, isDifferentiated) = (derivative.function, true)
    }
    let total = rows[0].count
    guard context.usesPrograms, total >= Self.fewest, (1...2).contains(rows.count),
      let program = compile(function, parameterCount: rows.count, isDifferentiated: isDifferentiated),
      !(isDifferentiated && program.units[0].yieldsTruth),
      context.nesting + program.units[0].depth <= context.limits.depth
    else { return nil }
    try context.limits.reserve(numbers: Double(total))
    let level = isDifferentiated ? context.derivativesTaken + 1 : 0
    var count = StepCount(of: context, level: level)
    let results = [Double](unsafeUninitializedCapacity: total) { results, filled in
      if isDifferentiated {
        filled = program.fill(results, withSlopesAt: rows[0], &count)
      } else {
        filled = program.fill(results, from: rows, &count)
      }
    }
    context.take(count)
    return LoopResults(numbers: results, done: results.count, areTruths: program.units[0].yieldsTruth)
  }

  /// What a comprehension makes of a vector, as far as its programs go; nil where there are no programs.
  mutating func comprehendNumbers(
    _ body: ExpressionSyntax, _ local: Int, over elements: [Double], where condition: ExpressionSyntax?,
    _ frame: [Value]
  ) -> LoopResults? {
    guard context.usesPrograms, elements.count >= Self.fewest, let program = compile(body, parameter: local, frame),
      context.nesting + program.units[0].depth <= context.limits.depth
    else { return nil }
    var filter: NumericProgram?
    if let condition {
      guard let compiled = compile(condition, parameter: local, frame), compiled.units[0].yieldsTruth,
        context.nesting + compiled.units[0].depth <= context.limits.depth
      else { return nil }
      filter = compiled
    }
    var count = StepCount(of: context)
    var numbers: [Double] = []
    let most = context.limits.mostNumbers
    let done = program.append(to: &numbers, from: elements, where: filter, most: most, &count)
    context.take(count)
    return LoopResults(numbers: numbers, done: done, areTruths: program.units[0].yieldsTruth)
  }
}

/// What a program made of the elements of a vector.
struct LoopResults {
  let numbers: [Double]
  /// How many elements it went through before it gave up.
  let done: Int
  /// Whether the results 1 and 0 are truths.
  let areTruths: Bool

  var value: Value { areTruths && !numbers.isEmpty ? .truths(Truths(numbers.map { $0 != 0 })) : .vector(numbers) }

  /// The results as the beginning of a row.
  func append(to row: inout Row) {
    for number in numbers { row.append(areTruths ? .truth(number != 0) : .number(number)) }
  }
}

extension NumericProgram {
  /// Fills a buffer with what the program makes of each element, and says how far it came.
  func fill(_ results: UnsafeMutableBufferPointer<Double>, from rows: [[Double]], _ count: inout StepCount) -> Int {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: units[0].registerCount) { registers in
      guard let registers = registers.baseAddress else { return 0 }
      prepare(0, registers)
      for index in results.indices {
        for (place, row) in rows.enumerated() { registers[place] = row[index] }
        guard let number = step(index, registers, &count) else { return index }
        results[index] = number
      }
      return results.count
    }
  }

  /// The same for the derivative.
  func fill(
    _ results: UnsafeMutableBufferPointer<Double>, withSlopesAt row: [Double], _ count: inout StepCount
  ) -> Int {
    withUnsafeTemporaryAllocation(of: DualNumber.self, capacity: units[0].registerCount) { registers in
      guard let registers = registers.baseAddress else { return 0 }
      prepare(0, registers)
      for index in results.indices {
        let start = count
        registers[0] = DualNumber(row[index], slope: 1)
        guard let dual = run(0, registers, depth: count.depth, &count), goesOn(index, count) else {
          count = start
          return index
        }
        results[index] = dual.slope ?? 0
      }
      return results.count
    }
  }

  /// Appends what the program makes of the elements for which another holds, and says how many it went through.
  func append(
    to numbers: inout [Double], from elements: [Double], where filter: NumericProgram?, most: Int,
    _ count: inout StepCount
  ) -> Int {
    let capacity = units[0].registerCount + (filter?.units[0].registerCount ?? 0)
    if filter == nil { numbers.reserveCapacity(min(elements.count, most)) }
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: capacity) { registers in
      guard let registers = registers.baseAddress else { return 0 }
      prepare(0, registers)
      let filterRegisters = registers + units[0].registerCount
      filter?.prepare(0, filterRegisters)
      for (index, element) in elements.enumerated() {
        let start = count
        if let filter {
          filterRegisters[0] = element
          guard let holds = filter.step(index, filterRegisters, &count) else { return index }
          if holds == 0 { continue }
        }
        registers[0] = element
        guard numbers.count < most, let number = step(index, registers, &count) else {
          count = start
          return index
        }
        numbers.append(number)
      }
      return elements.count
    }
  }

  /// One run in a loop; where it gives up, its steps are not counted.
  @inline(__always)
  private func step(_ index: Int, _ registers: Registers, _ count: inout StepCount) -> Double? {
    let start = count.steps
    if let number = run(0, registers, depth: count.depth, &count), goesOn(index, count) { return number }
    count.steps = start
    return nil
  }

  /// Asked now and then, since a program may count no steps.
  @inline(__always)
  private func goesOn(_ index: Int, _ count: StepCount) -> Bool {
    index & 0xFFF != 0xFFF || !count.limits.interruption.isRequested
  }
}

/// Programs of the learner's functions, made when a function is called for the second time.
struct ProgramCache: Sendable {
  private struct Entry: Sendable {
    /// Kept, so that no other function gets the same identity.
    let function: UserFunction
    /// nil where the function is more than arithmetic of numbers.
    var plain: NumericProgram??
    var differentiated: NumericProgram??
  }

  private var entries: [ObjectIdentifier: Entry] = [:]
  /// Functions without a name are made by the thousand, and each is another.
  private static let mostFunctions = 1000
  /// False once a program gave up: what it met is found in the slow way, without trying again at every call.
  var isUsed = true

  enum Finding {
    case unknown, none
    case program(NumericProgram)
  }

  /// What is known of a function; the first question only takes note of it.
  mutating func find(_ function: UserFunction, isDifferentiated: Bool) -> Finding {
    guard isUsed else { return .none }
    guard let entry = entries[ObjectIdentifier(function.identity)] else {
      if entries.count >= Self.mostFunctions { entries = [:] }
      entries[ObjectIdentifier(function.identity)] = Entry(function: function)
      return .none
    }
    switch isDifferentiated ? entry.differentiated : entry.plain {
    case .none: return .unknown
    case .some(.none): return .none
    case .some(.some(let program)): return .program(program)
    }
  }

  mutating func keep(_ program: NumericProgram?, of function: UserFunction, isDifferentiated: Bool) {
    let key = ObjectIdentifier(function.identity)
    if isDifferentiated {
      entries[key]?.differentiated = .some(program)
    } else {
      entries[key]?.plain = .some(program)
    }
  }
}
