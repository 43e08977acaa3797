import Vocabulary

/// A program under construction.
///
/// While a unit is built, its constants have the registers -1, -2 and so on; `finish` moves them behind the others.
struct NumericBuilder {
  typealias Instruction = NumericProgram.Instruction

  /// Where a value stands, and whether it is a truth.
  struct Operand {
    let register: Int32
    var isTruth = false
    /// Whether it stands for many numbers.
    var isArray = false
  }

  /// What a place in the frame stands for.
  enum Local {
    case operand(Operand)
    case value(Value)
  }

  /// The unit that is being built.
  struct Open {
    var unit = NumericProgram.Unit()
    var locals: [Local] = []
    var temporaries: Int32 = 0
    /// Steps not yet counted.
    var steps = 0
    /// The learner's vectors that are parameters.
    var arrays: [String: Operand] = [:]
    /// How many operators and functions work on arrays.
    var arraySteps = 0
    /// Functions whose bodies are being put in.
    var inside: [ObjectIdentifier] = []
  }

  /// Programs are for what is run again and again, not for pages of formulas.
  static let mostInstructions = 4096

  var program = NumericProgram()
  var open = Open()
  private(set) var size = 0
  /// The units of functions that call themselves.
  var unitOfFunction: [ObjectIdentifier: Int] = [:]
  /// Whether the program is to carry derivatives; the formulas in it do not.
  var isDifferentiated: Bool
  private var functionOfBuiltin: [Key: Int] = [:]

  private struct Key: Hashable {
    let builtin: Int
    let isDifferentiated: Bool
  }

  init(isDifferentiated: Bool, parameterCount: Int) {
    self.isDifferentiated = isDifferentiated
    program.units = [NumericProgram.Unit()]
    open.unit.parameterCount = parameterCount
  }

  /// The place of a built-in in the program's table, nil where it is not there yet.
  func place(ofBuiltin number: Int) -> Int? {
    functionOfBuiltin[Key(builtin: number, isDifferentiated: isDifferentiated)]
  }

  mutating func add(builtin number: Int, _ function: NumericFunction) -> Int {
    program.functions.append(NumericProgram.Callee(function: function, slopes: .none))
    functionOfBuiltin[Key(builtin: number, isDifferentiated: isDifferentiated)] = program.functions.count - 1
    return program.functions.count - 1
  }

  mutating func emit(
    _ operation: Instruction.Operation, _ target: Int32 = 0, _ left: Int32 = 0, _ right: Int32 = 0, index: Int = 0
  ) {
    size += 1
    open.unit.code.append(
      Instruction(
        operation: operation, target: target, left: left, right: right, index: Int32(truncatingIfNeeded: index)))
  }

  mutating func temporary() -> Int32 {
    open.temporaries += 1
    return Int32(open.unit.parameterCount) + open.temporaries - 1
  }

  mutating func constant(_ number: Double) -> Int32 {
    if let known = open.unit.constants.firstIndex(where: { $0.bitPattern == number.bitPattern }) {
      return -1 - Int32(known)
    }
    open.unit.constants.append(number)
    return -Int32(open.unit.constants.count)
  }

  mutating func countSteps() {
    if open.steps > 0 { emit(.count, index: open.steps) }
    open.steps = 0
  }

  /// A jump whose end is not known yet.
  mutating func jump(_ operation: Instruction.Operation, _ register: Int32 = 0) -> Int {
    emit(operation, 0, register)
    return open.unit.code.count - 1
  }

  /// Lets a jump lead here.
  mutating func land(_ jump: Int) {
    open.unit.code[jump].index = Int32(open.unit.code.count)
  }

  /// The unit with its result.
  mutating func finish(_ result: Operand) -> NumericProgram.Unit {
    countSteps()
    var unit = open.unit
    let first = Int32(unit.parameterCount) + open.temporaries
    func moved(_ register: Int32) -> Int32 { register < 0 ? first - 1 - register : register }
    for index in unit.code.indices {
      unit.code[index].target = moved(unit.code[index].target)
      unit.code[index].left = moved(unit.code[index].left)
      unit.code[index].right = moved(unit.code[index].right)
    }
    unit.result = moved(result.register)
    unit.yieldsTruth = result.isTruth
    unit.registerCount = Int(first) + unit.constants.count
    return unit
  }
}

