import Language
import Networks
import Probability
import Vocabulary
import Workbench

/// A function of the learner's, written in Python with the functions of PyTorch or Keras.
struct PythonFormula {
  private let library: TensorLayout
  private let session: Session
  /// What must be defined before.
  private var definitions: [String] = []
  /// The functions that are being written, one inside the other.
  private var inside: [String] = []

  private init(for library: TensorLayout, in session: Session) {
    self.library = library
    self.session = session
  }

  /// How an activation of the learner's is exported; a failure of kind `argument` where it cannot be.
  static func activation(_ function: any Function, in session: Session) -> Result<PythonActivation, Failure> {
    // `None` is a word of Python.
    let isWord =
      function.name != "none"
      && function.name.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || $0 == "_" || "0"..."9" ~= $0)
      }
    let definition = function.display.printed().text
    let name = isWord ? function.name : "own_" + String(Fingerprint.of(definition) % 0x1_0000, radix: 16)
    let module = name.prefix(1).uppercased() + name.dropFirst()
    do throws(Failure) {
      let keras = try body(of: function, for: .keras, in: session)
      let torch = try body(of: function, for: .torch, in: session)
      return .success(
        PythonActivation(
          keras: "activation_\(name)",
          kerasDefinition: (keras.definitions + ["def activation_\(name)(x):\n    return \(keras.body)"])
            .joined(separator: "\n\n\n"),
          torch: "\(module)()",
          torchDefinition: (torch.definitions + [
            "class \(module)(nn.Module):\n    def forward(self, x):\n        return \(torch.body)"
          ]).joined(separator: "\n\n\n")))
    } catch {
      return .failure(error)
    }
  }

  private static func body(
    of function: any Function, for library: TensorLayout, in session: Session
  ) throws(Failure) -> (definitions: [String], body: String) {
    var writer = PythonFormula(for: library, in: session)
    let body = try writer.call(function, [PythonExpression("x", .atom)])
    return (writer.definitions, body.asNumber(for: library).asTensor(for: library).text)
  }

  private static let longest = 10_000

  private func refusal(_ what: String) -> Failure {
    Failure(
      .argument,
      "the function \(inside.first ?? "") cannot be exported: Python source of \(what) is not known to gradus",
      hint: "save the weights and write the activation in Python yourself")
  }

  /// A function of arguments that are written already.
  private mutating func call(
    _ function: any Function, _ arguments: [PythonExpression]
  ) throws(Failure) -> PythonExpression {
    let isOutermost = inside.isEmpty
    if isOutermost { inside.append(function.name) }
    defer { if isOutermost { inside.removeLast() } }
    guard let user = function as? UserFunction else { return try call(builtin: function.name, arguments) }
    guard user.parameters.count == arguments.count, isOutermost || !inside.contains(user.name) else {
      throw refusal("\(user.name)")
    }
    if !isOutermost { inside.append(user.name) }
    defer { if !isOutermost { inside.removeLast() } }
    return try python(user.body, arguments)
  }

  /// An expression, with what stands in the first places of its frame.
  private mutating func python(
    _ expression: ExpressionSyntax, _ locals: [PythonExpression]
  ) throws(Failure) -> PythonExpression {
    let python = try unchecked(expression, locals)
    guard python.text.utf8.count <= Self.longest else { throw refusal("so long a formula") }
    return python
  }

  private mutating func unchecked(
    _ expression: ExpressionSyntax, _ locals: [PythonExpression]
  ) throws(Failure) -> PythonExpression {
    switch expression.node {
    case .number(let number), .constant(let number, _): return PythonExpression(number)
    case .truth(let truth): return PythonExpression(truth)
    case .local(let place, let name):
      guard place < locals.count else { throw refusal(name) }
      return locals[place]
    case .captured(let value, let name): return try constant(value, name)
    case .variable(let name): return try constant(session.context.variables[name], name)
    case .negation(let x):
      let x = try python(x, locals).asNumber(for: library)
      if let number = x.number { return PythonExpression(-number) }
      return PythonExpression("-" + x.text(atLeast: .sign), .sign)
    case .magnitude(let x): return try call(builtin: "abs", [try python(x, locals)])
    case .root(let x): return try call(builtin: "sqrt", [try python(x, locals)])
    case .not(let x):
      let x = try python(x, locals)
      if let truth = x.truth { return PythonExpression(!truth) }
      return PythonExpression("~" + x.text(atLeast: .sign), .sign, isTruth: true)
    case .binary(let sign, let left, let right):
      return try binary(sign, try python(left, locals), try python(right, locals))
    case .comparison(let first, let links):
      var (whole, left): (PythonExpression?, PythonExpression) = (nil, try python(first, locals))
      for link in links {
        let right = try python(link.right, locals)
        let part = try binary(link.sign, left, right)
        whole = if let whole { try binary(.and, whole, part) } else { part }
        left = right
      }
      return whole ?? left
    case .conditional(let condition, let then, let otherwise):
      return try conditional(try python(condition, locals), try python(then, locals), try python(otherwise, locals))
    case .call(let callee, let arguments):
      var texts: [PythonExpression] = []
      for argument in arguments.written {
        guard argument.label == nil else { throw refusal(expression.source) }
        texts.append(try python(argument.expression, locals))
      }
      switch callee.node {
      case .builtin(_, let name): return try call(builtin: name, texts)
      case .captured(.function(let function), _): return try call(function, texts)
      case .variable(let name):
        guard case .function(let function)? = session.context.variables[name] else { throw refusal(name) }
        return try call(function, texts)
      default: throw refusal(expression.source)
      }
    default: throw refusal(expression.source)
    }
  }

  /// What a name stands for.
  private func constant(_ value: Value?, _ name: String) throws(Failure) -> PythonExpression {
    switch value {
    case .number(let number): return PythonExpression(number)
    case .truth(let truth): return PythonExpression(truth)
    default: throw refusal(name)
    }
  }

  /// What no input changes is computed here: Python raises errors where gradus has ∞ and nan, and makes complex numbers.
  private func binary(
    _ sign: BinaryOperator, _ left: PythonExpression, _ right: PythonExpression
  ) throws(Failure) -> PythonExpression {
    guard let python = Self.signs[sign] else { throw refusal("'\(sign.rawValue)'") }
    if sign == .and || sign == .or {
      let isAnd = sign == .and
      if let truth = left.truth { return truth == isAnd ? right : left }
      if let truth = right.truth { return truth == isAnd ? left : right }
      return .binary(left, python.sign, right, python.precedence, isTruth: true)
    }
    let (left, right) = (left.asNumber(for: library), right.asNumber(for: library))
    guard let a = left.number, let b = right.number else {
      return .binary(left, python.sign, right, python.precedence, isTruth: sign.isComparison)
    }
    switch try Arithmetic.apply(sign, .number(a), .number(b)) {
    case .number(let number): return PythonExpression(number)
    case .truth(let truth): return PythonExpression(truth)
    default: throw refusal("'\(sign.rawValue)'")
    }
  }

  private func conditional(
    _ condition: PythonExpression, _ then: PythonExpression, _ otherwise: PythonExpression
  ) throws(Failure) -> PythonExpression {
    if let truth = condition.truth { return truth ? then : otherwise }
    if let first = then.truth, let second = otherwise.truth {
      if first == second { return then }
      return first ? condition : PythonExpression("~" + condition.text(atLeast: .sign), .sign, isTruth: true)
    }
    var parts = [then, otherwise]
    if !then.isTruth || !otherwise.isTruth { parts = parts.map { $0.asNumber(for: library) } }
    // Of two plain numbers PyTorch would make single precision.
    if parts.allSatisfy({ $0.constant != nil }) { parts[0] = parts[0].asTensor(for: library) }
    let word = library == .keras ? "keras.ops.where" : "torch.where"
    return PythonExpression(
      "\(word)(\(([condition] + parts).map(\.text).joined(separator: ", ")))", .atom,
      isTruth: then.isTruth && otherwise.isTruth)
  }

  private mutating func call(
    builtin name: String, _ arguments: [PythonExpression]
  ) throws(Failure) -> PythonExpression {
    let arguments = arguments.map { $0.asNumber(for: library) }
    let numbers = arguments.compactMap(\.number)
    if numbers.count == arguments.count, let place = session.lexicon.number(of: name),
      let numeric = session.numericFunction(ofBuiltin: place), let result = numeric(numbers)
    {
      return numeric.yieldsTruth ? PythonExpression(result != 0) : PythonExpression(result)
    }
    if let function = Self.functions[name], function.arity == arguments.count {
      // PyTorch's functions take no plain numbers.
      let texts = arguments.map { (library == .torch ? $0.asTensor(for: library) : $0).text }
      let word = library == .keras ? "keras.ops.\(function.keras)" : "torch.\(function.torch)"
      return PythonExpression("\(word)(\(texts.joined(separator: ", ")))", .atom)
    }
    guard arguments.count == 1, let activation = try activations[name]?.makeDefault(), activation.isElementwise else {
      throw refusal(name)
    }
    let python = try activation.python
    let definition = library == .keras ? python.kerasDefinition : python.torchDefinition
    if let definition, !definitions.contains(definition) { definitions.append(definition) }
    let argument = arguments[0].text
    switch library {
    case .keras:
      let word = python.keras.hasPrefix("\"") ? "keras.activations.get(\(python.keras))" : python.keras
      return PythonExpression("\(word)(\(argument))", .atom)
    case .torch: return python.torch.map { PythonExpression("\($0)(\(argument))", .atom) } ?? arguments[0]
    }
  }

  private static let signs: [BinaryOperator: (sign: String, precedence: PythonExpression.Precedence)] = [
    .add: ("+", .sum), .subtract: ("-", .sum), .multiply: ("*", .product), .divide: ("/", .product),
    .remainder: ("%", .product), .power: ("**", .power), .less: ("<", .comparison), .lessOrEqual: ("<=", .comparison),
    .greater: (">", .comparison), .greaterOrEqual: (">=", .comparison), .equal: ("==", .comparison),
    .notEqual: ("!=", .comparison), .and: ("&", .and), .or: ("|", .or),
  ]

  /// What functions are called in `torch` and in `keras.ops`.
  private static let functions: [String: (torch: String, keras: String, arity: Int)] = {
    var functions: [String: (torch: String, keras: String, arity: Int)] = [:]
    for name in [
      "abs", "exp", "log", "log2", "log10", "log1p", "expm1", "sqrt", "sin", "cos", "tan", "sinh", "cosh", "tanh",
      "erf", "floor", "ceil", "sign", "sigmoid",
    ] { functions[name] = (name, name, 1) }
    for (name, keras) in [
      ("asin", "arcsin"), ("acos", "arccos"), ("atan", "arctan"), ("asinh", "arcsinh"), ("acosh", "arccosh"),
      ("atanh", "arctanh"),
    ] { functions[name] = (name, keras, 1) }
    for (name, both) in [("maximum", "maximum"), ("minimum", "minimum"), ("max", "maximum"), ("min", "minimum")] {
      functions[name] = (both, both, 2)
    }
    return functions
  }()
}
