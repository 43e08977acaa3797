import Vocabulary

/// Programs that follow the grammar, though not always with sense.
struct Grammar {
  let lexicon: Lexicon
  /// The names that stand for something, by what they stand for.
  let names: Names
  var chance: Chance
  /// The parameters and loop variables that can be named where the grammar is at work.
  var locals: [String] = []

  /// Names that the session knows.
  struct Names: Sendable {
    var numbers: [String] = []
    var vectors: [String] = []
    var matrices: [String] = []
    var functions: [String] = []
    var texts: [String] = []
    var objects: [String] = []

    var all: [String] { numbers + vectors + matrices + functions + texts + objects }
  }

  static func make(_ chance: inout Chance, lexicon: Lexicon, names: Names) -> String {
    var grammar = Grammar(lexicon: lexicon, names: names, chance: chance)
    let program = grammar.program()
    chance = grammar.chance
    return program
  }

  private init(lexicon: Lexicon, names: Names, chance: Chance) {
    self.lexicon = lexicon
    self.names = names
    self.chance = chance
  }

  // MARK: Statements

  private mutating func program() -> String {
    let count = chance.happens(0.7) ? 1 : chance.whole(2...5)
    let statements = (0..<count).map { _ in statement() }
    return statements.joined(separator: chance.one(of: ["\n", "; ", "\n\n", ";\n"])) + (chance.happens(0.1) ? ";" : "")
  }

  private mutating func statement() -> String {
    locals = []
    switch chance.below(10) {
    case 0: return "\(newName()) = \(expression(4))"
    case 1, 2: return definition()
    case 3, 4, 5: return command()
    case 6: return "\(newName()) = \(command())"
    default: return expression(5)
    }
  }

  private mutating func newName() -> String { chance.one(of: ["a", "b", "y", "x₁", "größe", "x", "v", "f"]) }

  private mutating func definition() -> String {
    let name = chance.one(of: ["f", "g", "h"])
    switch chance.below(6) {
    case 0: return "\(name)(n) = if n < 1 then 1 else n × \(name)(n - 1); \(name)(\(Numbers.count(&chance)))"
    case 1: return "\(name)(n) = \(name)(n + 1); \(name)(1)"
    case 2: return "\(name)(n) = if n < 2 then n else \(name)(n - 1) + \(name)(n - 2); \(name)(\(chance.whole(0...40)))"
    default:
      locals = Array(["x", "y", "t", "n"].prefix(chance.whole(1...3)))
      let last = locals[locals.count - 1]
      let hasDefault = chance.happens(0.3)
      let parameters = locals.joined(separator: ", ") + (hasDefault ? "=" + literal() : "")
      let label = hasDefault && chance.happens(0.3) ? last + "=" : ""
      let body = expression(4)
      var values = locals.map { _ in literal() }
      values[values.count - 1] = label + values[values.count - 1]
      if hasDefault, chance.happens(0.3) { values.removeLast() }
      let arguments = values.joined(separator: ", ")
      locals = []
      let primes = String(repeating: "′", count: chance.happens(0.5) ? chance.whole(1...3) : 0)
      return "\(name)(\(parameters)) = \(body); \(name)\(primes)(\(arguments))"
    }
  }

  private mutating func command() -> String {
    let signature = chance.one(of: lexicon.signatures)
    return ([signature.name] + arguments(of: signature, depth: 2, isCommand: true)).joined(separator: " ")
  }

  // MARK: Expressions

  mutating func expression(_ depth: Int) -> String {
    if depth <= 0 { return atom() }
    if chance.happens(0.6) { return chance.happens(0.7) ? number(depth) : vector(depth) }
    switch chance.below(20) {
    case 0, 1, 2: return atom()
    case 3, 4, 5: return operand(depth) + " " + sign() + " " + operand(depth)
    case 6: return operand(depth) + sign() + operand(depth)
    case 7: return chance.one(of: ["-", "+", "√", "not ", "√-"]) + operand(depth)
    case 8: return "|\(expression(depth - 1))|"
    case 9:
      return operand(depth) + chance.one(of: ["²", "³", "⁻¹", "⁰", "¹⁰⁰", "⁵⁰⁰", "²²", "ⁿ", "^2^3", "^-1", "^0.5"])
    case 10: return comparison(depth)
    case 11: return "if \(condition(depth)) then \(expression(depth - 1)) else \(expression(depth - 1))"
    case 12: return row(depth)
    case 13: return comprehension(depth)
    case 14: return operand(depth) + "[" + subscripts(depth) + "]"
    case 15: return "(\(expression(depth - 1)))"
    case 16: return functionCall(depth)
    case 17: return chance.happens(0.5) ? block(depth) : function(depth)
    default: return builtinCall(depth)
    }
  }