extension Evaluator {
  /// The program of an expression in which a place of the frame is the only parameter; nil where it is more than
  /// arithmetic of numbers.
  mutating func compile(_ expression: Expression, parameter: Int, _ frame: [Value]) -> NumericProgram? {
    var builder = NumericBuilder(isDifferentiated: false, parameterCount: 1)
    builder.open.locals = frame.map { .value($0) }
    builder.open.locals[parameter] = .operand(NumericBuilder.Operand(register: 0))
    guard let result = compile(expression, &builder, depth: 0) else { return nil }
    builder.program.units[0] = builder.finish(result)
    return builder.program
  }

  /// The program of a function of numbers.
  mutating func compile(
    _ function: any Function, parameterCount: Int, isDifferentiated: Bool
  ) -> NumericProgram? {
    var builder = NumericBuilder(isDifferentiated: isDifferentiated, parameterCount: parameterCount)
    let parameters = (0..<parameterCount).map { NumericBuilder.Operand(register: Int32($0)) }
    let result: NumericBuilder.Operand?
    switch function {
    case let user as UserFunction:
      guard user.parameters.count == parameterCount else { return nil }
      if calls(user, itself: user) {
        builder.unitOfFunction[ObjectIdentifier(user.identity)] = 0
      }
      result = inline(user, parameters, &builder, depth: 0)
    case let builtin as BuiltinFunction:
      result = apply(builtin: builtin.number, parameters, &builder, depth: 0)
    default: return nil
    }
    guard let result, builder.unitOfFunction.isEmpty || !result.isTruth else { return nil }
    builder.program.units[0] = builder.finish(result)
    return builder.program
  }

  // MARK: Expressions

