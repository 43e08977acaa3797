import Vocabulary

extension Evaluator {
  /// The derivative of some order of a function of one variable, at a number or at every element of a vector.
  mutating func differentiate(
    _ function: any Function, order: Int, at values: [Value], _ span: Range<Int>?
  ) throws(Failure) -> Value {
    guard values.count == 1 else {
      throw Failure(
        .argument, "\(function.name)′ takes 1 argument, not \(values.count)", at: span,
        hint: "gradient(\(function.name), …) gives all partial derivatives")
    }
    guard order <= 20 else { throw Failure(.limit, "derivatives go up to the twentieth", at: span) }
    if let count = Row.count(of: values[0]) {
      var slopes = Row()
      for index in 0..<count {
        slopes.append(try differentiate(function, order: order, at: [Row.element(index, of: values[0])], span))
      }
      return try slopes.value()
    }
    return try slope(of: values[0], in: .number(1), at: span) { (evaluator, x) throws(Failure) in
      order == 1
        ? try evaluator.call(function, with: [x], at: span)
        : try evaluator.differentiate(function, order: order - 1, at: [x], span)
    }
  }

  /// How fast what the body makes of a value changes when the value moves in a direction of the same shape.
  ///
  /// Throws a failure of kind `type` where the body yields no numbers.
  public mutating func slope(
    of value: Value, in direction: Value, at span: Range<Int>?,
    _ body: (inout Self, Value) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    // A gradient takes one of these for each of its numbers.
    try context.interruption.check()
    context.derivativesTaken += 1
    defer { context.derivativesTaken -= 1 }
    let level = context.derivativesTaken
    guard level <= 20 else { throw Failure(.limit, "derivatives go up to the twentieth", at: span) }
    let result = try body(&self, .object(Dual(value: value, slope: direction, level: level)))
    if let slope = result.parts(at: level).slope { return slope }
    switch result.primal {
    case .number, .vector, .matrix: return result.zeros
    default: throw Failure(.type, "this yields \(result.noun), which has no derivative", at: span)
    }
  }

  /// The value and the derivative of a built-in, by the rule in its declaration, where an argument carries a derivative of
  /// this level.
  mutating func differentiate(
    builtin number: Int, _ arguments: Arguments, at level: Int
  ) throws(Failure) -> Value {
    let name = arguments.signature.name
    switch arguments.signature.derivative {
    case .thing: return try makeThing(builtin: number, arguments, at: level)
    case .ofThing(let rule, let factor):
      return try slope(ofThing: number, arguments, rule, times: factor, at: level)
    case .own, .constant: break
    default: try arguments.refuseThings(at: level)
    }
    switch arguments.signature.derivative {
    case .own:
      return try call(builtin: number, arguments)
    case .constant:
      return try call(builtin: number, arguments.map { value in value.primal })
    case .formula(let formula):
      let point = try values(of: arguments, in: [formula])
      return try call(try function(formula, number: 0, of: number), with: point)
    case .linear:
      guard arguments.groups.dropFirst().allSatisfy({ $0.allSatisfy { $0.value.level == 0 } }) else {
        throw Failure(
          .type, "gradus can differentiate \(name) only with respect to \(arguments.signature.parameters[0].name)",
          at: arguments.callee)
      }
      let value = try invoke(builtin: number, arguments.map { value in value.parts(at: level).value })
      let slope = try invoke(builtin: number, arguments.map { value in value.parts(at: level).slope ?? value })
      return .object(Dual(value: value, slope: slope, level: level))
    case .slopes(let formulas):
      return try slope(of: number, arguments, by: formulas, at: level)
    case .thing, .ofThing, nil:
      throw Failure(.type, "gradus cannot differentiate \(name)", at: arguments.callee)
    }
  }

  /// The sum of the partial slopes, each times how fast its argument changes.
  private mutating func slope(
    of number: Int, _ arguments: Arguments, by formulas: [String], at level: Int
  ) throws(Failure) -> Value {
    let point = try values(of: arguments.map { value in value.parts(at: level).value }, in: formulas)
    let value = try invoke(builtin: number, arguments.map { value in value.parts(at: level).value })
    var total: Value?
    for (index, group) in arguments.groups.enumerated() {
      guard let argument = group.first, let slope = argument.value.parts(at: level).slope else { continue }
      guard index < formulas.count else {
        let name = arguments.signature.parameters[index].name
        throw Failure(
          .type, "gradus cannot differentiate \(arguments.signature.name) with respect to \(name)", at: argument.span)
      }
      let function = try function(formulas[index], number: index, of: number)
      let term = try Arithmetic.apply(.multiply, try elementwise(function, at: point), slope)
      total = if let total { try Arithmetic.apply(.add, total, term) } else { term }
    }
    return try Dual.value(
      value, slope: try total.map { (slope) throws(Failure) in try slope.undefined(where: value) }, level: level)
  }