  /// Mostly in brackets, so that the parts stay what they were made as.
  private mutating func operand(_ depth: Int) -> String {
    let inner = expression(depth - 1)
    return chance.happens(0.5) ? "(\(inner))" : inner
  }

  private mutating func sign() -> String {
    chance.one(of: ["+", "-", "×", "*", "/", "÷", "^", "**", "%", "@", "..", "<", "==", "≠", "and", "or"])
  }

  mutating func comparison(_ depth: Int) -> String {
    var text = operand(depth)
    for _ in 0..<chance.whole(1...3) {
      text += " \(chance.one(of: ["<", "<=", "≤", "==", "!=", "≠", ">=", "≥", ">"])) " + operand(depth)
    }
    return text
  }

  private mutating func condition(_ depth: Int) -> String {
    chance.happens(0.8) ? comparison(depth - 1) : expression(depth - 1)
  }

  private mutating func row(_ depth: Int) -> String {
    if chance.happens(0.3) {
      let columns = chance.whole(1...3)
      let rows = (0..<chance.whole(1...3)).map { _ in
        "[" + (0..<columns).map { _ in literal() }.joined(separator: ", ") + "]"
      }
      return "[" + rows.joined(separator: ", ") + "]"
    }
    return "[" + (0..<chance.whole(0...4)).map { _ in expression(depth - 1) }.joined(separator: ", ") + "]"
  }

  private mutating func comprehension(_ depth: Int) -> String {
    let name = chance.one(of: ["i", "j", "k", "n", "x"])
    let source = chance.happens(0.6) ? "\(chance.whole(-2...3))..\(Numbers.count(&chance))" : expression(depth - 1)
    let outer = locals
    locals.append(name)
    defer { locals = outer }
    var clauses = " for \(name) in \(source)"
    if chance.happens(0.2) { clauses += " if \(condition(depth))" }
    if chance.happens(0.2) {
      clauses += " for l in \(chance.happens(0.5) ? "0..\(name)" : expression(depth - 1))"
      locals.append("l")
    }
    return "[\(expression(depth - 1))\(clauses)]"
  }

  /// Statements in brackets; what they name can be mentioned behind them.
  private mutating func block(_ depth: Int) -> String {
    let outer = locals
    defer { locals = outer }
    var statements: [String] = []
    for _ in 0..<chance.whole(1...3) {
      let name = chance.one(of: ["a", "b", "s", "t"])
      statements.append(chance.happens(0.8) ? "\(name) = \(expression(depth - 1))" : expression(depth - 1))
      locals.append(name)
    }
    return "(" + (statements + [expression(depth - 1)]).joined(separator: chance.one(of: ["; ", ";", ";\n"])) + ")"
  }

  /// `x -> …`, now and then called or differentiated at once.
  private mutating func function(_ depth: Int) -> String {
    let outer = locals
    let parameters = Array(["p", "q", "r"].prefix(chance.whole(1...2)))
    locals += parameters
    let head = parameters.count == 1 ? parameters[0] : "(\(parameters.joined(separator: ", ")))"
    let text = "\(head) -> \(expression(depth - 1))"
    locals = outer
    switch chance.below(4) {
    case 0: return "(\(text))(\(parameters.map { _ in literal() }.joined(separator: ", ")))"
    case 1: return "(\(text))′(\(literal()))"
    default: return text
    }
  }

  private mutating func subscripts(_ depth: Int) -> String {
    (0..<chance.whole(1...2)).map { _ in
      switch chance.below(5) {
      case 0: ":"
      case 1: "\(chance.whole(-5...5)):\(chance.whole(-5...5))"
      case 2: ":\(Numbers.count(&chance))"
      case 3: expression(depth - 1)
      default: String(chance.whole(-4...4))
      }
    }.joined(separator: ", ")
  }

  private mutating func functionCall(_ depth: Int) -> String {
    let primes = chance.one(of: ["", "", "′", "''", "″", "′″"])
    let name = chance.happens(0.7) ? chance.one(of: names.functions) : chance.one(of: lexicon.names)
    return "\(name)\(primes)(" + (0..<chance.whole(0...3)).map { _ in expression(depth - 1) }.joined(separator: ", ")
      + ")"
  }

  private mutating func builtinCall(_ depth: Int) -> String {
    let signature = chance.one(of: lexicon.signatures)
    return "\(signature.name)(\(arguments(of: signature, depth: depth - 1, isCommand: false).joined(separator: ", ")))"
  }

