import Builtins
import Language
import Platform
import Testing
import Vocabulary
import Workbench

/// What is compiled to programs of plain numbers is the same as what the evaluator makes of it step by step: values to the
/// last bit, steps, and failures with their words and places.
@Suite struct NumericProgramTests {
  static let definitions = """
    a = 2.5; t = true; w = [0.5, -2, 3, 0.25, 8, 1]; sq(x) = x²; affine(x, y) = a × x + y;
    fib(n) = if n < 2 then n else fib(n - 1) + fib(n - 2);
    even(n) = if n ≤ 0 then 1 else odd(n - 1); odd(n) = if n ≤ 0 then 0 else even(n - 1);
    deep(n) = if n > 3000 then 0 else deep(n + 1) + 1;
    h = sq; s = sin; k(x, c=a) = x × c; shifted = y -> y + a; scaled(c) = y -> c × y; three = scaled(3);
    wide(n) = if n ≤ 0 then 0 else wide(n - 1) + length([n]);
    """

  static let bodies = [
    "(x - 3)²", "x + 1", "-x × 2 / 3 - x", "x ^ 3", "x ^ x", "x ^ 0.5", "x % 0.7", "-x % 3", "3 ^ x", "x^-1", "|x|",
    "√x", "√(x² + 1)", "tanh(x) × sigmoid(x)", "relu(x) - leaky_relu(x)", "gelu(x) + softplus(x)",
    "exp(x) / (1 + exp(x))",
    "log(x)", "log1p(x) + expm1(x)", "sin(x) × cos(x)", "floor(x × 3) + round(x)", "sign(x)",
    "if x < 1 then x else -x", "if x > 0 and x < 2 then 1 else x²", "if x < 0 or not (x ≠ 1) then 5 else x",
    "if -1 < x ≤ 1 then x else 0", "if t then x else 0", "x > 0.5", "0 < x < 1 < 2", "x == 1", "not x > 0",
    "t and x > 0",
    "max(x, 1) + min(x, 0)", "maximum(x, 0.5) - minimum(x, a)", "atan2(x, 2)", "hypot(x, 1)", "clip(x, -1, 1)",
    "affine(x, 2) + sq(x) - h(x)", "s(x)", "w[2] × x", "w[floor(|x|)]", "w[10]", "w[x]", "fib(round(|x|) × 3)",
    "even(7) + x", "deep(2990) + x", "deep(0)", "missing(x)", "missing + x", "x[0]", "sum([x, 2])", "[x, x]", "x + t",
    "if x then 1 else 2", "t > x", "sq(x, 2)", "max(x)", "max(x, 1, 2)", "a × (b = 2)", "x × w", "abs(x) × π + ∞ × 0",
    "_ + x",
    "log_gamma(x)", "sq′(x)", "sum([k × x for k in 1..20])",
    "sum([sum([k × x for k in 1..9 if k % 2 == 0]) for n in 1..3])",
    "(y = x + 1; y² - y)", "(y = x; z = y × 2; if z > 1 then y else (y = 3; y × z))", "(y = x > 1; if y then 1 else x)",
    "(y = [x, 2]; y[0])", "(x; 3)", "(y = 2; (y = x; y²) + y)", "(y = x; y = y + 1; y)", "(t(y) = y × x; t(2))",
    "(y -> y² + 1)(x)", "(n = 3; (y -> y × n)(x))", "shifted(x)", "three(x) + shifted(three(x))", "scaled(x)(2)",
    "x + (x > 1)", "-(x > 0)", "(x > 1) == (x > 2)", "(x > 0) × (x < 2) × x", "is_nan(x)",
    "if is_finite(x) then x else 0", "is_finite(x) + 1", "wide(3) + x", "sq(wide(2)) + x", "k(x)", "k(x, 2)",
    "k(x, c=2)", "k(x) + k()",
    "fold((s, y) -> s + y × x, [1, 2, 3], 0)", "iterate(y -> y / 2 + x, 1, 12)[-1]", "sum(y × x for y in 1..9)",
    "sum([i × j × x for i in 1..3 for j in 1..9 if j > i])",
  ]
  static let points = "[0.5, -0.25, 1, 0, 2.75, -3, 1.5, 0.125, 7, nan, ∞, -∞, -0.0, 1e-300, 3]"
  static let forms = [
    "map(f, \(points))", "[f(x) for x in \(points)]", "[f(x) for x in \(points) if x ≤ 1]", "map(f′, \(points))",
    "[f′(x) for x in \(points)]", "f(2) + f(1) + f(0.5)", "[f(0.5), f(1)]", "gradient(f, 1) + gradient(f, 2)",
    "map(f″, \(points))",
  ]

  private static func session(_ body: String, usesPrograms: Bool) -> Session {
    var session = Session()
    session.context.usesPrograms = usesPrograms
    precondition(session.run(definitions).failure == nil)
    _ = session.run("4; f(x) = \(body);")
    return session
  }

  /// All that can be told of what a command did.
  static func outcome(_ session: inout Session, _ command: String) -> [String] {
    let transcript = session.run(command)
    var style = NumberStyle.standard
    style.digits = 17
    let values = transcript.results.map { bits($0.value) }
    return values + ["\(session.context.steps) steps", "\(transcript.failure.map { "\($0)" } ?? "no failure")"]
  }

