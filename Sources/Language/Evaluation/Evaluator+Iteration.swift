import Vocabulary

extension Evaluator {
  /// A value and what a function makes of it, again and again: one value more than it is applied.
  public mutating func iterate(
    _ function: any Function, from start: Value, times count: Int
  ) throws(Failure) -> Value {
    try context.limits.reserve(numbers: Double(count) + 1)
    if count > 0 { try check(function, takes: 1, for: "iterate") }
    var (row, value, done) = (Row(), start, 0)
    if case .number(let number) = start, let numbers = iterateNumbers(function, from: number, times: count) {
      done = numbers.count - 1
      if done == count { return .vector(numbers) }
      for number in numbers { row.append(.number(number)) }
      value = .number(numbers[done])
    } else {
      row.append(start)
    }
    for _ in done..<count {
      try context.step()
      value = try call(function, with: [value])
      try Nesting.check(value)
      row.append(value)
      try context.limits.reserve(numbers: Double(row.size))
    }
    // Vectors of several lengths are no matrix.
    return (try? row.value()) ?? row.list
  }

  /// What a function makes of a value and each element of a row in turn.
  public mutating func fold(
    _ function: any Function, over row: Value, from start: Value
  ) throws(Failure) -> Value {
    let count = Row.count(of: row) ?? 0
    try check(function, takes: 2, for: "fold")
    var value = start
    var done = 0
    if case .vector(let elements) = row, case .number(let number) = start,
      let finding = foldNumbers(function, over: elements, from: number)
    {
      (value, done) = (.number(finding.value), finding.done)
    }
    for index in done..<count {
      try context.step()
      value = try call(function, with: [value, Row.element(index, of: row)])
      try Nesting.check(value)
    }
    return value
  }
}

// MARK: By programs

extension Evaluator {
  /// A number and what a function makes of it, again and again, as far as its program goes; nil where it has none.
  private mutating func iterateNumbers(_ function: any Function, from start: Double, times count: Int) -> [Double]? {
    guard context.usesPrograms, let program = compile(function, parameterCount: 1, isDifferentiated: false),
      !program.units[0].yieldsTruth, context.nesting + program.units[0].depth <= context.limits.depth
    else { return nil }
    var steps = StepCount(of: context)
    let numbers = [Double](unsafeUninitializedCapacity: count + 1) { numbers, filled in
      numbers[0] = start
      filled = 1
      filled += program.repeatedly(from: start, times: count, &steps) { index, number in numbers[index + 1] = number }
    }
    context.take(steps)
    return numbers
  }

  /// What a function makes of a number and the elements of a vector in turn, as far as its program goes, and how many
  /// elements that were; nil where it has none.
  private mutating func foldNumbers(
    _ function: any Function, over elements: [Double], from start: Double
  ) -> (value: Double, done: Int)? {
    guard context.usesPrograms, let program = compile(function, parameterCount: 2, isDifferentiated: false),
      !program.units[0].yieldsTruth, context.nesting + program.units[0].depth <= context.limits.depth
    else { return nil }
    var steps = StepCount(of: context)
    var value = start
    let done = program.repeatedly(from: start, with: elements, times: elements.count, &steps) { _, number in
      value = number
    }
    context.take(steps)
    return (value, done)
  }
}

extension NumericProgram {
  /// Runs on its own result again and again, with the elements of a vector as the second argument where there is one, and
  /// says how often it could.
  fileprivate func repeatedly(
    from start: Double, with elements: [Double] = [], times: Int, _ count: inout StepCount,
    _ take: (Int, Double) -> Void
  ) -> Int {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: units[0].registerCount) { registers in
      guard let registers = registers.baseAddress else { return 0 }
      prepare(0, registers)
      var number = start
      for index in 0..<times {
        registers[0] = number
        if !elements.isEmpty { registers[1] = elements[index] }
        let before = count.steps
        // The evaluator counts a step for each round, too.
        guard count.add(1), let next = run(0, registers, depth: count.depth, &count),
          index & 0xFFF != 0xFFF || !count.limits.interruption.isRequested
        else {
          count.steps = before
          return index
        }
        take(index, next)
        number = next
      }
      return times
    }
  }
}