  private mutating func atom() -> String {
    switch chance.below(8) {
    case 0, 1, 2: return literal()
    case 3 where !locals.isEmpty, 4 where !locals.isEmpty: return chance.one(of: locals)
    case 5: return chance.one(of: lexicon.names)
    case 6:
      return chance.one(of: ["true", "false", "π", "e", "∞", "nan", "_", "2x", "3π", "2x²", "0.1 x 0.1", "\"a\"", "[]"])
    default: return chance.one(of: names.all)
    }
  }

  mutating func literal() -> String { Numbers.literal(&chance) }

  // MARK: Arguments

  private mutating func arguments(of signature: Signature, depth: Int, isCommand: Bool) -> [String] {
    var arguments: [String] = []
    for parameter in signature.parameters {
      let count: Int
      switch parameter.presence {
      case .required: count = chance.happens(0.97) ? 1 : 0
      case .rest(let least): count = chance.whole(least...least + 3)
      case .names: count = chance.whole(0...3)
      case .default, .optional: count = chance.happens(0.5) ? 1 : 0
      }
      for _ in 0..<count {
        var value = argument(parameter, depth)
        if isCommand, value.contains(" "), chance.happens(0.8) { value = "(\(value))" }
        let isNamed =
          chance.happens(parameter.isFirst(in: signature) ? 0.05 : 0.6) || (arguments.last?.contains("=") ?? false)
        arguments.append(isNamed ? "\(parameter.name)=\(value)" : value)
      }
    }
    if chance.happens(0.03) { arguments.append(expression(1)) }
    if chance.happens(0.02) { arguments.append("\(chance.one(of: lexicon.names))=\(literal())") }
    return arguments
  }

  /// Something that fits the parameter, by its domain; sometimes anything.
  private mutating func argument(_ parameter: ParameterDescription, _ depth: Int) -> String {
    if chance.happens(0.1) { return expression(max(0, depth)) }
    let words = parameter.completion.words
    if !words.isEmpty, chance.happens(0.5) { return made(chance.one(of: words), depth) }
    return value(in: chance.one(of: parameter.domain.parts), depth)
  }

  /// Something in a domain.
  private mutating func value(in domain: Domain, _ depth: Int) -> String {
    switch domain {
    case .whole: return Numbers.count(&chance)
    case .number: return chance.happens(0.8) ? literal() : chance.one(of: names.numbers)
    case .vector, .matrix:
      return chance.one(of: names.vectors + names.matrices + [row(1), "1..\(Numbers.count(&chance))"])
    case .truth: return chance.one(of: ["true", "false"])
    case .text, .file: return chance.one(of: names.texts + ["\"file.csv\"", "\"a.npy\"", "\"b.md\"", "\"\""])
    case .function where depth > 0 && chance.happens(0.4): return "(\(function(depth)))"
    case .function, .object("activation"):
      return chance.one(of: names.functions + ["tanh", "sigmoid", "relu", "exp"])
    case .object("network"): return chance.one(of: names.objects)
    case .object:
      return chance.one(of: names.objects + ["N < 1", "-3 < N < 3", "input(2)", "dense(3, tanh)", "dense(1)"])
    case .list(let element): return "[\(value(in: element, depth)), \(value(in: element, depth))]"
    case .any: return chance.one(of: names.all + [row(1), literal()])
    case .word, .expression: return expression(max(0, depth))
    case .either(let parts): return value(in: chance.one(of: parts), depth)
    }
  }

  /// A built-in's name, or a call of it.
  private mutating func made(_ name: String, _ depth: Int) -> String {
    guard depth > 0, let signature = lexicon[name], chance.happens(0.6) else { return name }
    return "\(name)(\(arguments(of: signature, depth: depth - 1, isCommand: false).joined(separator: ", ")))"
  }
}

extension ParameterDescription {
  fileprivate func isFirst(in signature: Signature) -> Bool { signature.parameters.first?.name == name }
}

/// Expressions that mostly succeed, since they know of what kind they are: so that evaluation gets far.
extension Grammar {
  private static let ofNumber = [
    "sin", "cos", "tanh", "exp", "log", "sqrt", "abs", "sign", "floor", "round", "sigmoid", "relu", "-", "√", "f", "f′",
    "f″",
    "tan", "ceil", "log10", "exp",
  ]
  private static let ofVector = [
    "sum", "mean", "std", "var", "length", "max", "min", "norm", "prod", "argmax", "median", "any", "all",
  ]
  private static let toVector = [
    "sort", "cumsum", "reverse", "diff", "unique", "argsort", "cumprod", "tanh", "exp", "-", "f", "f′",
  ]

