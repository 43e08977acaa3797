import Vocabulary

/// A thing, such as a distribution, of whose parameters some carry a derivative.
struct DualThing: Object {
  /// The built-in that made it, and the values of the parameters that it keeps.
  let number: Int
  let parameters: [Value]
  /// The same thing as lower levels see it.
  let lower: Value
  let level: Int

  init(number: Int, parameters: [Value], lower: Value, level: Int) {
    self.number = number
    self.parameters = parameters
    self.lower = lower
    self.level = level
  }

  init?(_ value: Value) {
    guard case .object(let thing as DualThing) = value else { return nil }
    self = thing
  }

  var kind: String { lower.kind }
  var noun: String { lower.noun }
  var display: Display { lower.display }
}

extension DualThing: Operand {
  func applying(_ sign: BinaryOperator, to other: Value) throws(Failure) -> Value? { throw refusal }
  func applied(_ sign: BinaryOperator, after other: Value) throws(Failure) -> Value? { throw refusal }
  func negated() throws(Failure) -> Value? { throw refusal }
  func magnitude() throws(Failure) -> Value? { throw refusal }

  private var refusal: Failure {
    Failure(
      .type, "gradus cannot differentiate what is made of \(noun) by arithmetic",
      hint: "let the parameters carry it, as in normal(2 × mu, 1)")
  }
}

extension Arguments {
  /// Throws a failure of kind `type` where an argument is a thing of this level: the built-in knows no derivative of it.
  func refuseThings(at level: Int) throws(Failure) {
    for argument in groups.joined() {
      guard let thing = DualThing(argument.value), thing.level == level else { continue }
      throw Failure(
        .type, "gradus cannot differentiate \(signature.name) with respect to the parameters of \(thing.noun)",
        at: argument.span)
    }
  }
}

extension Evaluator {
  /// A thing whose parameters carry derivatives.
  mutating func makeThing(builtin number: Int, _ arguments: Arguments, at level: Int) throws(Failure) -> Value {
    let lower = try invoke(builtin: number, arguments.map { value in value.parts(at: level).value })
    let names = parameterNames(of: lower, number)
    var parameters: [Value] = []
    for (group, parameter) in zip(arguments.groups, arguments.signature.parameters) {
      if names.contains(parameter.name) {
        parameters.append(group.first?.value ?? parameter.defaultValue ?? .nothing)
      } else if let argument = group.first, argument.value.level == level {
        throw Failure(
          .type, "gradus cannot differentiate \(arguments.signature.name) with respect to \(parameter.name)",
          at: argument.span, hint: "its parameters are \(names.joined(separator: ", "))")
      }
    }
    return .object(DualThing(number: number, parameters: parameters, lower: lower, level: level))
  }

  /// The parameters that a thing keeps, in their order; others only say these in another way.
  private func parameterNames(of thing: Value, _ constructor: Int) -> [String] {
    guard case .object(let object) = thing.primal else { return [] }
    let kept = Set(object.properties.map(\.name))
    return lexicon.signatures[constructor].parameters.map(\.name).filter(kept.contains)
  }

  /// What is found out about a thing at a point, with its derivative.
  mutating func slope(
    ofThing number: Int, _ arguments: Arguments, _ rule: String, times factor: Derivative.Factor, at level: Int
  ) throws(Failure) -> Value {
    let lower = arguments.map { value in value.parts(at: level).value }
    let value = try invoke(builtin: number, lower)
    guard let thing = arguments.groups.first?.first, arguments.groups.count > 1, let point = arguments.groups[1].first,
      let (constructor, parameters) = parameters(of: thing.value)
    else { throw unknown(arguments) }
    let signature = lexicon.signatures[constructor]
    let names = parameterNames(of: thing.value, constructor) + ["x"]
    let values = parameters + [point.value]
    guard case .thing(let rules) = signature.derivative, let slopes = rules[rule] else { throw unknown(arguments) }
    let moving = names.indices.filter { values[$0].level == level }
    for index in moving where !slopes.knows(names[index]) {
      let isPoint = index == names.count - 1
      throw Failure(
        .type,
        "gradus cannot differentiate \(arguments.signature.name) of \(signature.name) with respect to \(names[index])",
        at: isPoint ? point.span : thing.span)
    }
    var slope: Value
    switch slopes {
    case .formula(let formula, _):
      let function = try thingFormula(formula, "\(constructor).\(rule)", names)
      slope = try call(function, with: values).parts(at: level).slope ?? value.zeros
    case .factors(let other, let factors):
      let still = values.map { $0.parts(at: level).value }
      var total: Value?
      for index in moving {
        let function = try thingFormula(factors[names[index]] ?? "0", "\(constructor).\(rule).\(names[index])", names)
        let share = try call(function, with: still)
        let term = try Arithmetic.apply(.multiply, share, values[index].parts(at: level).slope ?? .number(0))
        total = if let total { try Arithmetic.apply(.add, total, term) } else { term }
      }
      guard let otherNumber = lexicon.number(of: other) else { throw unknown(arguments) }
      let groups = [[Argument(thing.value.parts(at: level).value)], [Argument(point.value.parts(at: level).value)]]
      let weight = try invoke(
        builtin: otherNumber, Arguments(groups, for: lexicon.signatures[otherNumber], callee: arguments.callee))
      slope = try Arithmetic.apply(.multiply, total ?? .number(0), weight).silent(where: weight, is: 0)
    }
    switch factor {
    case .one: if case .formula = slopes { slope = try slope.undefined(whereInfinite: value) }
    case .minusOne: slope = try Arithmetic.negate(slope)
    case .value: slope = try Arithmetic.apply(.multiply, value, slope).silent(where: value, is: 0)
    }
    return try Dual.value(value, slope: slope, level: level)
  }

