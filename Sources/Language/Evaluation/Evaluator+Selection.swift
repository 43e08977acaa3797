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
    switch test {
    case .truth, .number, .vector, .matrix: break
    default: throw Failure(.argument, "condition must be a comparison, not \(condition.brief)")
    }
    guard let first = Broadcast(a), let second = Broadcast(b) else { return try chooseValues(test, a, b) }
    let holds: Broadcast
    if case .truth(let truth) = test {
      holds = Broadcast(truth ? 1 : 0)
    } else if let numbers = Broadcast(test) {
      holds = numbers
    } else {
      throw Failure(.argument, "condition must be a comparison, not \(condition.brief)")
    }
    guard let shape = holds.joined(first)?.joined(second) else {
      throw Failure(
        .argument, "the shapes of the condition, a and b do not meet: \(test.noun), \(a.noun) and \(b.noun)",
        hint: "a number goes with everything, a vector with every row of a matrix")
    }
    try context.limits.reserve(numbers: Double(shape.rows) * Double(shape.columns))
    let numbers = holds.choose(first, second, in: shape, context.interruption)
    try context.interruption.check()
    switch shape.rank {
    case 0: return .number(numbers[0])
    case 1: return .vector(numbers)
    default: return .matrix(Matrix(rows: shape.rows, columns: shape.columns, elements: numbers))
    }
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

/// Numbers of some shape that are repeated to fill another, as NumPy does.
private struct Broadcast {
  /// 0 of a number, 1 of a vector, 2 of a matrix.
  let rank: Int
  let rows: Int
  let columns: Int
  private let elements: [Double]

  init(_ number: Double) { self.init(rank: 0, rows: 1, columns: 1, elements: [number]) }

  init?(_ value: Value) {
    switch value {
    case .number(let number): self.init(number)
    case .vector(let elements): self.init(rank: 1, rows: 1, columns: elements.count, elements: elements)
    case .matrix(let matrix):
      self.init(rank: 2, rows: matrix.rows, columns: matrix.columns, elements: matrix.elements)
    default: return nil
    }
  }

  private init(rank: Int, rows: Int, columns: Int, elements: [Double]) {
    (self.rank, self.rows, self.columns, self.elements) = (rank, rows, columns, elements)
  }

  /// The shape that both fill; nil where two lengths differ and neither is 1.
  func joined(_ other: Broadcast) -> Broadcast? {
    guard let rows = Self.length(rows, other.rows), let columns = Self.length(columns, other.columns) else {
      return nil
    }
    return Broadcast(rank: max(rank, other.rank), rows: rows, columns: columns, elements: [])
  }

  private static func length(_ a: Int, _ b: Int) -> Int? { a == b || b == 1 ? a : a == 1 ? b : nil }

  /// Of the numbers of two others in a shape, those of the first where the own ones are not 0, else those of the second;
  /// fewer once a stop is requested.
  func choose(_ first: Broadcast, _ second: Broadcast, in shape: Broadcast, _ interruption: Interruption) -> [Double] {
    let (rows, columns) = (shape.rows, shape.columns)
    func steps(_ part: Broadcast) -> (row: Int, column: Int) {
      (part.rows == 1 ? 0 : part.columns, part.columns == 1 ? 0 : 1)
    }
    let (own, left, right) = (steps(self), steps(first), steps(second))
    return [Double](unsafeUninitializedCapacity: rows * columns) { results, filled in
      elements.withUnsafeBufferPointer { tests in
        first.elements.withUnsafeBufferPointer { lefts in
          second.elements.withUnsafeBufferPointer { rights in
            for row in 0..<rows {
              for start in stride(from: 0, to: columns, by: 0x10000) {
                guard !interruption.isRequested else { return }
                for column in start..<min(start + 0x10000, columns) {
                  let holds = tests[row * own.row + column * own.column] != 0
                  let a = lefts[row * left.row + column * left.column]
                  let b = rights[row * right.row + column * right.column]
                  results[row * columns + column] = holds ? a : b
                }
                filled = row * columns + min(start + 0x10000, columns)
              }
            }
          }
        }
      }
    }
  }
}