  /// A function of numbers at every element of its arguments, repeated to meet.
  private mutating func elementwise(_ function: UserFunction, at point: [Value]) throws(Failure) -> Value {
    var shape: Shape?
    for case let own? in point.map({ Shape($0) }) { shape = try shape?.joined(with: own, by: "and") ?? own }
    var point = point
    if let shape, point.contains(where: { Shape($0).map { $0.rank > 0 && $0 != shape } == true }) {
      for index in point.indices { point[index] = try point[index].repeated(to: shape, context.limits) }
    }
    guard let count = point.lazy.compactMap({ Row.count(of: $0) }).first else {
      return try call(function, with: point)
    }
    var row = Row()
    for index in 0..<count {
      let element = point.map { value in
        Row.count(of: value).map { $0 == count } == true ? Row.element(index, of: value) : value
      }
      row.append(try elementwise(function, at: element))
    }
    return try row.value()
  }

  /// A formula of a built-in's declaration as a function of the built-in's parameters.
  mutating func function(
    _ formula: String, number: Int, of builtin: Int
  ) throws(Failure) -> UserFunction {
    if let known = context.formulas[builtin], number < known.count { return known[number] }
    let names = lexicon.signatures[builtin].parameters.map(\.name).joined(separator: ", ")
    let statements = try Parser.statements(of: "formula(\(names)) = \(formula)", lexicon: lexicon)
    guard case .definition(let function) = statements.first?.kind else {
      throw Failure(.type, "gradus cannot differentiate \(lexicon.signatures[builtin].name)")
    }
    if context.formulas[builtin, default: []].count == number {
      context.formulas[builtin, default: []].append(function)
    }
    return function
  }

  /// The values of all parameters, defaults included.
  ///
  /// Throws where an argument is given of which the formulas know nothing.
  private mutating func values(of arguments: Arguments, in formulas: [String]) throws(Failure) -> [Value] {
    var values: [Value] = []
    for (group, parameter) in zip(arguments.groups, arguments.signature.parameters) {
      if let argument = group.first {
        guard formulas.contains(where: { $0.contains(word: parameter.name) }) || values.isEmpty else {
          throw Failure(
            .type, "gradus cannot differentiate \(arguments.signature.name) with \(parameter.name)=", at: argument.span)
        }
        values.append(argument.value)
      } else {
        if case .optional = parameter.presence, formulas.contains(where: { $0.contains(word: parameter.name) }) {
          throw Failure(
            .type, "gradus cannot differentiate \(arguments.signature.name) without \(parameter.name)",
            at: arguments.callee)
        }
        values.append(parameter.defaultValue ?? .nothing)
      }
    }
    return values
  }
}

extension Value {
  /// A slope that is nan where the function itself is: outside its domain there is nothing to change.
  fileprivate func undefined(where value: Value) throws(Failure) -> Value {
    switch (value.primal, self) {
    case (.number(let number), _): return number.isNaN ? try Arithmetic.apply(.multiply, self, .number(.nan)) : self
    case (.vector(let numbers), _) where numbers.contains(where: \.isNaN):
      return try Arithmetic.apply(.add, self, .vector(numbers.map { $0.isNaN ? .nan : 0 }))
    case (.matrix(let matrix), _) where matrix.elements.contains(where: \.isNaN):
      return try Arithmetic.apply(.add, self, .matrix(matrix.map { $0.isNaN ? .nan : 0 }))
    default: return self
    }
  }
}

extension Arguments {
  /// The highest level of derivative that an argument carries.
  var level: Int {
    var level = 0
    for group in groups { for argument in group { level = max(level, argument.value.level) } }
    return level
  }

  /// The same arguments with other values.
  func map(_ transform: (Value) -> Value) -> Arguments {
    let groups = groups.map { group in
      group.map { Argument(transform($0.value), at: $0.span, label: $0.label) }
    }
    return Arguments(groups, for: signature, callee: callee)
  }
}

extension String {
  /// Whether a name stands in a formula.
  fileprivate func contains(word: String) -> Bool {
    split { !$0.isLetter && $0 != "_" && !$0.isNumber }.contains { $0 == word }
  }
}

/// `f′`, `f″` …: a function's exact derivative.
public struct DerivativeFunction: Function {
  public let function: any Function
  public let order: Int

  init(of function: any Function, order: Int) {
    if let inner = function as? DerivativeFunction {
      self.function = inner.function
      self.order = inner.order + order
    } else {
      self.function = function
      self.order = order
    }
  }

  public var name: String { function.name + Primes.text(order) }
  public var display: Display { "\(name)(x)" }
}
