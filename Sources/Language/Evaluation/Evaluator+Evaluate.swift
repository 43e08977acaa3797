import Vocabulary

extension Evaluator {
  /// What a statement's expression yields; the frame holds parameters and loop variables.
  public mutating func evaluate(_ expression: ExpressionSyntax, _ frame: inout [Value]) throws(Failure) -> Value {
    try context.step()
    switch expression.node {
    case .number(let number), .constant(let number, _): return .number(number)
    case .truth(let truth): return .truth(truth)
    case .text(let text): return .text(text)
    case .local(let place, _): return frame[place]
    case .captured(let value, _): return value
    case .variable(let name): return try variable(name, at: expression.span)
    case .builtin(let number, let name):
      return .function(BuiltinFunction(name: name, number: number, usage: lexicon.signatures[number].usage))
    default: break
    }
    try context.enter()
    defer { context.leave() }
    do {
      return try evaluateCompound(expression, &frame)
    } catch {
      throw error.at(expression.span)
    }
  }

  private mutating func evaluateCompound(
    _ expression: ExpressionSyntax, _ frame: inout [Value]
  ) throws(Failure) -> Value {
    switch expression.node {
    case .row(let elements):
      var row = Row()
      for element in elements { row.append(try evaluate(element, &frame)) }
      try context.limits.reserve(numbers: Double(row.size))
      return try row.value()
    case .range(let first, let last):
      return try range(from: try evaluate(first, &frame), to: try evaluate(last, &frame))
    case .comprehension(let body, let clauses):
      return try comprehend(body, clauses, &frame)
    case .block(let steps, let value):
      for step in steps { try take(step, &frame) }
      return try evaluate(value, &frame)
    case .function(let function):
      return .function(try capturing(function, frame))
    case .negation(let operand):
      return try Arithmetic.negate(try evaluate(operand, &frame))
    case .not(let operand):
      return try Arithmetic.invert(try evaluate(operand, &frame))
    case .magnitude(let operand):
      return try Arithmetic.magnitude(try evaluate(operand, &frame))
    case .root(let operand):
      return try call(builtin: "sqrt", with: [try evaluate(operand, &frame)])
    case .binary(.and, let left, let right):
      return try conjoin(left, right, &frame, stopsAt: false, sign: .and)
    case .binary(.or, let left, let right):
      return try conjoin(left, right, &frame, stopsAt: true, sign: .or)
    case .binary(let sign, let left, let right):
      var first = try evaluate(left, &frame)
      var second = try evaluate(right, &frame)
      let steps = Arithmetic.steps(sign, first, second)
      if steps > 1 { try context.step(by: steps) }
      let reused = try Arithmetic.applyInPlace(
        sign, &first, isFree: left.isComputed, &second, isFree: right.isComputed, context.limits)
      if let reused { return reused }
      return try Arithmetic.apply(sign, first, second, limits: context.limits)
    case .comparison(let first, let links):
      return try compare(first, links, &frame)
    case .conditional(let condition, let then, let otherwise):
      return try evaluate(try truth(of: condition, &frame) ? then : otherwise, &frame)
    case .element(let operand, let subscripts):
      let value = try evaluate(operand, &frame)
      return try Elements.read(value, try self.subscripts(subscripts, &frame), context.limits)
    case .field(let owner, let name, let place):
      return try field(name, of: try evaluate(owner, &frame), writtenAs: owner, at: place)
    case .call(let callee, let arguments):
      if case .field(let owner, let name, let place) = callee.node {
        let function = try function(
          name, of: try evaluate(owner, &frame), writtenAs: owner, at: place, arguments, expression)
        let values = try self.arguments(arguments.written, for: function, &frame, callee: callee.span)
        return try call(function, with: values, at: expression.span)
      }
      return try call(callee, arguments, &frame, at: expression.span)
    case .derivative(let operand, let order):
      let value = try evaluate(operand, &frame)
      guard case .function(let function) = value else {
        let isMatrix = if case .matrix = value { true } else { false }
        throw Failure(
          .type, "only a function has a derivative", at: operand.span,
          hint: isMatrix ? "the transpose is transpose(\(operand.source))" : nil)
      }
      return .function(DerivativeFunction(of: function, order: order))
    case .elided(let operand):
      return try evaluate(operand, &frame)
    case .outer(_, _, let name):
      throw Failure(.name, "'\(name)' means nothing here", at: expression.span)
    case .number, .constant, .truth, .text, .local, .captured, .variable, .builtin:
      return try evaluate(expression, &frame)
    }
  }

  private func variable(_ name: String, at span: Range<Int>) throws(Failure) -> Value {
    if let value = context.variables[name] { return value }
    if name == "_" {
      if let last = context.last { return last }
      throw Failure(.name, "'_' is the last value printed, and there is none yet", at: span)
    }
    throw lexicon.unknown(
      name, "there is nothing called '\(name)'", at: span, among: context.variables.keys.sorted())
  }

  // MARK: Calls

