import Vocabulary

/// Calls of every built-in in turn, each argument a value from the edge of what its parameter may be, or of another sort.
struct ExtremeCalls {
  let lexicon: Lexicon
  var chance: Chance

  /// The call with a number: of the built-ins in the order of the lexicon, over and over.
  static func make(_ chance: inout Chance, lexicon: Lexicon, number: UInt64) -> String {
    var calls = ExtremeCalls(lexicon: lexicon, chance: chance)
    let signature = lexicon.signatures[Int(number % UInt64(lexicon.signatures.count))]
    let call = calls.call(signature, depth: 2)
    chance = calls.chance
    return call
  }

  private mutating func call(_ signature: Signature, depth: Int) -> String {
    if signature.parameters.first?.passing == .line { return "\(signature.name) \(word(signature.parameters[0]))" }
    var arguments: [String] = []
    var mustName = false
    for (index, parameter) in signature.parameters.enumerated() {
      var count: Int
      switch parameter.presence {
      case .required: count = chance.happens(0.98) ? 1 : 0
      case .rest(let least): count = chance.whole(least...least + 2)
      case .names: count = chance.whole(0...2)
      case .default, .optional: count = chance.happens(0.4) ? 1 : 0
      }
      if count == 0 { mustName = true }
      for _ in 0..<count {
        let value = argument(for: parameter, depth: depth)
        let isNamed = mustName || (index > 0 && chance.happens(0.2))
        mustName = mustName || isNamed
        arguments.append(isNamed ? "\(parameter.name)=\(value)" : value)
      }
    }
    return "\(signature.name)(\(arguments.joined(separator: ", ")))"
  }

  private mutating func argument(for parameter: ParameterDescription, depth: Int) -> String {
    if parameter.passing == .word || parameter.passing == .line { return word(parameter) }
    let words = parameter.completion.words
    if !words.isEmpty, chance.happens(0.4) { return made(chance.one(of: words), depth: depth) }
    let strange = chance.happens(0.1)
    return value(in: strange ? chance.one(of: Self.domains) : chance.one(of: parameter.domain.parts), depth: depth)
  }

  private mutating func word(_ parameter: ParameterDescription) -> String {
    chance.one(of: parameter.completion.words + ["1", "\"\"", "nothing", "π", lexicon.names[0]])
  }

  /// A thing from a catalog, with its defaults or made by a call of its own.
  private mutating func made(_ name: String, depth: Int) -> String {
    guard depth > 0, chance.happens(0.5), let signature = lexicon[name] else { return name }
    return call(signature, depth: depth - 1)
  }

  // MARK: Values

  private static let domains: [Domain] = [
    .truth, .count, .number(-.infinity ... .infinity), .text, .vector, .matrix, .function, .object("network"),
    .object("dataset"), .object("distribution"), .object("layer"), .any,
  ]

  private mutating func value(in domain: Domain, depth: Int) -> String {
    switch domain {
    case .truth: return chance.one(of: ["true", "false", "1 < 2"])
    case .whole(let bounds): return whole(bounds)
    case .number(let bounds): return number(bounds)
    case .word, .text: return chance.one(of: Self.texts)
    case .file: return chance.one(of: Self.files)
    case .vector: return chance.one(of: Self.vectors)
    case .matrix: return chance.one(of: Self.matrices)
    case .list(let element):
      let count = chance.whole(0...3)
      return "[" + (0..<count).map { _ in value(in: element, depth: depth - 1) }.joined(separator: ", ") + "]"
    case .function: return chance.one(of: Self.functions)
    case .object(let kind): return object(kind, depth: depth)
    case .expression: return chance.one(of: Self.expressions)
    case .any: return value(in: chance.one(of: Self.domains.dropLast()), depth: depth)
    case .either(let parts): return value(in: chance.one(of: parts), depth: depth)
    }
  }

