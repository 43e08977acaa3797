import Language
import TestSupport
import Platform
import Testing
import Vocabulary
import Workbench

/// What expressions, functions and commands mean, in a language with three built-ins.
@Suite struct EvaluatorTests {
  private static let builtins = BuiltinTable([
    (
      "Three",
      [
        Builtin(
          "half", "A number halved.", Parameter("x", .number, "a number"),
          documentation: Documentation(examples: []), derivative: .slope("1/2")
        ) { (session: inout Session, x) in .number(x / 2) },
        Builtin(
          "total", "The sum of a vector.", Parameter("v", .vector, "a vector"),
          documentation: Documentation(examples: [])
        ) { (session: inout Session, v) in .number(v.reduce(0, +)) },
        Builtin(
          "each", "What a function makes of each element.", Parameter("function", .function, "a function"),
          Parameter("v", .value, "a vector"), documentation: Documentation(examples: [])
        ) { (session: inout Session, function, v) throws(Failure) in try session.map(function, over: [v]) },
      ]
    )
  ])

  /// What the last of some commands prints.
  private func printed(_ text: String) -> String {
    let transcript = LargeStack.run {
      var session = Session(builtins: Self.builtins)
      return session.run(text)
    }
    guard let transcript else { return "no thread" }
    return transcript.failure.map { "error: \($0.message)" } ?? transcript.results.last?.printed.text ?? ""
  }

  @Test(arguments: [
    ("1 + 2 × 3", "7"), ("-2²", "-4"), ("2^3^2", "512"), ("1/2 x where x = 4", "error: "), ("7 % 3", "1"),
    ("[1, 2] + 1", "[2, 3]"), ("[1, 2] × [3, 4]", "[3, 8]"), ("[1, 2] @ [3, 4]", "11"), ("|[-1, 2]|", "[1, 2]"),
    ("1..4", "[1, 2, 3, 4]"), ("[n² for n in 1..3]", "[1, 4, 9]"), ("if 1 < 2 then 3 else 4", "3"),
    ("not true or 1 ≤ 1", "true"), ("[1, 2, 3][-1]", "3"), ("[1, 2, 3][1:]", "[2, 3]"), ("[[1, 2], [3, 4]][1, 0]", "3"),
    ("half(6)", "3"), ("half 6", "3"), ("total([1, 2, 3])", "6"), ("half(x=5)", "2.5"), ("total(1..3) + half(4)", "8"),
    ("f(x) = x² + half(x); f(4)", "18"), ("f(x) = x²; each(f, 1..3)", "[1, 4, 9]"), ("each(half, [2, 4])", "[1, 2]"),
    ("f(x) = x³; f′(2)", "12"), ("f(x) = half(x)²; f′(3)", "1.5"), ("a = 3; f(x) = a × x; a = 5; f(2)", "10"),
    ("a, b = [1, 2]; b", "2"), ("0.1⁵×0.03", "3×10⁻⁷"), ("x = 2; x × x", "4"),
    ("half()", "error: half needs x: a number"), ("half(1, 2)", "error: half takes at most 1 argument; 2 were given"),
    ("foo", "error: there is nothing called 'foo'"), ("[1, 2] + [1, 2, 3]", "error: "),
    ("f(n) = f(n + 1); f(0)", "error: "),
  ])
  func `evaluates`(_ text: String, _ result: String) {
    let printed = printed(text)
    #expect(result == "error: " ? printed.hasPrefix(result) : printed == result, "\(printed)")
  }

  /// Each alone and as a program of plain numbers: the same bits and the same failures.
  @Test(arguments: [
    "f(x) = (x - 3)²", "f(x) = if x > 2 then 1/x else x³", "f(x) = half(x) × x", "f(x) = |x|^x",
    "f(x) = x % 2 + x // 3",
  ])
  func `programs of plain numbers change nothing`(_ definition: String) throws {
    func outcome(usesPrograms: Bool, _ command: String) -> String {
      var session = Session(builtins: Self.builtins)
      session.context.usesPrograms = usesPrograms
      let transcript = session.run("\(definition); \(command)")
      return transcript.failure.map { "error: \($0.message)" } ?? transcript.results.last?.printed.text ?? ""
    }
    for command in [
      "each(f, [-2, -0.5, 0, 1, 2, 2.5, 1e300])", "each(f′, [-2.5, 1, 2.5])", "total([f(x) for x in 1..9])",
    ] {
      #expect(outcome(usesPrograms: true, command) == outcome(usesPrograms: false, command), "\(command)")
    }
  }
}
