import Vocabulary

extension Evaluator {
  /// The program of an expression in which a place of the frame is the only parameter; nil where it is more than
  /// arithmetic of numbers.
  mutating func compile(_ expression: ExpressionSyntax, parameter: Int, _ frame: [Value]) -> NumericProgram? {
    var builder = NumericBuilder(isDifferentiated: false, parameterCount: 1)
    builder.open.locals = frame.map { .value($0) }
    builder.open.locals[parameter] = .operand(NumericBuilder.Operand(register: 0))
    guard let result = compile(expression, &builder, depth: 0) else { return nil }
    builder.program.units[0] = builder.finish(result)
    return builder.program
  }

  /// Appends what computes an expression; nil where that is not possible. Depth is that of what encloses it.
  mutating func compile(
    _ expression: ExpressionSyntax, _ builder: inout NumericBuilder, depth: Int
  ) -> NumericBuilder.Operand? {
    guard builder.size < NumericBuilder.mostInstructions else { return nil }
    builder.open.steps += 1
    switch expression.node {
    case .number(let number), .constant(let number, _):
      return NumericBuilder.Operand(register: builder.constant(number))
    case .truth(let truth):
      return NumericBuilder.Operand(register: builder.constant(truth ? 1 : 0), isTruth: true)
    case .local(let place, _):
      guard place < builder.open.locals.count else { return nil }
      switch builder.open.locals[place] {
      case .operand(let operand): return operand
      case .value(let value): return constant(value, &builder)
      }
    case .captured(let value, _): return constant(value, &builder)
    case .variable(let name):
      if let array = builder.open.arrays[name] { return array }
      guard let value = name == "_" ? context.last : context.variables[name] else { return nil }
      return constant(value, &builder)
    default:
      builder.open.unit.depth = max(builder.open.unit.depth, depth + 1)
      return compileCompound(expression, &builder, depth: depth + 1)
    }
  }

  private func constant(_ value: Value, _ builder: inout NumericBuilder) -> NumericBuilder.Operand? {
    switch value {
    case .number(let number): NumericBuilder.Operand(register: builder.constant(number))
    case .truth(let truth): NumericBuilder.Operand(register: builder.constant(truth ? 1 : 0), isTruth: true)
    default: nil
    }
  }

  private mutating func compileCompound(
    _ expression: ExpressionSyntax, _ builder: inout NumericBuilder, depth: Int
  ) -> NumericBuilder.Operand? {
    switch expression.node {
    case .negation(let operand): return unary(.negate, operand, &builder, depth: depth)
    case .magnitude(let operand): return unary(.magnitude, operand, &builder, depth: depth)
    case .not(let operand): return unary(.not, operand, &builder, depth: depth)
    case .root(let operand):
      guard let number = lexicon.number(of: "sqrt"), let x = compile(operand, &builder, depth: depth) else {
        return nil
      }
      return apply(builtin: number, [x], &builder, depth: depth)
    case .binary(let sign, let left, let right):
      return binary(sign, left, right, &builder, depth: depth)
    case .comparison(let first, let links):
      return comparison(first, links, &builder, depth: depth)
    case .conditional(let condition, let then, let otherwise):
      return conditional(condition, then, otherwise, &builder, depth: depth)
    case .block(let steps, let value):
      return block(steps, value, &builder, depth: depth)
    case .element(let operand, let subscripts):
      return element(operand, subscripts, &builder, depth: depth)
    case .field(let owner, let name, _):
      return known(owner, &builder, depth: depth)?.field(name, self).flatMap { constant($0, &builder) }
    case .call(let callee, let arguments):
      return call(callee, arguments.written, &builder, depth: depth)
    default: return nil
    }
  }

  /// What a name, or a field of what a name stands for, is while the program runs; nil where that may change.
  private func known(_ expression: ExpressionSyntax, _ builder: inout NumericBuilder, depth: Int) -> Value? {
    builder.open.steps += 1
    switch expression.node {
    case .variable(let name): return name == "_" ? context.last : context.variables[name]
    case .local(let place, _):
      guard place < builder.open.locals.count, case .value(let value) = builder.open.locals[place] else { return nil }
      return value
    case .captured(let value, _): return value
    case .field(let owner, let name, _):
      builder.open.unit.depth = max(builder.open.unit.depth, depth + 1)
      return known(owner, &builder, depth: depth + 1)?.field(name, self)
    default: return nil
    }
  }

  private mutating func unary(
    _ operation: NumericProgram.Instruction.Operation, _ operand: ExpressionSyntax, _ builder: inout NumericBuilder,
    depth: Int
  ) -> NumericBuilder.Operand? {
    guard let x = compile(operand, &builder, depth: depth), x.isTruth || operation != .not else { return nil }
    let target = builder.temporary()
    builder.emit(operation, target, x.register)
    return NumericBuilder.Operand(register: target, isTruth: operation == .not, isArray: x.isArray)
  }

