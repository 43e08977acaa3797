import Vocabulary

/// Calls with values, in the order of the parameters or with names.
extension Evaluator {
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
  public mutating func order(
    _ arguments: [Argument], for function: any Function, callee: Range<Int>?
  ) throws(Failure) -> [Value] {
    guard let labelled = arguments.first(where: { $0.label != nil }), let label = labelled.label else {
      return arguments.map(\.value)
    }
    guard let user = function as? UserFunction else {
      throw Failure(.argument, "\(function.name) has no argument '\(label)'", at: labelled.span)
    }
    let descriptions = user.syntax.parameters.map { parameter in
      ParameterDescription(
        name: parameter.name, meaning: "", noun: "a value",
        presence: parameter.standard.map { .default(.nothing, shown: $0.source) } ?? .required)
    }
    let signature = Signature(user.callee, "", descriptions, Documentation())
    let groups = try signature.bind(arguments.map { ArgumentLabel(name: $0.label, span: $0.span ?? 0..<0) })
    for (group, parameter) in zip(groups, user.syntax.parameters) where group.isEmpty && parameter.standard == nil {
      throw Failure(
        .argument, "\(user.callee) needs \(parameter.name)", at: callee, hint: "write \(signature.usage)")
    }
    return try complete(groups.map { $0.first.map { arguments[$0].value } }, for: user, at: callee)
  }

  /// The values of all parameters: those that are given, and the defaults of the others.
  private mutating func complete(
    _ given: [Value?], for function: UserFunction, at span: Range<Int>?
  ) throws(Failure) -> [Value] {
    var frame = [Value](repeating: .nothing, count: max(function.localCount, given.count))
    for (place, parameter) in function.syntax.parameters.enumerated() {
      if place < given.count, let value = given[place] {
        frame[place] = value
      } else if let standard = parameter.standard {
        do { frame[place] = try evaluate(standard, &frame) } catch {
          throw error.atCall(span, in: function.usage)
        }
      }
    }
    return Array(frame.prefix(function.syntax.parameters.count))
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
    try context.enter()
    defer { context.leave() }
    var frame = try self.frame(for: function, with: values, at: span)
    do {
      return try evaluate(function.body, &frame)
    } catch {
      throw error.atCall(span, in: function.display.printed().text)
    }
  }

  /// The frame in which a function's body is evaluated; throws for another number of arguments than it takes.
  mutating func frame(
    for function: UserFunction, with values: [Value], at span: Range<Int>?
  ) throws(Failure) -> [Value] {
    let (least, most) = (function.leastArguments, function.syntax.parameters.count)
    guard (least...most).contains(values.count) else {
      let count = least == most ? counted(most, "argument") : "\(least) to \(most) arguments"
      throw Failure(
        .argument, "\(function.callee) takes \(count), not \(values.count)", at: span,
        hint: function.syntax.name == nil ? nil : "write \(function.usage)")
    }
    let values = values.count < most ? try complete(values, for: function, at: span) : values
    let places = max(0, function.localCount - values.count)
    if places == 0 { return values }
    var frame = values + repeatElement(.nothing, count: places)
    if let place = function.syntax.itself { frame[place] = .function(function) }
    return frame
  }

  /// Calls a built-in by its name.
  public mutating func call(builtin name: String, with values: [Value]) throws(Failure) -> Value {
    guard let number = lexicon.number(of: name) else {
      throw Failure(.name, "there is no function '\(name)'", about: .name(name))
    }
    let usage = lexicon.signatures[number].usage
    return try call(BuiltinFunction(name: name, number: number, usage: usage), with: values)
  }

  /// What a function makes of the elements of some rows, gone through together.
  ///
  /// The rows must be vectors, matrices or lists of one length.
  public mutating func map(_ function: any Function, over rows: [Value], at span: Range<Int>? = nil) throws(Failure)
    -> Value
  {
    let count = rows.first.flatMap { Row.count(of: $0) } ?? 0
    try check(function, takes: rows.count, for: "map")
    var results = Row()
    var done = 0
    let vectors = rows.compactMap { row in if case .vector(let elements) = row { elements } else { nil } }
    if vectors.count == rows.count, !rows.isEmpty, let finding = try mapNumbers(function, over: vectors) {
      if finding.done == count { return finding.value }
      finding.append(to: &results)
      done = finding.done
    }
    for index in done..<count {
      let arguments = rows.map { Row.element(index, of: $0) }
      results.append(try call(function, with: arguments, at: span))
      try context.limits.reserve(numbers: Double(results.size))
    }
    return try results.value()
  }
}

extension Evaluator {
  /// Throws a failure of kind `argument` where a function that is handed on cannot be called with so many values.
  func check(_ function: any Function, takes count: Int, for caller: String) throws(Failure) {
    guard let user = function as? UserFunction else { return }
    let (least, most) = (user.leastArguments, user.parameters.count)
    guard !(least...most).contains(count) else { return }
    let names = ["a", "b", "c"].prefix(count).joined(separator: ", ")
    throw Failure(
      .argument,
      "\(caller) calls its function with \(counted(count, "value")), but \(user.name) takes "
        + (least == most ? "\(most)" : "\(least) to \(most)"), about: .argument("function"),
      hint: count == 1 ? "write x -> …" : count <= 3 ? "write (\(names)) -> …" : nil)
  }
}

extension Failure {
  /// What went wrong inside a function of the learner's, told at its call: the function's own text may be long gone, and a
  /// fix would change that text, not the call's.
  fileprivate func atCall(_ span: Range<Int>?, in text: String) -> Failure {
    var outer = self
    outer.span = span
    outer.fix = nil
    outer.hint = hint ?? "in \(text)"
    return outer
  }
}