  private static func bits(_ value: Value) -> String {
    func text(_ number: Double) -> String { number.isNaN ? "nan" : String(number.bitPattern, radix: 16) }
    return switch value {
    case .number(let number): text(number)
    case .vector(let numbers): numbers.map(text).joined(separator: " ")
    case .truths(let truths): truths.elements.map { "\($0)" }.joined(separator: " ")
    default: value.display.printed().text
    }
  }

  @Test(arguments: bodies)
  func `the same as step by step`(_ body: String) {
    _ = LargeStack.run { Self.compare(body) }
  }

  private static func compare(_ body: String) {
    for form in Self.forms {
      var (fast, slow) = (Self.session(body, usesPrograms: true), Self.session(body, usesPrograms: false))
      #expect(Self.outcome(&fast, form) == Self.outcome(&slow, form), "\(form) with f(x) = \(body)")
    }
  }

  /// However few steps a command may take, it ends at the same one.
  @Test(arguments: bodies)
  func `the same under limits`(_ body: String) {
    _ = LargeStack.run { Self.compareUnderLimits(body) }
  }

  private static func compareUnderLimits(_ body: String) {
    for form in Self.forms.prefix(5) {
      for steps in [1, 40, 100, 256, 300, 511, 513, 700, 2000] {
        var (fast, slow) = (Self.session(body, usesPrograms: true), Self.session(body, usesPrograms: false))
        for depth in [10_000, 12] where depth == 10_000 || steps == 2000 {
          fast.context.limits.steps = steps
          fast.context.limits.depth = depth
          slow.context.limits = fast.context.limits
          #expect(
            Self.outcome(&fast, form) == Self.outcome(&slow, form),
            "\(form) with f(x) = \(body), \(steps) steps, \(depth) deep")
        }
      }
    }
  }
}

/// Sums of expressions of long vectors are those of the vectors, to the last bit and step.
@Suite struct ArrayProgramTests {
  static let commands = [
    "sum(tanh(v) × v)", "mean((v - mean(v))²)", "sum(v × w - w / 3)", "sum(-v + |w|)", "sum(v ^ 3 % 2)",
    "sum(exp(v) ^ w)",
    "sum(v × v) / length(v)", "sum(relu(v) - gelu(w) + 1)", "mean(2 × 3 + v)", "sum(f(v) + f(w))",
    "sum(tanh(v × short))",
    "sum(max(v, 1) × v)", "sum(maximum(v, w) × v)", "sum((v > 0) × v)", "sum(v @ w × v)", "sum(v × m)",
    "sum(√(v² + w²))",
    "sum(missing + v × 2)", "sum(v × 2, axis=0)", "sum(log(v) + v)", "sum(k × v) + sum(v × _)", "g(v)",
    "[sum(x × w) for x in [v, w]]",
    "gradient(h, 2)", "sum(v × 1e308 × 10)", "sum(0 × v)",
  ]

  private static func session(usesPrograms: Bool) -> Session {
    var session = Session()
    session.context.usesPrograms = usesPrograms
    let failure = session.run(
      """
      v = sample(normal(0, 1), 3003, seed=1); w = sample(uniform(-1, 2), 3003, seed=2); short = [1, 2]; k = 3; 4
      m = reshape(v, [1001, 3]); f(x) = x² - 1; g(x) = sum(x × x + 1); h(x) = sum(v × x);
      """
    ).failure
    precondition(failure == nil, failure?.message ?? "")
    return session
  }

  @Test(arguments: commands)
  func `the same as of the vector`(_ command: String) {
    for limit in [nil, 10, 2000, 3100, 5000, 6100, 9100, 20_000] {
      var (fast, slow) = (Self.session(usesPrograms: true), Self.session(usesPrograms: false))
      fast.context.limits.steps = limit
      slow.context.limits.steps = limit
      #expect(
        NumericProgramTests.outcome(&fast, command) == NumericProgramTests.outcome(&slow, command),
        "\(command) in \(limit ?? 0) steps")
    }
  }

  /// Where work is shared out among threads, and where it is done in several stretches.
  @Test(arguments: [1 << 17, (1 << 17) + 5, 1 << 20, (1 << 20) + 7, (1 << 20) + (1 << 17) + 1029])
  func `very many numbers are as few`(_ count: Int) {
    func session(usesPrograms: Bool) -> Session {
      var session = Session()
      session.context.usesPrograms = usesPrograms
      precondition(session.run("v = sample(normal(0, 1), \(count), seed=1); w = v × 3 - 1;").failure == nil)
      return session
    }
    var (fast, slow) = (session(usesPrograms: true), session(usesPrograms: false))
    for command in ["sum(tanh(v) × w)", "mean(exp(v) - w)"] {
      #expect(NumericProgramTests.outcome(&fast, command) == NumericProgramTests.outcome(&slow, command), "\(command)")
    }
    // Through map each number is worked on by itself.
    for function in ["tanh", "log1p"] {
      let difference = fast.run("sum(\(function)(|w|) ≠ map(\(function), |w|))")
      #expect(difference.results.last?.printed.text == "0", "\(difference.failure?.message ?? function)")
    }
  }
}