  private mutating func whole(_ bounds: ClosedRange<Int>) -> String {
    let edges = [bounds.lowerBound, bounds.upperBound].flatMap { edge in
      [edge, edge.subtractingReportingOverflow(1).partialValue, edge.addingReportingOverflow(1).partialValue]
    }
    let common = ["0", "1", "2", "3", "10", "-1", "-2", "0.5", "1000", "2^31", "2^32", "2^53", "2^63", "1e9", "-2^53"]
    return chance.happens(0.3) ? String(chance.one(of: edges)) : chance.one(of: common + Self.numbers.suffix(4))
  }

  private mutating func number(_ bounds: ClosedRange<Double>) -> String {
    let inside = [bounds.lowerBound, bounds.upperBound, bounds.lowerBound.nextUp, bounds.upperBound.nextDown]
    let edges = inside + [bounds.lowerBound.nextDown, bounds.upperBound.nextUp]
    if chance.happens(0.3) { return NumberStyle(digits: 17, notation: .e).text(chance.one(of: edges)) }
    return chance.one(of: Self.numbers)
  }

  private static let numbers = [
    "0", "-0.0", "1", "-1", "0.5", "2", "100", "1e-15", "1e-300", "5e-324", "1e15", "1e16", "1e300",
    "1.7976931348623157e308", "-1e308", "0.9999999999999999", "1.0000000000000002", "nan", "∞", "-∞",
  ]

  private static let texts = [
    "\"\"", "\"a\"", "\"漢字 👩‍🔬\"", "\"\\\\ \\\" \\n\\t\"", "\"relu\"", "\"\u{202E}x\"", "\"a, b; c\"",
  ]

  private static let files = [
    "\"\"", "\"x.npy\"", "\"x.csv\"", "\"x.safetensors\"", "\"x.svg\"", "\"x.md\"", "\"x.py\"", "\".csv\"", "\"x\"",
    "\"missing.csv\"", "\"漢字.npy\"", "\"a b.csv\"",
  ]

  private static let vectors = [
    "[]", "[0]", "[1]", "[-1, 1]", "[nan]", "[1, nan, 2]", "[∞]", "[∞, -∞]", "[1e308, 1e308]", "[5e-324]", "[0, 0, 0]",
    "[0.5, 0.5]", "[1, 2, 3]", "[-2, 2^53]", "1..1000", "linspace(-1, 1, 1e6)", "0.1 × (1..3)", "[1e300, 1e-300]",
    "[2^40, 0]", "[0, 2^31]", "[3, 3, 16, 32]",
  ]

  private static let matrices = [
    "reshape([], [0, 0])", "reshape([], [0, 5])", "reshape([], [5, 0])", "reshape([], [2^40, 0])",
    "reshape([], [0, 2^31])", "[[0]]", "[[1, 2], [3, 4]]", "[[nan, 1], [∞, -1]]", "[[1e308, -1e308], [1e308, 1e308]]",
    "[[1], [2], [3]]", "[[1, 2, 3]]", "reshape(1..1e6, [1000, 1000])", "reshape(1..100, [100, 1])",
  ]

  private static let functions = [
    "f", "g", "L", "f′", "f″", "sin", "relu", "softmax", "sum", "length", "normal", "circles", "sgd", "zeros", "help",
    "sort", "plot",
  ]

  private static let expressions = [
    "x", "f(2)", "v", "m @ m", "0.1⁵ × 0.03", "f", "net", "[net, net]", "0 × ∞", "sum(tanh(v))", "-x", "1", "data",
    "[]",
    "[zeros, ones]", "[0.1, 1e308]", "[sgd(1e300), adam]",
  ]

  /// Things of a kind at their extremes; of a kind without any here, whatever the lexicon's topics make.
  private mutating func object(_ kind: String, depth: Int) -> String {
    guard let extremes = Self.objects[kind] else { return chance.one(of: Self.functions + ["net", "data", "N"]) }
    return chance.one(of: extremes)
  }