/// One subscript, evaluated.
enum Place {
  case index(Int)
  case slice(Int?, Int?, step: Int)

  var keepsAxis: Bool {
    if case .slice = self { true } else { false }
  }

  /// The positions that it selects of so many, counted from the end where negative, as NumPy does.
  func positions(of count: Int, in noun: String) throws(Failure) -> StrideTo<Int> {
    switch self {
    case .index(let index):
      guard (-count..<count).contains(index) else {
        let allowed = count == 0 ? "it has none" : "indices go from 0 to \(count - 1), or -\(count) to -1"
        throw Failure(.type, "index \(index) is outside \(noun)", hint: allowed)
      }
      let position = index < 0 ? index + count : index
      return stride(from: position, to: position + 1, by: 1)
    case .slice(let first, let end, let step) where step > 0:
      let start = Self.clip(first ?? 0, of: count, to: 0...count)
      return stride(from: start, to: max(start, Self.clip(end ?? count, of: count, to: 0...count)), by: step)
    case .slice(let first, let end, let step):
      let start = first.map { Self.clip($0, of: count, to: -1...count - 1) } ?? count - 1
      let stop = end.map { Self.clip($0, of: count, to: -1...count - 1) } ?? -1
      return stride(from: start, to: min(start, stop), by: max(step, -1 << 53))
    }
  }

  /// A position counted from the end where it is negative, brought between bounds.
  private static func clip(_ index: Int, of count: Int, to bounds: ClosedRange<Int>) -> Int {
    let limited = min(max(index, -1 << 53), 1 << 53)
    return min(max(limited < 0 ? limited + count : limited, bounds.lowerBound), bounds.upperBound)
  }
}

/// Reading parts of vectors, matrices and lists.
enum Elements {
  static func read(_ value: Value, _ places: [Place]) throws(Failure) -> Value {
    switch value {
    case .vector(let elements):
      let positions = Array(try only(places, of: value).positions(of: elements.count, in: value.noun))
      return places[0].keepsAxis ? .vector(positions.map { elements[$0] }) : .number(elements[positions[0]])
    case .list(let values):
      let positions = Array(try only(places, of: value).positions(of: values.count, in: value.noun))
      return places[0].keepsAxis ? .list(positions.map { values[$0] }) : values[positions[0]]
    case .matrix(let matrix):
      return try read(matrix, places, noun: value.noun)
    case .object(let dual as Dual):
      return .object(
        Dual(value: try read(dual.value, places), slope: try read(dual.slope, places), level: dual.level))
    default:
      throw Failure(.type, "\(value.noun) has no elements to choose from")
    }
  }

  private static func only(_ places: [Place], of value: Value) throws(Failure) -> Place {
    guard places.count == 1 else { throw Failure(.type, "\(value.noun) takes one index, not \(places.count)") }
    return places[0]
  }

  private static func read(_ matrix: Matrix, _ places: [Place], noun: String) throws(Failure) -> Value {
    guard places.count <= 2 else { throw Failure(.type, "\(noun) takes at most two indices, not \(places.count)") }
    let column = places.count == 2 ? places[1] : .slice(nil, nil, step: 1)
    let rows = Array(try places[0].positions(of: matrix.rows, in: "the rows of \(noun)"))
    let columns = Array(try column.positions(of: matrix.columns, in: "the columns of \(noun)"))
    var elements: [Double] = []
    elements.reserveCapacity(rows.count * columns.count)
    for row in rows { for column in columns { elements.append(matrix[row, column]) } }
    switch (places[0].keepsAxis, column.keepsAxis) {
    case (true, true): return .matrix(Matrix(rows: rows.count, columns: columns.count, elements: elements))
    case (false, false): return .number(elements[0])
    default: return .vector(elements)
    }
  }
}
