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
    let isWord = function.name.unicodeScalars.allSatisfy {
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
    let body = try writer.call(function, ["x"])
    return (writer.definitions, bare(body))
  }

  private static let longest = 10_000

  private func refusal(_ what: String) -> Failure {
    Failure(
      .argument,
      "the function \(inside.first ?? "") cannot be exported: Python source of \(what) is not known to gradus",
      hint: "save the weights and write the activation in Python yourself")
  }

  /// A function of arguments that are written already.
  private mutating func call(_ function: any Function, _ arguments: [String]) throws(Failure) -> String {
    switch function {
    case let user as UserFunction:
      guard user.parameters.count == arguments.count, !inside.contains(user.name) else {
        throw refusal("\(user.name)")
      }
      inside.append(user.name)
      defer { inside.removeLast() }
      return try text(user.body, arguments)
    default:
      if inside.isEmpty {
        inside.append(function.name)
        defer { inside.removeLast() }
        return try call(builtin: function.name, arguments)
      }
      return try call(builtin: function.name, arguments)
    }
  }

  /// An expression, with what stands in the first places of its frame.
  private mutating func text(_ expression: ExpressionSyntax, _ locals: [String]) throws(Failure) -> String {
    let text = try unchecked(expression, locals)
    guard text.utf8.count <= Self.longest else { throw refusal("so long a formula") }
    return text
  }

  private mutating func unchecked(_ expression: ExpressionSyntax, _ locals: [String]) throws(Failure) -> String {
    switch expression.node {
    case .number(let number): return number.python
    case .constant(let number, _): return Self.literal(number)
    case .local(let place, let name):
      guard place < locals.count else { throw refusal(name) }
      return locals[place]
    case .variable(let name):
      guard let number = session.context.variables[name]?.number else { throw refusal(name) }
      return Self.literal(number)
    case .negation(let x): return "(-\(try text(x, locals)))"
    case .magnitude(let x): return try call(builtin: "abs", [try text(x, locals)])
    case .root(let x): return try call(builtin: "sqrt", [try text(x, locals)])
    case .not(let x): return "(~\(try text(x, locals)))"
    case .binary(let sign, let left, let right):
      guard let python = Self.signs[sign] else { throw refusal("'\(sign.rawValue)'") }
      return "(\(try text(left, locals)) \(python) \(try text(right, locals)))"
    case .comparison(let first, let links):
      var (parts, left): ([String], String) = ([], try text(first, locals))
      for link in links {
        guard let python = Self.signs[link.sign] else { throw refusal("'\(link.sign.rawValue)'") }
        let right = try text(link.right, locals)
        parts.append("(\(left) \(python) \(right))")
        left = right
      }
      return parts.count == 1 ? parts[0] : "(" + parts.joined(separator: " & ") + ")"
    case .conditional(let condition, let then, let otherwise):
      let parts = [try text(condition, locals), try text(then, locals), try text(otherwise, locals)]
      return (library == .keras ? "keras.ops" : "torch") + ".where(" + parts.joined(separator: ", ") + ")"
    case .call(let callee, let arguments):
      var texts: [String] = []
      for argument in arguments.written {
        guard argument.label == nil else { throw refusal(expression.source) }
        texts.append(try text(argument.expression, locals))
      }
      switch callee.node {
      case .builtin(_, let name): return try call(builtin: name, texts)
      case .variable(let name):
        guard case .function(let function)? = session.context.variables[name] else { throw refusal(name) }
        return try call(function, texts)
      default: throw refusal(expression.source)
      }
    default: throw refusal(expression.source)
    }
  }

  /// A text without the brackets around all of it.
  private static func bare(_ text: String) -> String {
    guard text.hasPrefix("("), text.hasSuffix(")") else { return text }
    var depth = 0
    for character in text.dropLast() {
      depth += character == "(" ? 1 : character == ")" ? -1 : 0
      if depth == 0 { return text }
    }
    return String(text.dropFirst().dropLast())
  }

  private mutating func call(builtin name: String, _ arguments: [String]) throws(Failure) -> String {
    let arguments = arguments.map(Self.bare)
    if let function = Self.functions[name], function.arity == arguments.count {
      let word = library == .keras ? "keras.ops.\(function.keras)" : "torch.\(function.torch)"
      // PyTorch's functions take no plain numbers.
      guard library == .torch else { return word + "(" + arguments.joined(separator: ", ") + ")" }
      return word + "(" + arguments.map { $0.contains("x") ? $0 : "torch.as_tensor(\($0))" }.joined(separator: ", ")
        + ")"
    }
    guard arguments.count == 1, let activation = try activations[name]?.makeDefault(), activation.isElementwise else {
      throw refusal(name)
    }
    let python = try activation.python
    let definition = library == .keras ? python.kerasDefinition : python.torchDefinition
    if let definition, !definitions.contains(definition) { definitions.append(definition) }
    switch library {
    case .keras:
      let word = python.keras
      return (word.hasPrefix("\"") ? "keras.activations.get(\(word))" : word) + "(\(arguments[0]))"
    case .torch: return python.torch.map { "\($0)(\(arguments[0]))" } ?? arguments[0]
    }
  }

  private static func literal(_ number: Double) -> String {
    number.isFinite ? number.python : "float(\"\(number)\")"
  }

  private static let signs: [BinaryOperator: String] = [
    .add: "+", .subtract: "-", .multiply: "*", .divide: "/", .remainder: "%", .power: "**", .less: "<",
    .lessOrEqual: "<=", .greater: ">", .greaterOrEqual: ">=", .equal: "==", .notEqual: "!=", .and: "&", .or: "|",
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