  /// A call as it is written: of a built-in with what each of its parameters asks for, of any other function with values.
  private mutating func call(
    _ callee: ExpressionSyntax, _ arguments: CallArguments, _ frame: inout [Value], at span: Range<Int>
  ) throws(Failure) -> Value {
    let number: Int
    let groups: [[Int]]
    if case .builtin(let known, _) = callee.node, let bound = arguments.groups {
      (number, groups) = (known, bound)
    } else {
      let function = try function(callee, &frame)
      guard let builtin = function as? BuiltinFunction else {
        let values = try self.arguments(arguments.written, for: function, &frame, callee: callee.span)
        return try call(function, with: values, at: span)
      }
      // A learner's name or an expression yields the built-in, so only now is it known which parameters there are.
      number = builtin.number
      groups = try lexicon.signatures[number].bind(arguments.written.map(\.bindingLabel))
    }
    let written = arguments.written
    if written.count == 1, written[0].label == nil, let reduction = numericReduction(ofBuiltin: number),
      let elements = sumOfElements(written[0].expression, frame)
    {
      return .number(reduction.value(of: elements.sum, count: elements.count))
    }
    let signature = lexicon.signatures[number]
    var given: [[Argument]] = []
    for (group, parameter) in zip(groups, signature.parameters) {
      var values: [Argument] = []
      for index in group {
        let expression = written[index].expression
        let value: Value =
          switch parameter.passing {
          case .value: try evaluate(expression, &frame)
          case .expression, .command: .object(Quotation(expression: expression, frame: frame))
          case .word, .line: .text(expression.word)
          }
        let place = parameter.takesNames ? written[index].labelSpan : nil
        values.append(Argument(value, at: place ?? expression.span, label: written[index].label))
      }
      given.append(values)
    }
    return try invoke(builtin: number, Arguments(given, for: signature, callee: callee.span))
  }

  /// Runs a built-in; where an argument carries its derivative, the result does too.
  mutating func invoke(builtin number: Int, _ arguments: Arguments) throws(Failure) -> Value {
    let level = arguments.level
    guard level > 0 else { return try call(builtin: number, arguments) }
    return try differentiate(builtin: number, arguments, at: level)
  }

  private mutating func function(_ callee: ExpressionSyntax, _ frame: inout [Value]) throws(Failure) -> any Function {
    if case .variable(let name) = callee.node, context.variables[name] == nil, name != "_" {
      let functions = context.variables.filter { if case .function = $0.value { true } else { false } }
      throw lexicon.unknown(
        name, "there is no function '\(name)'", at: callee.span, among: functions.keys.sorted())
    }
    let value = try evaluate(callee, &frame)
    if case .function(let function) = value { return function }
    let end = callee.span.upperBound
    // An object cannot be multiplied either.
    if case .object = value {
      throw Failure(.type, "\(callee.source) is \(value.noun), not a function", at: callee.span)
    }
    throw Failure(
      .type, "\(callee.source) is \(value.noun), not a function", at: callee.span,
      hint: "to multiply, write \(callee.source(atLeast: .atom)) × (…)",
      fix: value.number == nil ? nil : Failure.Fix(replacing: end..<end, with: " × "))
  }

  // MARK: Truth

  mutating func truth(of condition: ExpressionSyntax, _ frame: inout [Value]) throws(Failure) -> Bool {
    let value = try evaluate(condition, &frame)
    if case .truth(let holds) = value { return holds }
    let isMany = if case .truths = value { true } else { false }
    throw Failure(
      .type, "a condition must be true or false, not \(value.brief)", at: condition.span,
      hint: isMany ? "write any(\(condition.source)) or all(\(condition.source))" : "compare with <, == …")
  }

  private mutating func conjoin(
    _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ frame: inout [Value], stopsAt stop: Bool,
    sign: BinaryOperator
  ) throws(Failure) -> Value {
    let first = try evaluate(left, &frame)
    if case .truth(stop) = first { return first }
    return try Arithmetic.combine(sign, first, try evaluate(right, &frame), limits: context.limits)
  }

  private mutating func compare(
    _ first: ExpressionSyntax, _ links: [ExpressionSyntax.Comparison], _ frame: inout [Value]
  ) throws(Failure) -> Value {
    var left = try evaluate(first, &frame)
    var result: Value?
    for link in links {
      let right = try evaluate(link.right, &frame)
      let holds = try Arithmetic.apply(link.sign, left, right, limits: context.limits)
      result = if let result { try Arithmetic.combine(.and, result, holds, limits: context.limits) } else { holds }
      if case .truth(false) = result { break }
      left = right
    }
    return result ?? left
  }

  // MARK: Rows

  private mutating func range(from first: Value, to last: Value) throws(Failure) -> Value {
    guard let first = first.number, let last = last.number, first.isFinite, last.isFinite else {
      throw Failure(.type, "a range goes from one finite number to another")
    }
    let count = max(0, (last - first).rounded(.down) + 1)
    try context.limits.reserve(numbers: count)
    var numbers: [Double] = []
    numbers.reserveCapacity(Int(count))
    for start in stride(from: 0, to: Int(count), by: 1 << 16) {
      let end = min(start + 1 << 16, Int(count))
      try context.step(by: end - start)
      for index in start..<end { numbers.append(first + Double(index)) }
    }
    return .vector(numbers)
  }
}