  /// Appends what computes an expression; nil where that is not possible. Depth is that of what encloses it.
  mutating func compile(
    _ expression: Expression, _ builder: inout NumericBuilder, depth: Int
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
    _ expression: Expression, _ builder: inout NumericBuilder, depth: Int
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
    case .element(let operand, let subscripts):
      return element(operand, subscripts, &builder, depth: depth)
    case .call(let callee, let arguments):
      return call(callee, arguments.written, &builder, depth: depth)
    default: return nil
    }
  }

  private mutating func unary(
    _ operation: NumericProgram.Instruction.Operation, _ operand: Expression, _ builder: inout NumericBuilder,
    depth: Int
  ) -> NumericBuilder.Operand? {
    guard let x = compile(operand, &builder, depth: depth), x.isTruth == (operation == .not) else { return nil }
    let target = builder.temporary()
    builder.emit(operation, target, x.register)
    return NumericBuilder.Operand(register: target, isTruth: x.isTruth, isArray: x.isArray)
  }

  private mutating func binary(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression, _ builder: inout NumericBuilder, depth: Int
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
    guard !x.isTruth, let y = compile(right, &builder, depth: depth), !y.isTruth,
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
    _ first: Expression, _ links: [Expression.Comparison], _ builder: inout NumericBuilder, depth: Int
  ) -> NumericBuilder.Operand? {
    guard var left = compile(first, &builder, depth: depth), !left.isTruth else { return nil }
    let target = builder.temporary()
    var ends: [Int] = []
    for (index, link) in links.enumerated() {
      guard let right = compile(link.right, &builder, depth: depth), !right.isTruth,
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
    _ condition: Expression, _ then: Expression, _ otherwise: Expression, _ builder: inout NumericBuilder, depth: Int
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

  /// `v[i]` of a vector that has a name.
  private mutating func element(
    _ operand: Expression, _ subscripts: [Expression.Subscript], _ builder: inout NumericBuilder, depth: Int
  ) -> NumericBuilder.Operand? {
    guard subscripts.count == 1, case .index(let index) = subscripts[0] else { return nil }
    let value: Value?
    switch operand.node {
    case .variable(let name): value = name == "_" ? context.last : context.variables[name]
    case .local(let place, _):
      guard place < builder.open.locals.count, case .value(let local) = builder.open.locals[place] else { return nil }
      value = local
    default: return nil
    }
    guard case .vector(let elements) = value else { return nil }
    builder.open.steps += 1
    guard let position = compile(index, &builder, depth: depth), !position.isTruth else { return nil }
    builder.program.vectors.append(elements)
    let target = builder.temporary()
    builder.emit(.element, target, position.register, index: builder.program.vectors.count - 1)
    return NumericBuilder.Operand(register: target)
  }

  // MARK: Calls

  private mutating func call(
    _ callee: Expression, _ arguments: [ArgumentSyntax], _ builder: inout NumericBuilder, depth: Int
  ) -> NumericBuilder.Operand? {
    guard arguments.allSatisfy({ $0.label == nil }) else { return nil }
    var function: (any Function)?
    if case .variable(let name) = callee.node, name != "_" {
      guard case .function(let known) = context.variables[name] else { return nil }
      function = known
      builder.open.steps += 1
    }
    var operands: [NumericBuilder.Operand] = []
    for argument in arguments {
      guard let operand = compile(argument.expression, &builder, depth: depth), !operand.isTruth else { return nil }
      operands.append(operand)
    }
    switch (callee.node, function) {
    case (.builtin(let number, _), _): return apply(builtin: number, operands, &builder, depth: depth)
    case (_, let builtin as BuiltinFunction): return apply(builtin: builtin.number, operands, &builder, depth: depth)
    case (_, let user as UserFunction): return call(user, operands, &builder, depth: depth)
    default: return nil
    }
  }

  private mutating func call(
    _ function: UserFunction, _ operands: [NumericBuilder.Operand], _ builder: inout NumericBuilder, depth: Int
  ) -> NumericBuilder.Operand? {
    guard operands.count == function.parameters.count else { return nil }
    guard calls(function, itself: function) else { return inline(function, operands, &builder, depth: depth) }
    guard let unit = unit(of: function, &builder) else { return nil }
    let first = builder.temporary()
    for _ in operands.dropFirst() { _ = builder.temporary() }
    for (index, operand) in operands.enumerated() { builder.emit(.move, first + Int32(index), operand.register) }
    builder.countSteps()
    let target = builder.temporary()
    builder.emit(.call, target, first, 0, index: unit)
    builder.open.unit.code[builder.open.unit.code.count - 1].right = Int32(depth)
    return NumericBuilder.Operand(register: target)
  }

  /// The unit of a function that calls itself.
  private mutating func unit(of function: UserFunction, _ builder: inout NumericBuilder) -> Int? {
    let identity = ObjectIdentifier(function.identity)
    if let known = builder.unitOfFunction[identity] { return known }
    let number = builder.program.units.count
    builder.program.units.append(NumericProgram.Unit())
    builder.unitOfFunction[identity] = number
    let outer = builder.open
    builder.open = NumericBuilder.Open()
    builder.open.unit.parameterCount = function.parameters.count
    let parameters = function.parameters.indices.map { NumericBuilder.Operand(register: Int32($0)) }
    guard let result = inline(function, parameters, &builder, depth: 0), !result.isTruth else { return nil }
    builder.program.units[number] = builder.finish(result)
    builder.open = outer
    return number
  }

  /// A function's body in the place of its call.
  private mutating func inline(
    _ function: UserFunction, _ operands: [NumericBuilder.Operand], _ builder: inout NumericBuilder, depth: Int
  ) -> NumericBuilder.Operand? {
    let identity = ObjectIdentifier(function.identity)
    guard !builder.open.inside.contains(identity) else { return nil }
    let locals = builder.open.locals
    builder.open.inside.append(identity)
    builder.open.locals = operands.map { .operand($0) }
    builder.open.unit.depth = max(builder.open.unit.depth, depth + 1)
    let result = compile(function.body, &builder, depth: depth + 1)
    builder.open.locals = locals
    builder.open.inside.removeLast()
    return result
  }

  private mutating func apply(
    builtin number: Int, _ operands: [NumericBuilder.Operand], _ builder: inout NumericBuilder, depth: Int
  ) -> NumericBuilder.Operand? {
    guard operands.allSatisfy({ !$0.isTruth }), let function = numericFunction(ofBuiltin: number),
      function.arity == operands.count
    else { return nil }
    let index: Int
    if let known = builder.place(ofBuiltin: number) {
      index = known
    } else {
      index = builder.add(builtin: number, function)
      if builder.isDifferentiated {
        guard let slopes = slopes(ofBuiltin: number, arity: function.arity, &builder) else { return nil }
        builder.program.functions[index].slopes = slopes
      }
    }
    if builder.isDifferentiated || function.steps > 0 { builder.countSteps() }
    // A derivative is taken by calling the formulas from here.
    builder.open.unit.depth = max(builder.open.unit.depth, depth + 20)
    let target = builder.temporary()
    let isArray = operands.contains { $0.isArray }
    if isArray {
      // What is made of one number of an array and of another need not be made of all.
      guard function.ofMany != nil else { return nil }
      builder.open.arraySteps += 1
    }
    builder.emit(
      operands.count == 1 ? .one : .two, target, operands[0].register, operands[operands.count - 1].register,
      index: index)
    return NumericBuilder.Operand(register: target, isArray: isArray)
  }

  /// How a built-in is differentiated, with its formulas as units.
  private mutating func slopes(
    ofBuiltin number: Int, arity: Int, _ builder: inout NumericBuilder
  ) -> NumericProgram.Callee.Slopes? {
    switch lexicon.signatures[number].derivative {
    case .constant: return .constant
    case .formula(let formula):
      guard let function = try? self.function(formula, number: 0, of: number),
        let unit = unit(ofFormula: function, arity: arity, &builder)
      else { return nil }
      return .whole(unit)
    case .slopes(let formulas):
      builder.isDifferentiated = false
      defer { builder.isDifferentiated = true }
      var units: [Int] = []
      for (index, formula) in formulas.prefix(arity).enumerated() {
        guard let function = try? self.function(formula, number: index, of: number),
          let unit = unit(ofFormula: function, arity: arity, &builder)
        else { return nil }
        units.append(unit)
      }
      return units.count == arity ? .formulas(units) : nil
    default: return nil
    }
  }

  /// A formula as a unit of the first parameters of its built-in.
  private mutating func unit(
    ofFormula formula: UserFunction, arity: Int, _ builder: inout NumericBuilder
  ) -> Int? {
    let number = builder.program.units.count
    builder.program.units.append(NumericProgram.Unit())
    let outer = builder.open
    builder.open = NumericBuilder.Open()
    builder.open.unit.parameterCount = arity
    defer { builder.open = outer }
    let parameters = (0..<arity).map { NumericBuilder.Operand(register: Int32($0)) }
    guard let result = inline(formula, parameters, &builder, depth: 0), !result.isTruth else { return nil }
    builder.program.units[number] = builder.finish(result)
    return number
  }

  /// Whether a function can be reached from the body of another, or from its own.
  private func calls(_ function: UserFunction, itself target: UserFunction) -> Bool {
    var seen: Set<ObjectIdentifier> = []
    var waiting = [function]
    while let next = waiting.popLast() {
      var isFound = false
      _ = next.body.contains { part in
        if case .variable(let name) = part.node, case .function(let value) = context.variables[name],
          let called = value as? UserFunction
        {
          if called.identity === target.identity { isFound = true }
          if seen.insert(ObjectIdentifier(called.identity)).inserted { waiting.append(called) }
        }
        return isFound
      }
      if isFound { return true }
    }
    return false
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
