import ElementaryFunctions
import Platform
import Vocabulary

extension Evaluator {
  /// The program of an expression of vectors of one length, with the vectors as parameters, and how many of its operators
  /// and functions work on all elements; nil where it is more, or not worth a program.
  mutating func compileArrays(
    _ expression: ExpressionSyntax, _ frame: [Value]
  ) -> (program: NumericProgram, columns: [[Double]], steps: Int)? {
    var columns: [[Double]] = []
    var arrays: [String: NumericBuilder.Operand] = [:]
    var places: [Int: NumericBuilder.Operand] = [:]
    func column(_ value: Value?) -> NumericBuilder.Operand? {
      guard case .vector(let elements) = value, elements.count >= NumericProgram.block,
        columns.isEmpty || elements.count == columns[0].count
      else { return nil }
      columns.append(elements)
      return NumericBuilder.Operand(register: Int32(columns.count - 1), isArray: true)
    }
    _ = expression.contains { part in
      switch part.node {
      case .variable(let name) where arrays[name] == nil:
        arrays[name] = column(name == "_" ? context.last : context.variables[name])
      case .local(let place, _) where places[place] == nil && place < frame.count:
        places[place] = column(frame[place])
      default: break
      }
      return false
    }
    guard (1...8).contains(columns.count) else { return nil }
    var builder = NumericBuilder(isDifferentiated: false, parameterCount: columns.count)
    builder.open.locals = frame.enumerated().map { place, value in
      places[place].map { .operand($0) } ?? .value(value)
    }
    builder.open.arrays = arrays
    guard let result = compile(expression, &builder, depth: 0), result.isArray, !result.isTruth else { return nil }
    let steps = builder.open.arraySteps
    builder.program.units[0] = builder.finish(result)
    let program = builder.program
    let isStraight = program.units[0].code.allSatisfy { step in
      switch step.operation {
      case .jump, .jumpIf, .jumpUnless, .call, .element, .two, .not, .less, .lessOrEqual, .greater, .greaterOrEqual,
        .equal, .notEqual:
        false
      default: true
      }
    }
    guard isStraight, program.units[0].registerCount <= 64 else { return nil }
    return (program, columns, steps)
  }
}

extension NumericProgram {
  /// So many elements are gone through together: few enough to stay near the processor.
  static let block = 1024

  private typealias Block = UnsafeMutableBufferPointer<Double>

  /// The sum of what the program makes of all elements; nil once a stop is requested.
  func sum(of columns: [[Double]], _ limits: Limits) -> CompensatedSum.Lanes? {
    let count = columns[0].count
    var sum = CompensatedSum.Lanes()
    for start in stride(from: 0, to: count, by: Self.stretch) {
      let end = min(start + Self.stretch, count)
      // The sum goes through the elements in their order; of many, another thread has the second half ready by then.
      let middle = end - start < Self.many ? end : start + (end - start) / 2 / Self.block * Self.block
      let later = middle < end ? Background { [self] in values(of: columns, in: middle..<end, limits) } : nil
      let isDone = forEachBlock(of: columns, in: start..<middle, limits) { sum.add($0) }
      let rest = later?.value ?? []
      guard isDone, rest.count == end - middle else { return nil }
      if !rest.isEmpty { rest.withUnsafeBufferPointer { sum.add($0) } }
    }
    return sum
  }

  /// So many elements are worth a second thread.
  private static let many = 1 << 17
  /// Of no more elements than this the results are kept until they are added up.
  private static let stretch = 1 << 20

  /// What the program makes of some elements; fewer once a stop is requested.
  private func values(of columns: [[Double]], in range: Range<Int>, _ limits: Limits) -> [Double] {
    [Double](unsafeUninitializedCapacity: range.count) { values, filled in
      _ = forEachBlock(of: columns, in: range, limits) { block in
        let part = UnsafeMutableBufferPointer(rebasing: values[filled..<filled + block.count])
        filled = part.initialize(fromContentsOf: block) + filled
      }
    }
  }

  /// Goes through what the program makes of some elements, block by block; false once a stop is requested.
  private func forEachBlock(
    of columns: [[Double]], in range: Range<Int>, _ limits: Limits, _ body: (UnsafeBufferPointer<Double>) -> Void
  ) -> Bool {
    let unit = units[0]
    let size = Self.block
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: unit.registerCount * size) { storage in
      storage.initialize(repeating: 0)
      for (index, constant) in unit.constants.enumerated() {
        let start = (unit.firstConstant + index) * size
        storage[start..<start + size].update(repeating: constant)
      }
      func register(_ number: Int32, _ count: Int) -> Block {
        Block(rebasing: storage[Int(number) * size..<Int(number) * size + count])
      }
      var done = range.lowerBound
      while done < range.upperBound {
        guard !limits.interruption.isRequested else { return false }
        let count = min(size, range.upperBound - done)
        for (place, column) in columns.enumerated() {
          column.withUnsafeBufferPointer { elements in
            _ = register(Int32(place), count).update(fromContentsOf: elements[done..<done + count])
          }
        }
        for step in unit.code where step.operation != .count {
          apply(
            step, UnsafeBufferPointer(register(step.left, count)), UnsafeBufferPointer(register(step.right, count)),
            into: register(step.target, count))
        }
        body(UnsafeBufferPointer(register(unit.result, count)))
        done += count
      }
      return true
    }
  }

  private func apply(
    _ step: Instruction, _ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>, into results: Block
  ) {
    let kernels = Kernels.best
    switch step.operation {
    case .add: kernels.combine(.add, x, y, into: results)
    case .subtract: kernels.combine(.subtract, x, y, into: results)
    case .multiply: kernels.combine(.multiply, x, y, into: results)
    case .divide: kernels.combine(.divide, x, y, into: results)
    case .square: kernels.combine(.multiply, x, x, into: results)
    case .power: for index in x.indices { results[index] = Arithmetic.power(x[index], y[index]) }
    case .remainder: for index in x.indices { results[index] = Arithmetic.remainder(x[index], y[index]) }
    case .negate: for index in x.indices { results[index] = -x[index] }
    case .magnitude: for index in x.indices { results[index] = x[index].magnitude }
    case .move: _ = results.update(fromContentsOf: x)
    case .one: functions[Int(step.index)].function.ofMany?(x, results)
    default: preconditionFailure("a program of arrays has neither jumps nor truths")
    }
  }
}