  private mutating func binary(
    _ sign: BinaryOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ builder: inout NumericBuilder,
    depth: Int
  ) -> NumericBuilder.Operand? {
    guard let x = compile(left, &builder, depth: depth) else { return nil }
    if sign == .and || sign == .or {
      guard x.isTruth else { return nil }
      let target = builder.temporary()
      builder.emit(.move, target, x.register)
      builder.countSteps()
      let end = builder.jump(sign == .and ? .jumpUnless : .jumpIf, x.register)
      guard let y = compile(right, &builder, depth: depth), y.isTruth else { return nil }
      builder.emit(.move, target, y.register)
      builder.countSteps()
      builder.land(end)
      return NumericBuilder.Operand(register: target, isTruth: true)
    }
    // Truths are 1 and 0, as which they count.
    guard let y = compile(right, &builder, depth: depth),
      let operation = NumericProgram.Instruction.Operation(sign)
    else { return nil }
    // An operator on derivatives counts steps of its own, and all before it are to be counted by then.
    if builder.isDifferentiated { builder.countSteps() }
    let target = builder.temporary()
    let isArray = x.isArray || y.isArray
    if isArray { builder.open.arraySteps += 1 }
    if case .number(2) = right.node, sign == .power {
      builder.emit(.square, target, x.register)
    } else {
      builder.emit(operation, target, x.register, y.register)
    }
    return NumericBuilder.Operand(register: target, isTruth: sign.isComparison, isArray: isArray)
  }

  private mutating func comparison(
    _ first: ExpressionSyntax, _ links: [ExpressionSyntax.Comparison], _ builder: inout NumericBuilder, depth: Int
  ) -> NumericBuilder.Operand? {
    guard var left = compile(first, &builder, depth: depth) else { return nil }
    let target = builder.temporary()
    var ends: [Int] = []
    for (index, link) in links.enumerated() {
      guard let right = compile(link.right, &builder, depth: depth),
        let operation = NumericProgram.Instruction.Operation(link.sign)
      else { return nil }
      builder.emit(operation, target, left.register, right.register)
      if index < links.count - 1 {
        builder.countSteps()
        ends.append(builder.jump(.jumpUnless, target))
      }
      left = right
    }
    builder.countSteps()
    for end in ends { builder.land(end) }
    return NumericBuilder.Operand(register: target, isTruth: true)
  }

  private mutating func conditional(
    _ condition: ExpressionSyntax, _ then: ExpressionSyntax, _ otherwise: ExpressionSyntax,
    _ builder: inout NumericBuilder, depth: Int
  ) -> NumericBuilder.Operand? {
    guard let holds = compile(condition, &builder, depth: depth), holds.isTruth else { return nil }
    builder.countSteps()
    let target = builder.temporary()
    let toOtherwise = builder.jump(.jumpUnless, holds.register)
    guard let first = compile(then, &builder, depth: depth) else { return nil }
    builder.emit(.move, target, first.register)
    builder.countSteps()
    let toEnd = builder.jump(.jump)
    builder.land(toOtherwise)
    guard let second = compile(otherwise, &builder, depth: depth), second.isTruth == first.isTruth else { return nil }
    builder.emit(.move, target, second.register)
    builder.countSteps()
    builder.land(toEnd)
    return NumericBuilder.Operand(register: target, isTruth: first.isTruth)
  }

  /// `(y = x + 1; y²)`: a name stands for the register of its value.
  private mutating func block(
    _ steps: [ExpressionSyntax.Step], _ value: ExpressionSyntax, _ builder: inout NumericBuilder, depth: Int
  ) -> NumericBuilder.Operand? {
    let locals = builder.open.locals
    defer { builder.open.locals = locals }
    for step in steps {
      guard step.targets.count == 1, let operand = compile(step.value, &builder, depth: depth) else { return nil }
      let place = step.targets[0].place
      while builder.open.locals.count <= place { builder.open.locals.append(.value(.nothing)) }
      builder.open.locals[place] = .operand(operand)
    }
    return compile(value, &builder, depth: depth)
  }

  /// `v[i]` or `h.loss[i]`: of a vector that has a name or is a field.
  private mutating func element(
    _ operand: ExpressionSyntax, _ subscripts: [ExpressionSyntax.Subscript], _ builder: inout NumericBuilder, depth: Int
  ) -> NumericBuilder.Operand? {
    guard subscripts.count == 1, case .index(let index) = subscripts[0] else { return nil }
    guard case .vector(let elements) = known(operand, &builder, depth: depth) else { return nil }
    guard let position = compile(index, &builder, depth: depth), !position.isTruth else { return nil }
    builder.program.vectors.append(elements)
    let target = builder.temporary()
    builder.emit(.element, target, position.register, index: builder.program.vectors.count - 1)
    return NumericBuilder.Operand(register: target)
  }
}

extension Value {
  /// A field that no run of a program can change; what lies in the session is none.
  fileprivate func field(_ name: String, _ evaluator: some Evaluator) -> Value? {
    guard case .object(let object) = self, type(of: evaluator.opened(object)) == type(of: object) else { return nil }
    return object.field(name)
  }
}

extension NumericProgram.Instruction.Operation {
  /// That of an operator between numbers, nil where it has none.
  fileprivate init?(_ sign: BinaryOperator) {
    switch sign {
    case .add: self = .add
    case .subtract: self = .subtract
    case .multiply: self = .multiply
    case .divide: self = .divide
    case .remainder: self = .remainder
    case .power: self = .power
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .matrixProduct, .and, .or: return nil
    }
  }
}
