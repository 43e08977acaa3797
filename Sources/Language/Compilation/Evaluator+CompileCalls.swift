import Vocabulary

extension Evaluator {
  /// The program of a function of numbers.
  mutating func compile(
    _ function: any Function, parameterCount: Int, isDifferentiated: Bool, isOnItsOwn: Bool = false
  ) -> NumericProgram? {
    var builder = NumericBuilder(isDifferentiated: isDifferentiated, parameterCount: parameterCount)
    builder.isOnItsOwn = isOnItsOwn
    let parameters = (0..<parameterCount).map { NumericBuilder.Operand(register: Int32($0)) }
    let result: NumericBuilder.Operand?
    switch function {
    case let user as UserFunction:
      guard (user.leastArguments...user.parameters.count).contains(parameterCount) else { return nil }
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

  /// A call of a built-in or of a function of the learner; nil where the callee is anything else.
  mutating func call(
    _ callee: ExpressionSyntax, _ arguments: [ArgumentSyntax], _ builder: inout NumericBuilder, depth: Int
  ) -> NumericBuilder.Operand? {
    guard arguments.allSatisfy({ $0.label == nil }) else { return nil }
    var function: (any Function)?
    switch callee.node {
    case .variable(let name) where name != "_":
      guard case .function(let known) = context.variables[name] else { return nil }
      function = known
    case .captured(.function(let known), _): function = known
    case .local(let place, _):
      guard place < builder.open.locals.count, case .value(.function(let known)) = builder.open.locals[place] else {
        return nil
      }
      function = known
    default: break
    }
    if function != nil { builder.open.steps += 1 }
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
    guard (function.leastArguments...function.parameters.count).contains(operands.count) else { return nil }
    guard calls(function, itself: function) else { return inline(function, operands, &builder, depth: depth) }
    guard operands.count == function.parameters.count else { return nil }
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
    defer { builder.open = outer }
    builder.open = NumericBuilder.Open()
    builder.open.unit.parameterCount = function.parameters.count
    let parameters = function.parameters.indices.map { NumericBuilder.Operand(register: Int32($0)) }
    guard let result = inline(function, parameters, &builder, depth: 0), !result.isTruth else { return nil }
    builder.program.units[number] = builder.finish(result)
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
    defer {
      builder.open.locals = locals
      builder.open.inside.removeLast()
    }
    builder.open.locals = operands.map { .operand($0) }
    for parameter in function.syntax.parameters.dropFirst(operands.count) {
      guard let standard = parameter.standard, let operand = compile(standard, &builder, depth: depth + 1) else {
        return nil
      }
      builder.open.locals.append(.operand(operand))
    }
    builder.open.unit.depth = max(builder.open.unit.depth, depth + 1)
    return compile(function.body, &builder, depth: depth + 1)
  }

  /// A built-in of plain numbers applied to operands; nil where it is no such function.
  mutating func apply(
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
        guard let slopes = slopes(of: function, builtin: number, &builder) else { return nil }
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
    return NumericBuilder.Operand(register: target, isTruth: function.yieldsTruth, isArray: isArray)
  }

  /// How a built-in is differentiated, with its formulas as units.
  private mutating func slopes(
    of numeric: NumericFunction, builtin number: Int, _ builder: inout NumericBuilder
  ) -> NumericProgram.Callee.Slopes? {
    let arity = numeric.arity
    if builder.isOnItsOwn, let formulas = numeric.slopes {
      builder.isDifferentiated = false
      defer { builder.isDifferentiated = true }
      var units: [Int] = []
      for formula in formulas {
        guard
          case .definition(let function)? = try? Parser.statements(of: "slope(x, y) = \(formula)", lexicon: lexicon)
            .first?.kind,
          let unit = unit(ofFormula: function, arity: arity, &builder)
        else { return nil }
        units.append(unit)
      }
      return .formulas(units)
    }
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
        let mentioned: Value? =
          switch part.node {
          case .variable(let name): context.variables[name]
          case .captured(let value, _): value
          default: nil
          }
        if case .function(let value) = mentioned, let called = value as? UserFunction {
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