  /// The built-in that makes a thing, and the values of its parameters.
  private func parameters(of thing: Value) -> (number: Int, [Value])? {
    if let dual = DualThing(thing) { return (dual.number, dual.parameters) }
    guard case .object(let object) = thing.primal, let name = object.constructor, let number = lexicon.number(of: name)
    else { return nil }
    let properties = object.properties
    return (
      number, parameterNames(of: thing, number).compactMap { name in properties.first { $0.name == name }?.value }
    )
  }

  private func unknown(_ arguments: Arguments) -> Failure {
    let thing = arguments.groups.first?.first?.value.primal.display.printed().text ?? ""
    return Failure(
      .type, "gradus cannot differentiate \(arguments.signature.name) of \(thing)", at: arguments.callee)
  }

  private mutating func thingFormula(
    _ formula: String, _ key: String, _ names: [String]
  ) throws(Failure) -> UserFunction {
    if let known = context.thingFormulas[key] { return known }
    // Parameters may be called as built-ins are: mean, shape.
    let parameters = names.map { "\($0)_" }.joined(separator: ", ")
    let text = "formula(\(parameters)) = " + formula.marking(words: names, with: "_")
    guard case .definition(let function)? = try Parser.statements(of: text, lexicon: lexicon).first?.kind else {
      throw Failure(.type, "gradus cannot differentiate by \(formula)")
    }
    context.thingFormulas[key] = function
    return function
  }
}

extension ThingSlopes {
  /// Whether it says how the number changes with a parameter or the point.
  fileprivate func knows(_ name: String) -> Bool {
    switch self {
    case .formula(_, let names): names.contains(name)
    case .factors(_, let factors): factors[name] != nil
    }
  }
}

extension String {
  /// The text with a mark behind each of some words.
  fileprivate func marking(words: [String], with mark: String) -> String {
    var (marked, word) = ("", "")
    for character in self + " " {
      if character.isASCII, character.isLetter || character.isNumber || character == "_" {
        word.append(character)
      } else {
        marked += words.contains(word) ? word + mark : word
        marked.append(character)
        word = ""
      }
    }
    return marked
  }
}

extension Value {
  /// 0 where another value is some number, whatever stands here.
  fileprivate func silent(where other: Value, is number: Double) throws(Failure) -> Value {
    switch (other, self) {
    case (.number(number), .number): return .number(0)
    case (.vector(let others), .vector(let slopes)) where others.count == slopes.count:
      return .vector(zip(others, slopes).map { $0 == number ? 0 : $1 })
    case (.vector(let others), .number(let slope)): return .vector(others.map { $0 == number ? 0 : slope })
    case (.matrix(let others), .matrix(let slopes)) where others.elements.count == slopes.elements.count:
      return .matrix(
        Matrix(
          rows: slopes.rows, columns: slopes.columns,
          elements: zip(others.elements, slopes.elements).map { $0 == number ? 0 : $1 }))
    default: return self
    }
  }

  /// nan where another value is infinite: outside the support nothing changes that has a derivative.
  fileprivate func undefined(whereInfinite value: Value) throws(Failure) -> Value {
    switch value.primal {
    case .number(let number) where number.isInfinite: return try Arithmetic.apply(.multiply, self, .number(.nan))
    case .vector(let numbers) where numbers.contains(where: \.isInfinite):
      return try Arithmetic.apply(.add, self, .vector(numbers.map { $0.isInfinite ? .nan : 0 }))
    case .matrix(let matrix) where matrix.elements.contains(where: \.isInfinite):
      return try Arithmetic.apply(.add, self, .matrix(matrix.map { $0.isInfinite ? .nan : 0 }))
    default: return self
    }
  }
}