  private static let objects: [String: [String]] = [
    "network": [
      "net", "sequential(input(1), dense(1))", "sequential(input(2), dense(1, linear, constant(1e300)))",
      "sequential(input(2), dense(3, relu), dropout(0.999), batch_normalization(), dense(3, softmax))",
      "sequential(input(2), repeat(20, dense(2, sigmoid)), dense(1, sigmoid))", "sequential(input(1000), dense(1000))",
      "sequential(input(2), dense(1, exponential, constant(710)))",
    ],
    "dataset": [
      "data", "xor()", "circles(1)", "circles(2, noise=1e300)", "blobs(3, centers=3)", "dataset([[nan, 1]], [0])",
      "dataset([[1, 2], [3, 4]], [1e300, -1e300])", "dataset([[0, 0], [0, 0]], [0, 0], classes=2)", "line(3)",
      "spirals(10, classes=5)", "dataset([[∞, 0]], [∞])", "polynomial(1000, noise=0)",
    ],
    "distribution": [
      "N", "normal(0, 0)", "normal(1e308, 1e300)", "normal(0, 5e-324)", "uniform(-1e308, 1e307)", "uniform(0, 5e-324)",
      "cauchy()", "constant(0)", "bernoulli(0)", "binomial(2^53, 1e-15)", "binomial(0, 0.5)", "poisson(1e15)",
      "poisson(0)", "geometric(1e-15)", "gamma(1e-300)", "gamma(1e300)", "beta(1e-5, 1e-5)", "beta(1e9, 100)",
      "categorical([1])", "categorical([0, 0, 1])", "student_t(1e-6)", "weibull(0.01)", "lognormal(0, 100)",
      "truncated_normal(0, 1, -40, -39)", "mixture([normal(0, 1), constant(3)], [0.5, 0.5])", "|normal(0, 1)|",
      "normal(0, 1) + uniform(0, 1)", "2 × gamma(2) - 1", "sum(uniform(0, 1), 12)", "triangular(0, 0.5, 1)",
      "gamma(0.1) + lognormal()",
    ],
    "event": ["N < 1", "-3 < N < 3", "bernoulli(0.5) == 1", "N < nan", "N < ∞", "not (N < 0)"],
    "layer": [
      "dense(1)", "dense(3, tanh)", "input(2)", "dropout(0)", "dropout(0.5)", "batch_normalization()",
      "repeat(2, dense(2))", "dense(2^53)", "dense(1000, softmax, zeros)", "repeat(1e9, dense(2))",
    ],
    "initializer": [
      "zeros", "he_normal", "orthogonal", "sparse(0.5)", "identity", "glorot_uniform(fan_in=1, fan_out=1)",
    ],
    "activation": ["relu", "leaky_relu(slope=-1e300)", "elu(1e300)", "softmax", "exponential", "\"tanh\""],
    "loss": ["mse", "categorical_crossentropy", "binary_crossentropy", "kl_divergence", "huber"],
    "optimizer": [
      "sgd", "adam", "sgd(1e300)", "adam(5e-324)", "rmsprop(0.1, rho=0)", "nadam", "adagrad(1)",
      "sgd(0.1, clip_norm=1e-300)",
    ],
    "schedule": ["step_decay(0.1)", "cosine_decay(0.1, 10)", "exponential_decay(1e300, 1)"],
    "start": [
      "lsuv", "lsuv(1e-300, iterations=1000)", "lsuv(initializer=zeros)", "within_layer(1e300)",
      "within_layer(0, normal(0, 1e300))",
    ],
    "number format": ["float16", "float32", "bfloat16", "float64"],
    "figure": ["plot(N)", "hist(v)", "plot(v)", "plot(tanh, from=-1e300, to=1e300)"],
    "history": ["train(net, data)", "train(net, data, epochs=0)", "train(net, data, learning_rate=1e300)"],
  ]
}
