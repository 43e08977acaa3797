import Vocabulary

extension Evaluator {
  mutating func call(
    _ callee: Expression, _ arguments: CallArguments, _ frame: inout [Value], at span: Range<Int>
  ) throws(Failure) -> Value {
    if case .builtin(let number, _) = callee.node, let groups = arguments.groups {
      return try call(builtin: number, arguments.written, groups, &frame, callee: callee.span)
    }
    switch try function(callee, &frame) {
    case let builtin as BuiltinFunction:
      // A learner's name or an expression yields the built-in, so only now is it known which parameters there are.
      let groups = try lexicon.signatures[builtin.number].bind(arguments.written.map(\.bindingLabel))
      return try call(builtin: builtin.number, arguments.written, groups, &frame, callee: callee.span)
    case let function:
      let values = try self.arguments(arguments.written, for: function, &frame, callee: callee.span)
      return try call(function, with: values, at: span)
    }
  }

  private mutating func function(_ callee: Expression, _ frame: inout [Value]) throws(Failure) -> any Function {
    if case .variable(let name) = callee.node, context.variables[name] == nil, name != "_" {
      let functions = context.variables.filter { if case .function = $0.value { true } else { false } }
      throw lexicon.unknown(
        name, "there is no function '\(name)'", at: callee.span, among: functions.keys.sorted())
    }
    let value = try evaluate(callee, &frame)
    if case .function(let function) = value { return function }
    let end = callee.span.upperBound
    throw Failure(
      .type, "\(callee.source) is \(value.noun), not a function", at: callee.span,
      hint: "to multiply, write \(callee.source(atLeast: .atom)) × (…)",
      fix: value.number == nil ? nil : Failure.Fix(replacing: end..<end, with: " × "))
  }

  private mutating func call(
    builtin number: Int, _ arguments: [ArgumentSyntax], _ groups: [[Int]], _ frame: inout [Value],
    callee: Range<Int>
  ) throws(Failure) -> Value {
    if arguments.count == 1, arguments[0].label == nil, let reduction = numericReduction(ofBuiltin: number),
      let elements = sumOfElements(arguments[0].expression, frame)
    {
      return .number(reduction.value(sum: elements.sum, count: elements.count))
    }
    let signature = lexicon.signatures[number]
    var given: [[Argument]] = []
    for (group, parameter) in zip(groups, signature.parameters) {
      var values: [Argument] = []
      for index in group {
        let expression = arguments[index].expression
        let value: Value =
          switch parameter.passing {
          case .value: try evaluate(expression, &frame)
          case .expression, .command: .object(Quotation(expression: expression, frame: frame))
          case .word, .line: .text(expression.word)
          }
        let place = parameter.takesNames ? arguments[index].labelSpan : nil
        values.append(Argument(value, at: place ?? expression.span, label: arguments[index].label))
      }
      given.append(values)
    }
    return try invoke(builtin: number, Arguments(given, for: signature, callee: callee))
  }

  /// Runs a built-in; where an argument carries its derivative, the result does too.
  mutating func invoke(builtin number: Int, _ arguments: Arguments) throws(Failure) -> Value {
    let level = arguments.level
    guard level > 0 else { return try call(builtin: number, arguments) }
    return try differentiate(builtin: number, arguments, at: level)
  }

  /// The values of arguments as they are written, in the order of the parameters of a function.
  mutating func arguments(
    _ syntax: [ArgumentSyntax], for function: any Function, _ frame: inout [Value], callee: Range<Int>
  ) throws(Failure) -> [Value] {
    var values: [Argument] = []
    for argument in syntax {
      values.append(
        Argument(
          try evaluate(argument.expression, &frame), at: argument.labelSpan ?? argument.expression.span,
          label: argument.label))
    }
    return try order(values, for: function, callee: callee)
  }

  /// Arguments in the order of the parameters of a function that the learner defined.
  public func order(
    _ arguments: [Argument], for function: any Function, callee: Range<Int>?
  ) throws(Failure) -> [Value] {
    guard let labelled = arguments.first(where: { $0.label != nil }), let label = labelled.label else {
      return arguments.map(\.value)
    }
    guard let user = function as? UserFunction else {
      throw Failure(.argument, "\(function.name) has no argument '\(label)'", at: labelled.span)
    }
    let descriptions = user.parameters.map {
      ParameterDescription(
        name: $0, meaning: "", noun: "a value", presence: .required)
    }
    let signature = Signature(user.name, "", descriptions, Documentation())
    let groups = try signature.bind(arguments.map { ArgumentLabel(name: $0.label, span: $0.span ?? 0..<0) })
    if let missing = zip(groups, user.parameters).first(where: { $0.0.isEmpty }) {
      throw Failure(.argument, "\(user.name) needs \(missing.1)", at: callee, hint: "write \(signature.usage)")
    }
    return groups.compactMap { $0.first }.map { arguments[$0].value }
  }

  /// Calls any function with values in the order of its parameters.
  ///
  /// A failure inside a learner's function is reported at the call, since its own text may be long gone.
  public mutating func call(
    _ function: any Function, with values: [Value], at span: Range<Int>? = nil
  ) throws(Failure) -> Value {
    switch function {
    case let user as UserFunction:
      return try call(user, with: values, at: span)
    case let builtin as BuiltinFunction:
      let signature = lexicon.signatures[builtin.number]
      let groups = try signature.bind(values.map { _ in ArgumentLabel(name: nil, span: span ?? 0..<0) })
      let arguments = groups.map { $0.map { Argument(values[$0], at: span) } }
      return try invoke(builtin: builtin.number, Arguments(arguments, for: signature, callee: span))
    case let derivative as DerivativeFunction:
      return try differentiate(derivative.function, order: derivative.order, at: values, span)
    default:
      throw Failure(.type, "\(function.name) cannot be called", at: span)
    }
  }

  private mutating func call(
    _ function: UserFunction, with values: [Value], at span: Range<Int>?
  ) throws(Failure) -> Value {
    if let value = run(function, with: values) { return value }
    var frame = try self.frame(for: function, with: values, at: span)
    try context.enter()
    defer { context.leave() }
    do {
      return try evaluate(function.body, &frame)
    } catch {
      var outer = error
      outer.span = span
      outer.hint = error.hint ?? "in \(function.display.printed().text)"
      throw outer
    }
  }

  /// The frame in which a function's body is evaluated; throws for another number of arguments than it has parameters.
  func frame(
    for function: UserFunction, with values: [Value], at span: Range<Int>?
  ) throws(Failure) -> [Value] {
    guard values.count == function.parameters.count else {
      throw Failure(
        .argument,
        "\(function.name) takes \(counted(function.parameters.count, "argument")), not \(values.count)", at: span,
        hint: "write \(function.name)(\(function.parameters.joined(separator: ", ")))")
    }
    let places = max(0, function.localCount - values.count)
    return places == 0 ? values : values + repeatElement(.nothing, count: places)
  }

  /// Calls a built-in by its name.
  public mutating func call(builtin name: String, with values: [Value]) throws(Failure) -> Value {
    guard let number = lexicon.number(of: name) else {
      throw Failure(.name, "there is no function '\(name)'", about: .name(name))
    }
    let usage = lexicon.signatures[number].usage
    return try call(BuiltinFunction(name: name, number: number, usage: usage), with: values)
  }
}
