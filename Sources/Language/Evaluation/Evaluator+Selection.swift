import Vocabulary

extension Evaluator {
  /// The elements at some positions of a vector or a list, or those rows of a matrix, in the order of the positions.
  public mutating func elements(_ positions: [Int], of value: Value) throws(Failure) -> Value {
    switch value {
    case .vector(let elements):
      try context.limits.reserve(numbers: Double(positions.count))
      var chosen: [Double] = []
      chosen.reserveCapacity(positions.count)
      while chosen.count < positions.count {
        try context.interruption.check()
        for index in chosen.count..<min(chosen.count + 0x10000, positions.count) {
          chosen.append(elements[positions[index]])
        }
      }
      return .vector(chosen)
    case .matrix(let matrix):
      try context.limits.reserve(numbers: Double(positions.count) * Double(matrix.columns))
      var elements: [Double] = []
      elements.reserveCapacity(positions.count * matrix.columns)
      for (index, position) in positions.enumerated() {
        if index & 0xFFF == 0 { try context.interruption.check() }
        elements += matrix.elements[position * matrix.columns..<(position + 1) * matrix.columns]
      }
      return .matrix(Matrix(rows: positions.count, columns: matrix.columns, elements: elements))
    default:
      var row = Row()
      for (index, position) in positions.enumerated() {
        if index & 0xFFF == 0 { try context.interruption.check() }
        row.append(Row.element(position, of: value))
        try context.limits.reserve(numbers: Double(row.size))
      }
      return try row.value()
    }
  }

  /// From one value where a condition holds, from another where not, element by element: NumPy's `where`.
  ///
  /// Throws a failure of kind `argument` where the condition is none, or the shapes cannot be broadcast together.
  public mutating func choose(_ condition: Value, _ a: Value, _ b: Value) throws(Failure) -> Value {
    let level = max(a.level, b.level)
    if level > 0 {
      let (first, second) = (a.parts(at: level), b.parts(at: level))
      let value = try choose(condition, first.value, second.value)
      let slope = try choose(
        condition, first.slope ?? first.value.zeros, second.slope ?? second.value.zeros)
      return .object(Dual(value: value, slope: slope, level: level))
    }
    let test = condition.primal
    guard let holds = Choice.Part(test.countingTruths) else {
      throw Failure(.argument, "condition must be a comparison, not \(condition.brief)", about: .argument("condition"))
    }
    guard let first = Choice.Part(a), let second = Choice.Part(b) else { return try chooseValues(test, a, b) }
    // What is chosen from meets first, whichever comes first.
    let shape = try holds.shape.joined(with: try first.shape.joined(with: second.shape, by: "and"), by: "and")
    try context.limits.reserve(rows: shape.rows, columns: shape.columns)
    let choice = Choice(condition: holds, first: first, second: second)
    let numbers = choice.numbers(in: shape, context.interruption)
    try context.interruption.check()
    return shape.value(of: numbers)
  }

  /// The same for texts, lists and objects: whole by one condition, or one for each element of a vector.
  private mutating func chooseValues(_ condition: Value, _ a: Value, _ b: Value) throws(Failure) -> Value {
    switch condition {
    case .truth(let holds): return holds ? a : b
    case .number(let number): return number != 0 ? a : b
    default: break
    }
    let count = Row.count(of: condition) ?? 0
    for value in [a, b] {
      guard let length = Row.count(of: value), length != count else { continue }
      throw Failure(.argument, "the condition has \(counted(count, "element")), what to choose from \(length)")
    }
    var row = Row()
    for index in 0..<count {
      if index & 0xFFF == 0 { try context.interruption.check() }
      row.append(
        try choose(
          Row.element(index, of: condition), Row.count(of: a) == nil ? a : Row.element(index, of: a),
          Row.count(of: b) == nil ? b : Row.element(index, of: b)))
      try context.limits.reserve(numbers: Double(row.size))
    }
    return try row.value()
  }
}