  /// An expression that yields a number.
  mutating func number(_ depth: Int) -> String {
    guard depth > 0 else { return numberAtom() }
    switch chance.below(17) {
    case 0, 1: return numberAtom()
    case 2, 3, 4: return "(\(number(depth - 1)) \(chance.one(of: ["+", "-", "×", "/", "^", "%"])) \(number(depth - 1)))"
    case 5: return "\(chance.one(of: Self.ofNumber))(\(number(depth - 1)))"
    case 6: return "(\(number(depth - 1)))\(chance.one(of: ["²", "³", "⁻¹", "⁰", "¹⁵"]))"
    case 7: return "\(chance.one(of: Self.ofVector))(\(vector(depth - 1)))"
    case 8:
      let sign = chance.one(of: ["<", "≤", "==", ">"])
      return
        "(if \(number(depth - 1)) \(sign) \(number(depth - 1)) then \(number(depth - 1)) else \(number(depth - 1)))"
    case 9: return "(\(vector(depth - 1)))[\(chance.whole(-2...2))]"
    case 10: return "|\(number(depth - 1))|"
    case 11: return "(\(chance.one(of: ["s", "t"])) = \(number(depth - 1)); \(number(depth - 1)))"
    case 12: return "(p -> \(inside(["p"]) { $0.number(depth - 1) }))(\(number(depth - 1)))"
    case 13: return "fold((p, q) -> \(inside(["p", "q"]) { $0.number(depth - 1) }), \(vector(depth - 1)), 0)"
    case 14: return "sum(\(inside(["i"]) { $0.number(depth - 1) }) for i in \(vector(depth - 1)))"
    default:
      return chance.one(of: [
        "g(\(number(depth - 1)), \(number(depth - 1)))", "m[\(chance.whole(0...2)), -1]", "L(w=x, b=n)",
      ])
    }
  }

  /// What is made where further names mean something.
  private mutating func inside(_ names: [String], _ make: (inout Grammar) -> String) -> String {
    let outer = locals
    locals += names
    defer { locals = outer }
    return make(&self)
  }

  private mutating func numberAtom() -> String {
    if !locals.isEmpty, chance.happens(0.5) { return chance.one(of: locals) }
    return chance.happens(0.3) ? chance.one(of: names.numbers) : literal()
  }

  /// An expression that yields a vector, now and then a matrix.
  mutating func vector(_ depth: Int) -> String {
    guard depth > 0 else { return chance.one(of: names.vectors + names.matrices) }
    switch chance.below(15) {
    case 0: return chance.one(of: names.vectors + names.matrices)
    case 1: return "\(chance.whole(-2...3))..\(Numbers.count(&chance))"
    case 2: return "[" + (0..<chance.whole(0...5)).map { _ in number(depth - 1) }.joined(separator: ", ") + "]"
    case 3: return "(\(vector(depth - 1)) \(chance.one(of: ["+", "-", "×", "/", "^", "<", "%"])) \(number(depth - 1)))"
    case 4:
      let same = vector(depth - 1)
      return "(\(same) \(chance.one(of: ["+", "-", "×", "/", "<", "@", "=="])) \(same))"
    case 5: return "\(chance.one(of: Self.toVector))(\(vector(depth - 1)))"
    case 6:
      let source = vector(depth - 1)
      locals.append(chance.one(of: ["i", "j", "k"]))
      defer { locals.removeLast() }
      return "[\(number(depth - 1)) for \(locals[locals.count - 1]) in \(source)]"
    case 7: return "map(\(chance.one(of: ["f", "f′", "tanh", "abs"])), \(vector(depth - 1)))"
    case 8:
      let same = vector(depth - 1)
      let sign = chance.one(of: ["<", "≥", "≠"])
      return "(\(same))[(\(same)) \(sign) \(chance.happens(0.8) ? number(depth - 1) : vector(depth - 1))]"
    case 9: return "(\(vector(depth - 1)))[[\(chance.whole(-3...3)), \(chance.whole(-2...2))]]"
    case 10:
      return "iterate(p -> \(inside(["p"]) { $0.number(depth - 1) }), \(number(depth - 1)), \(chance.whole(0...9)))"
    case 11: return "map(p -> \(inside(["p"]) { $0.number(depth - 1) }), \(vector(depth - 1)))"
    case 12: return "(not (\(vector(depth - 1)) > \(number(depth - 1))) or \(vector(depth - 1)) < 0)"
    case 13:
      let source = vector(depth - 1)
      return "[\(inside(["i", "j"]) { $0.number(depth - 1) }) for i in \(source) for j in 1..3 if i ≥ j]"
    default: return "(\(vector(depth - 1)))[\(chance.whole(-3...2)):\(chance.whole(-2...5))]"
    }
  }
}
